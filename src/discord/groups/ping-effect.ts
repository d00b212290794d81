/** What is handed to whoever says a ping. */
import { type Effect, effectKey } from '../../domain/effect.ts';
import { plannedOf } from '../../domain/groups/ping.ts';

export type PingEffect = Extract<Effect, { kind: 'ping' }>;

/** What its message is told from every other by. A moved session keeps its thread, which begins with one agenda. */
export function messageKey(effect: PingEffect): string {
  const { ping } = effect;
  const isAgenda = ping.kind === 'thread';
  return effectKey(isAgenda ? { ...effect, ping: { ...ping, occurrence: plannedOf(ping.occurrence) } } : effect);
}
