/** "Interested" on Discord's own calendar means coming: heard one by one, or read as a list after something was missed. */
import { inTransaction } from '../../store/database.ts';
import { findEvent, type GroupEvent } from '../../store/groups/event-bindings.ts';
import { type Interest, interestedIn, noteInterest } from '../../store/groups/event-interests.ts';
import { replan } from '../../store/groups/schedules.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';

type Context = Pick<FlowContext, 'db' | 'now' | 'wake'>;

/** Events of Discord come late, twice and in any order: a minute later the list itself is looked at. */
const settled = { minutes: 1 };

/** Somebody pressed "Interested", or took it back. */
export async function hearOfInterest(context: Context, heard: Interest): Promise<void> {
  const { db, now, wake } = context;
  const bound = await findEvent(db, heard.guildId, heard.eventId);
  if (!bound) return;
  await inTransaction(db, async tx => {
    if (await noteInterest(tx, bound, heard, now())) await replan(tx, heard.guildId, bound.groupKey, now());
    const dueAt = now().add(settled);
    const because = `answers/${dueAt.toString({ smallestUnit: 'minute' })}`;
    const { guildId } = heard;
    await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey: bound.groupKey, because }], now(), { dueAt });
  });
  wake();
}

/** Everybody who is interested, as Discord lists them. */
export async function readInterests(
  { db, now, wake }: Context,
  guildId: string,
  event: Pick<GroupEvent, 'groupKey' | 'planned' | 'eventId'>,
  userIds: readonly string[],
): Promise<void> {
  const { groupKey, eventId } = event;
  const isAny = await inTransaction(db, async tx => {
    const known = new Set(await interestedIn(tx, guildId, eventId));
    const listed = new Set(userIds);
    const come = userIds.filter(userId => !known.has(userId)).map(userId => ({ userId, isInterested: true }));
    const gone = [...known].filter(userId => !listed.has(userId)).map(userId => ({ userId, isInterested: false }));
    for (const one of [...come, ...gone]) await noteInterest(tx, event, { guildId, eventId, ...one }, now());
    if (come.length + gone.length > 0) await replan(tx, guildId, groupKey, now());
    return come.length + gone.length > 0;
  });
  if (isAny) wake();
}
