/** Discord tells of an event: what Cairn did itself is no news, and whatever else it is, the group's events are compared. */
import { type EventOnServer, isOurs } from '../../domain/groups/event-look.ts';
import type { BoundEvent } from '../../domain/groups/mirror.ts';
import { refusedMove } from '../../domain/groups/refused-move.ts';
import { inTransaction } from '../../store/database.ts';
import { eventsOfServer, findEvent } from '../../store/groups/event-bindings.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';

type Context = Pick<FlowContext, 'db' | 'now' | 'wake'>;

export async function hearOfEvent(context: Context, guildId: string, event: EventOnServer): Promise<void> {
  const bound = await findEvent(context.db, guildId, event.id);
  if (!bound || !isNews(bound, event)) return;
  const because = `event/${context.now().epochMilliseconds}/${event.id}/${event.look?.starts ?? event.status}`;
  await compareSoon(context, guildId, [bound.groupKey], because);
}

function isNews({ set }: BoundEvent, { status, look }: EventOnServer): boolean {
  if (status === 'active') return false;
  // Where a move was refused, moving it back is news as well.
  return !look || status !== 'scheduled' || !isOurs(set, 'starts', look.starts) || refusedMove(set) !== undefined;
}

const afterSilence = 'session';

/** Whether the comparison was asked for because much may have been missed. */
export const isAfterSilence = (because: string) => because.startsWith(`${afterSilence}/`);

/** A new session with Discord tells nothing of what was before. */
export async function compareAllEvents(context: Context, guildId: string): Promise<void> {
  const groupKeys = new Set((await eventsOfServer(context.db, guildId)).map(({ groupKey }) => groupKey));
  const second = context.now().toString({ smallestUnit: 'second' });
  await compareSoon(context, guildId, [...groupKeys], `${afterSilence}/${second}`);
}

async function compareSoon(
  { db, now, wake }: Context,
  guildId: string,
  groupKeys: readonly string[],
  because: string,
): Promise<void> {
  if (groupKeys.length === 0) return;
  const effects = groupKeys.map(groupKey => ({ kind: 'mirror-sessions', guildId, groupKey, because }) as const);
  if ((await inTransaction(db, tx => enqueue(tx, effects, now()))) > 0) wake();
}
