/** A group's week: its sessions, who hosts, and where all are off, the next one after it. */
import { weekStart } from '../../domain/groups/calendar-week.ts';
import type { Group } from '../../domain/groups/group.ts';
import { lateness, type OpenedPing } from '../../domain/groups/opened-ping.ts';
import type { PingKey, PingRules } from '../../domain/groups/ping.ts';
import { type Exceptions, sessionsOf } from '../../domain/groups/session.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import { hostsOf } from '../../store/groups/members.ts';
import { findPing } from '../../store/groups/ping-ledger.ts';
import type { FlowContext } from '../context.ts';

export async function openWeekPlan(
  { db, now }: Pick<FlowContext, 'db' | 'now'>,
  guildId: string,
  key: PingKey,
  group: Group,
  exceptions: Exceptions,
  { weekPlan: { at } }: Pick<PingRules, 'weekPlan'>,
): Promise<OpenedPing> {
  const entry = await findPing(db, guildId, key);
  const from = entry?.dueAt ?? now();
  const until = weekStart(key.occurrence, { at, zone: group.slots[0]?.zone ?? 'UTC' }, 1);
  const sessions = sessionsOf(group, exceptions, from, until).filter(
    ({ endsAt }) => Temporal.Instant.compare(endsAt, now()) > 0,
  );
  if (sessions.length === 0) return { kind: 'suppressed', reason: 'the group does not meet this week' };
  const hosts = await hostsOf(db, guildId, group.key);
  const next = sessions.every(({ off }) => off) ? nextHeld(group, exceptions, until) : undefined;
  return { kind: 'week-plan', group, sessions, hosts, ...(next ? { next } : {}), ...lateness(from, now()) };
}
