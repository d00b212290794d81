/** Carries out `ping`: each kind by its own file. What it was about is looked up now: it may have changed since it was planned. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import type { Sending } from '../effects/sending.ts';
import { findSaid } from './find-said.ts';
import { messageKey, type PingEffect } from './ping-effect.ts';
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
  if (isOfEvent(opened)) return await (opened.kind === 'event-start' ? startEvent : endEvent)(sending, opened);
  const isMoot = opened.kind === 'suppressed' || attempt.isTooLate;
  if (attempt.number === 1 || !(isMoot || isOneMessage(opened))) return await say(sending, opened, effect, attempt);
  // Before it is decided where it belongs, or that it makes no sense any more: both may have changed.
  const earlier = await findSaid(sending, effect, attempt);
  return earlier ?? (await say(sending, opened, effect, { ...attempt, missing: messageKey(effect) }));
}

const tooLate: SendResult = { kind: 'suppressed', reason: 'it would have come too late' };

type OfEvent = Extract<OpenedPing, { kind: 'event-start' | 'event-end' }>;
type Opened = Exclude<OpenedPing, OfEvent>;

const isOfEvent = (opened: OpenedPing): opened is OfEvent =>
  opened.kind === 'event-start' || opened.kind === 'event-end';

/** The others are said in several places, or in parts: what is missing is still to be said. */
function isOneMessage(opened: Opened): boolean {
  switch (opened.kind) {
    case 'change':
    case 'break':
    case 'ended':
      return false;
    case 'reminder':
      return opened.to.where === 'dm';
    default:
      return true;
  }
}

async function say(sending: Sending, opened: Opened, effect: PingEffect, attempt: Attempt): Promise<SendResult> {
  if (opened.kind === 'suppressed') return opened;
  if (attempt.isTooLate) return tooLate;
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
  }
}
