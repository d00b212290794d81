/** What a ping says now that it goes out: group, session and answers are looked up anew, and what makes no sense any more is dropped. */
import { lateness, type OpenedPing } from '../../domain/groups/opened-ping.ts';
import { occurrenceOf, type PingKey, type PingRules, plannedOf } from '../../domain/groups/ping.ts';
import { sessionPlannedAt } from '../../domain/groups/session.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { findPing } from '../../store/groups/ping-ledger.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';
import { openBreak } from './open-break.ts';
import { openChange } from './open-change.ts';
import { openEnd } from './open-end.ts';
import { openSessionPing } from './open-session-ping.ts';
import { openSummary } from './open-summary.ts';
import { openWeekPlan } from './open-week-plan.ts';
import { pingRules } from './ping-rules.ts';
import { weeklyDigest } from './weekly-digest.ts';

type Context = Pick<FlowContext, 'db' | 'curriculum' | 'community' | 'timeZone' | 'now'>;

const suppressed = (reason: string): OpenedPing => ({ kind: 'suppressed', reason });

export async function openPing(context: Context, guildId: string, key: PingKey): Promise<OpenedPing> {
  const { db } = context;
  const rules = await pingRules(db, guildId);
  if (isOff(rules, key.kind)) return suppressed('the organisers turned it off');
  if (key.kind === 'digest') return await openDigest(context, guildId, key);
  const ofEnd = await openEnd(context, guildId, key);
  if (ofEnd) return ofEnd;
  const server = await loadGroups(context, db, guildId);
  if (key.kind === 'summary') return await openSummary(context, guildId, server);
  const group = server.groups.find(one => one.key === key.groupKey);
  if (!group) return suppressed('the group has ended');
  const exceptions = await loadExceptions(db, guildId, group.key);
  if (key.kind === 'week-plan') return await openWeekPlan(context, guildId, key, group, exceptions, rules);
  const isSharing = server.groups.some(({ key, channel }) => key !== group.key && channel === group.channel);
  const ofBreak = await openBreak(db, guildId, key, { group, isSharing, exceptions, now: context.now() });
  if (ofBreak) return ofBreak;
  const session = sessionPlannedAt(group, plannedOf(key.occurrence), exceptions);
  if (!session) return suppressed('the group does not meet then any more');
  if (occurrenceOf(session) !== key.occurrence) return suppressed('the session was changed since');
  return key.kind === 'change'
    ? openChange(context.now(), group, session, exceptions)
    : await openSessionPing(context, guildId, key, { group, session }, rules);
}

function isOff(rules: PingRules, kind: PingKey['kind']): boolean {
  switch (kind) {
    case 'week-plan':
      return !rules.weekPlan.on;
    case 'reminder':
      return !rules.reminder.on;
    case 'session':
      return !rules.session.on;
    case 'check-in':
      return !rules.checkIn.on;
    case 'digest':
      return !rules.digest.on;
    case 'event-start':
    case 'event-end':
      return !rules.events.on;
    case 'thread':
    case 'change':
    case 'summary':
      return false;
  }
}

async function openDigest(context: Context, guildId: string, key: PingKey): Promise<OpenedPing> {
  const digest = await weeklyDigest(context, guildId, key.occurrence);
  if (!digest) return suppressed('there is nothing to say about the week');
  const entry = await findPing(context.db, guildId, key);
  return { kind: 'digest', digest, ...(entry ? lateness(entry.dueAt, context.now()) : {}) };
}
