/** Carries out `ping`: each kind by its own file. What it was about is looked up now: it may have changed since it was planned. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import type { Sending } from '../effects/sending.ts';
import { findSaid } from './find-said.ts';
import type { PingEffect } from './ping-effect.ts';
import { endEvent, startEvent } from './run-event.ts';
import { sayBreak } from './say-break.ts';
import { sayChange } from './say-change.ts';
import { sayToCommunity } from './say-community.ts';
import { sayEnd } from './say-end.ts';
import { sayReminder } from './say-reminder.ts';
import { sayCall, sayCheckIn } from './say-start.ts';
import { sayThread } from './say-thread.ts';
import { sayWeekPlan } from './say-week-plan.ts';

/** Says it once, whatever became of earlier attempts; `reference` is `<channel id>/<message id>`. */
export async function sendPing(sending: Sending, effect: PingEffect, attempt: Attempt): Promise<SendResult> {
  const opened = await sending.flows.openPing(effect.guildId, effect.ping);
  const isOfEvent = opened.kind === 'event-start' || opened.kind === 'event-end';
  if (opened.kind !== 'suppressed' && (isOfEvent || !attempt.isTooLate))
    return await say(sending, opened, effect, attempt);
  const earlier = attempt.number > 1 ? await findSaid(sending, effect, attempt) : undefined;
  return earlier ?? (opened.kind === 'suppressed' ? opened : tooLate);
}

const tooLate: SendResult = { kind: 'suppressed', reason: 'it would have come too late' };

async function say(
  sending: Sending,
  opened: Exclude<OpenedPing, { kind: 'suppressed' }>,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  switch (opened.kind) {
    case 'thread':
      return await sayThread(sending, opened, effect, attempt);
    case 'week-plan':
      return await sayWeekPlan(sending, opened, effect, attempt);
    case 'reminder':
      return await sayReminder(sending, opened, effect, attempt);
    case 'session':
      return await sayCall(sending, opened, effect, attempt);
    case 'check-in':
      return await sayCheckIn(sending, opened, effect, attempt);
    case 'change':
      return await sayChange(sending, opened, effect, attempt);
    case 'break':
      return await sayBreak(sending, opened, effect, attempt);
    case 'ended':
      return await sayEnd(sending, opened, effect, attempt);
    case 'digest':
    case 'summary':
      return await sayToCommunity(sending, opened, effect, attempt);
    case 'event-start':
      return await startEvent(sending, opened);
    case 'event-end':
      return await endEvent(sending, opened);
  }
}
