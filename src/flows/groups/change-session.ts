/** One session is skipped, moved, or held after all; by a host, or by hand on Discord's own calendar. */
import { type ChangeDecision, decideChange, type RequestedChange } from '../../domain/groups/changing.ts';
import type { Group } from '../../domain/groups/group.ts';
import { latenessBudgets, occurrenceOf, type Ping } from '../../domain/groups/ping.ts';
import type { Session } from '../../domain/groups/session.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import type { Db } from '../../store/database.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { planPing } from '../../store/groups/pings.ts';
import { replan } from '../../store/groups/schedules.ts';
import { saveChange } from '../../store/groups/session-changes.ts';
import { lockServer } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';
import { isReplayed } from './replayed.ts';

export interface SessionChanging {
  readonly guildId: string;
  readonly groupKey: string;
  /** The session's name: its planned wall time. */
  readonly planned: string;
  readonly change: RequestedChange;
  /** Of the interaction, or another name that comes but once. */
  readonly because: string;
  /** Who decided; absent: by hand on Discord's own calendar, which does not say. */
  readonly by?: string;
}

export type SessionChanged = { readonly group: Group; readonly next?: Session } & ChangeDecision;

type Context = Pick<FlowContext, 'community' | 'timeZone' | 'now'>;

/** In a transaction; wake the sender after it. Whether `by` may is for who calls to know. */
export async function changeSession(
  tx: Db,
  context: Context,
  changing: SessionChanging,
): Promise<SessionChanged | { readonly kind: 'unknown-group' }> {
  const { guildId, groupKey, planned, change, because } = changing;
  await lockServer(tx, guildId);
  const now = context.now();
  const group = (await loadGroups(context, tx, guildId)).groups.find(({ key }) => key === groupKey);
  if (!group) return { kind: 'unknown-group' };
  const decided = decideChange(group, await loadExceptions(tx, guildId, groupKey), planned, change, now);
  const mirror = { kind: 'mirror-sessions', guildId, groupKey, because } as const;
  const isReplay = changing.by !== undefined && (await isReplayed(tx, guildId, [groupKey], because));
  const decision: ChangeDecision =
    decided.kind === 'change' && isReplay ? { kind: 'unchanged', session: decided.before } : decided;
  if (decision.kind === 'change') {
    await saveChange(tx, changing, decision.change, now);
    await planPing(tx, guildId, announcementOf(decision.before, decision.session, now), now);
    await replan(tx, guildId, groupKey, now);
    await enqueue(tx, [mirror], now);
  }
  const next = nextHeld(group, await loadExceptions(tx, guildId, groupKey), now);
  return { group, ...(next ? { next } : {}), ...decision };
}

/** Nobody needs to hear of it once the session would be over, before and after. */
export function announcementOf(before: Session, session: Session, now: Temporal.Instant): Ping {
  const budget = now.add({ minutes: latenessBudgets.change });
  const over = later(before.endsAt, session.endsAt);
  return {
    groupKey: session.groupKey,
    occurrence: occurrenceOf(session),
    kind: 'change',
    audience: 'channel',
    dueAt: now,
    expiresAt: Temporal.Instant.compare(over, budget) < 0 ? over : budget,
  };
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);
