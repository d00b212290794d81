/** After a holiday or pause was noted or lifted: pings and events follow, and each channel that is concerned hears of it once. */
import { breakPing, toTell } from '../../domain/groups/breaks.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { NamedSession } from '../../domain/groups/hosting.ts';
import { upcoming } from '../../domain/groups/upcoming.ts';
import type { Db } from '../../store/database.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { planPing } from '../../store/groups/pings.ts';
import { replan } from '../../store/groups/schedules.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';

export interface Because {
  readonly id: number;
  /** It was lifted. */
  readonly isOver: boolean;
  readonly interactionId: string;
}

type Context = Pick<FlowContext, 'now'>;

/** @param act notes or lifts it. @returns the sessions that do not take place because of it, or do again. */
export async function announceBreak(
  tx: Db,
  context: Context,
  { guildId, groups }: { readonly guildId: string; readonly groups: readonly Group[] },
  act: () => Promise<Because>,
): Promise<readonly NamedSession[]> {
  const now = context.now();
  const before = await sessionsAhead(tx, context, guildId, groups);
  const { id, isOver, interactionId } = await act();
  const after = await sessionsAhead(tx, context, guildId, groups);
  const were = new Set((isOver ? before.off : before.held).map(nameOf));
  const changed = (isOver ? after.held : after.off).filter(one => were.has(nameOf(one)));
  for (const group of groups) {
    await replan(tx, guildId, group.key, now);
    await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey: group.key, because: interactionId }], now);
  }
  const firsts = groups.flatMap(group => changed.find(one => one.group.key === group.key) ?? []);
  for (const { session } of toTell(firsts, now))
    await planPing(tx, guildId, breakPing(session, { id, isOver }, now), now);
  return changed;
}

const nameOf = ({ group, session }: NamedSession) => `${group.key}/${session.planned}`;

/** Those that have not begun, earliest first. */
export async function sessionsAhead(
  db: Db,
  { now }: Context,
  guildId: string,
  groups: readonly Group[],
): Promise<{ readonly held: readonly NamedSession[]; readonly off: readonly NamedSession[] }> {
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const at = now();
  const all = groups
    .flatMap(group => upcoming(group, exceptionsOf(group.key), at).map((session): NamedSession => ({ group, session })))
    .filter(({ session }) => Temporal.Instant.compare(session.startsAt, at) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt));
  return { held: all.filter(({ session }) => !session.off), off: all.filter(({ session }) => session.off) };
}
