/** Carries out `mirror-sessions`. */
import type { SendResult } from '../../domain/delivery.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Sending } from '../effects/sending.ts';

type MirrorSessions = Extract<Effect, { kind: 'mirror-sessions' }>;

export async function mirrorSessions(_: Sending, effect: MirrorSessions): Promise<SendResult> {
  return { kind: 'refused', reason: `this version mirrors no events of ${effect.groupKey}` };
}
