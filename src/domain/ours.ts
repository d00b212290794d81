/** Which things on a server are ours, by their stored ids; names say nothing. */
import type { Server } from './server.ts';
import type { IdOf } from './server-attributes.ts';
import type { Known } from './setup-plan.ts';

export interface Ours {
  readonly idOf: IdOf;
  readonly has: (id: string) => boolean;
}

/** By what is stored alone, whether it is still there or not. */
export function boundIn(known: ReadonlyMap<string, Known>): IdOf {
  return binding => {
    const one = known.get(binding);
    return one?.state === 'bound' ? one.discordId : undefined;
  };
}

export function oursOn(server: Server, known: ReadonlyMap<string, Known>): Ours {
  const there = new Set([...server.roles, ...server.channels].map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const [binding, one] of known)
    if (one.state === 'bound' && there.has(one.discordId)) ids.set(binding, one.discordId);
  const own = new Set(ids.values());
  return { idOf: binding => ids.get(binding), has: id => own.has(id) };
}
