/** Anybody asks what Cairn says about a group: what comes next, and what became of what was due. */
import {
  clockChangesOf,
  type Explanation,
  nextPings,
  offAmong,
  type PastPing,
  rulesOff,
} from '../../domain/groups/explain.ts';
import type { EndedGroup, UnknownGroup } from '../../domain/groups/joining.ts';
import { lateness } from '../../domain/groups/opened-ping.ts';
import type { Ping } from '../../domain/groups/ping.ts';
import type { Member } from '../../domain/member.ts';
import { type LedgerEntry, latestPings, putOffPings, spentPings } from '../../store/groups/ping-ledger.ts';
import { findSchedule } from '../../store/groups/schedules.ts';
import type { FlowContext } from '../context.ts';
import { findGroup } from './find-group.ts';
import { pingPlans } from './ping-plans.ts';
import { whereabouts } from './whereabouts.ts';

const shown = 8;

export type ExplainOutcome = ({ readonly kind: 'explained' } & Explanation) | UnknownGroup | EndedGroup;

export async function explainSchedule(context: FlowContext, member: Member, asked: string): Promise<ExplainOutcome> {
  const { db } = context;
  const { guildId, userId } = member;
  const found = await findGroup(context, db, guildId, asked);
  if (found.kind !== 'found') return found;
  const { group } = found;
  const now = context.now();
  const { rules, plans } = await pingPlans(context, db, guildId, now, group.key);
  const [plan] = plans;
  if (!plan) return { kind: 'ended', title: group.title };
  const at = await whereabouts(db, guildId, group);
  const disabledAt = (await findSchedule(db, guildId, group.key))?.disabledAt;
  const putOff = (await putOffPings(db, member, group.key, now)).map(pingOf);
  const isSpent = await spentPings(db, guildId, group.key);
  const next = nextPings(plan, userId, now, shown, { putOff, isSpent });
  return {
    kind: 'explained',
    group,
    guildId,
    at,
    state: disabledAt
      ? { kind: 'disabled', since: disabledAt }
      : { kind: at.channel === undefined ? 'not-set-up' : 'on' },
    next,
    off: offAmong(plan, next, now),
    past: (await latestPings(db, member, group.key, now, shown)).map(pastPing),
    rulesOff: rulesOff(rules),
    clocks: clockChangesOf(group, now),
  };
}

function pastPing(entry: LedgerEntry): PastPing {
  const { state, settledAt, knownAt, dueAt, reason, channelId, messageId } = entry;
  const ping = pingOf(entry);
  if (state === 'sent' && settledAt) {
    const late = lateness(dueAt, settledAt, knownAt);
    const where = { ...(channelId ? { channelId } : {}), ...(messageId ? { messageId } : {}) };
    return { ping, became: { kind: 'sent', at: settledAt, ...late, ...where } };
  }
  return { ping, became: state === 'suppressed' ? { kind: state, reason: reason ?? '' } : { kind: 'under-way' } };
}

function pingOf({ groupKey, occurrence, kind, audience, dueAt, expiresAt }: LedgerEntry): Ping {
  return { groupKey, occurrence, kind, audience, dueAt, expiresAt };
}
