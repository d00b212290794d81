/** Fetches what a member uploaded: from Discord alone, and never more than is taken. */
import type { Upload } from '../domain/evidence.ts';

/** Discord takes 10 MiB from a bot; below that there is room for the message around it, and for slow lines. */
export const mostBytes = 8 * 1024 * 1024;
const within = 5_000;

export type Fetched =
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed' };

const discordHosts = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** @param apiUrl a Discord of one's own serves its files itself. */
export function isDiscords(url: string, apiUrl: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed || parsed.username || parsed.password) return false;
  const api = new URL(apiUrl);
  const own = api.hostname === 'discord.com' ? [] : [api.origin];
  return [...discordHosts, ...own].includes(parsed.origin);
}

export async function fetchUpload({ url, size }: Upload, apiUrl: string): Promise<Fetched> {
  if (size > mostBytes) return { kind: 'too-large' };
  if (!isDiscords(url, apiUrl)) return { kind: 'failed' };
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(within) });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return { kind: 'failed' };
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    // Leaving the loop ends the download.
    for await (const chunk of response.body) {
      length += chunk.byteLength;
      if (length > mostBytes) return { kind: 'too-large' };
      chunks.push(chunk);
    }
    return { kind: 'fetched', bytes: Buffer.concat(chunks) };
  } catch {
    return { kind: 'failed' };
  }
}
