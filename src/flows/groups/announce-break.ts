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
  /** A break that was noted. */
  readonly noted?: number;
  /** One that was lifted, also in the same act: the noted one stands in its place. */
  readonly lifted?: number;
  readonly interactionId: string;
}

/** What became of sessions ahead, earliest first. */
export interface Turned {
  /** They do not take place any more. */
  readonly off: readonly NamedSession[];
  /** They take place again. */
  readonly again: readonly NamedSession[];
}

type Context = Pick<FlowContext, 'now'>;

/** @param act notes or lifts it, and hears which sessions take place until then. */
export async function announceBreak(
  tx: Db,
  context: Context,
  { guildId, groups }: { readonly guildId: string; readonly groups: readonly Group[] },
  act: (held: readonly NamedSession[]) => Promise<Because>,
): Promise<Turned> {
  const now = context.now();
  const before = await sessionsAhead(tx, context, guildId, groups);
  const { noted, lifted, interactionId } = await act(before.held);
  const after = await sessionsAhead(tx, context, guildId, groups);
  const turned = { off: among(after.off, before.held), again: among(after.held, before.off) };
  for (const group of groups) {
    await replan(tx, guildId, group.key, now);
    await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey: group.key, because: interactionId }], now);
  }
  // Where some are off, one word is enough: those that take place again are reminded of as any.
  const isOver = turned.off.length === 0;
  const id = isOver ? lifted : noted;
  const news = isOver ? unchanged(turned.again, before.off) : turned.off;
  const firsts = groups.flatMap(group => news.find(one => one.group.key === group.key) ?? []);
  if (id === undefined) return turned;
  for (const { session } of toTell(firsts, now))
    await planPing(tx, guildId, breakPing(session, { id, isOver }, now), now);
  return turned;
}

function among(those: readonly NamedSession[], others: readonly NamedSession[]): readonly NamedSession[] {
  const names = new Set(others.map(nameOf));
  return those.filter(one => names.has(nameOf(one)));
}

/** What was decided about one session has a word of its own. */
function unchanged(those: readonly NamedSession[], before: readonly NamedSession[]): readonly NamedSession[] {
  const revisions = new Map(before.map(one => [nameOf(one), one.session.revision]));
  return those.filter(one => revisions.get(nameOf(one)) === one.session.revision);
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
