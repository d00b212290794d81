/** Asks the REST API without any library: no waiting for buckets, and every answer as it comes. */
import type { Community } from './community.ts';

export interface RawAnswer<Body> {
  readonly status: number;
  /** Undefined where there was none. */
  readonly body: Body;
}

export async function ask<Body = { readonly code: number }>(
  { discord, bot }: Pick<Community, 'discord' | 'bot'>,
  method: string,
  route: string,
  body?: object,
): Promise<RawAnswer<Body>> {
  const answer = await fetch(`${discord.url}/v10${route}`, {
    method,
    headers: {
      authorization: `Bot ${bot.token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}
