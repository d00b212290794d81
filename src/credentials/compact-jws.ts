/** Takes a signed credential apart, before anything in it is believed. */
import { calculateJwkThumbprint } from 'jose';
import { thumbprintIn } from './addresses.ts';
import { algorithm } from './key.ts';

export interface Unproven {
  /** Of the key it says it was signed with. Only keys we know by it are ever used; one it brings along is not. */
  readonly thumbprint: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export type Unpacked = Unproven | { readonly problem: string };

const longest = 1_000_000;

export async function unpacked(jws: string): Promise<Unpacked> {
  if (jws.length > longest) return { problem: 'It is longer than any certificate.' };
  const [header, payload, signature, ...rest] = jws.split('.');
  if (!header || !payload || !signature || rest.length > 0)
    return { problem: 'It is not in three parts, as a signed certificate is.' };
  const parts = [header, payload, signature];
  // Strictly, or a last letter could be changed and still mean the same bytes.
  if (!parts.every(part => Buffer.from(part, 'base64url').toString('base64url') === part)) {
    return { problem: 'It holds letters that no signed certificate has.' };
  }
  const [says, credential] = [record(header), record(payload)];
  if (!says || !credential) return { problem: 'What it holds cannot be read.' };
  if (says.alg !== algorithm) return { problem: `It is not signed the way certificates are: with ${algorithm}.` };
  if (says.typ !== undefined && says.typ !== 'JWT') return { problem: 'It is a signed text of another kind.' };
  if ('crit' in says || 'b64' in says)
    return { problem: 'It asks for rules of reading that certificates do not have.' };
  const thumbprint = await namedKey(says);
  return thumbprint ? { thumbprint, payload: credential } : { problem: 'It does not say which key signed it.' };
}

async function namedKey({ kid, jwk }: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  if (typeof kid === 'string') return thumbprintIn(kid);
  try {
    return await calculateJwkThumbprint(jwk as Parameters<typeof calculateJwkThumbprint>[0]);
  } catch {
    return undefined;
  }
}

function record(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
