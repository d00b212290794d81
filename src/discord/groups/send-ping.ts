/** Carries out `ping`: each kind by its own file. What it was about is looked up now: it may have changed since it was planned. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import type { Effect } from '../../domain/effect.ts';
import type { PingKind } from '../../domain/groups/ping.ts';
import type { Sending } from '../effects/sending.ts';

export type PingEffect = Extract<Effect, { kind: 'ping' }>;

/** Says it once, whatever became of earlier attempts; `reference` is `<channel id>/<message id>`. */
export type PingSender = (sending: Sending, effect: PingEffect, attempt: Attempt) => Promise<SendResult>;

const senders: Partial<Record<PingKind, PingSender>> = {};

export async function sendPing(sending: Sending, effect: PingEffect, attempt: Attempt): Promise<SendResult> {
  const send = senders[effect.ping.kind];
  if (!send) return { kind: 'refused', reason: `this version knows no ping ${effect.ping.kind}` };
  return await send(sending, effect, attempt);
}
