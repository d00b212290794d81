/** An event of ours is gone from Discord's calendar, and nothing is to be done about it. */
import { eventBinding } from '../../domain/groups/event-look.ts';
import { forgetBinding } from '../../store/bindings.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { findEvent, type GroupEvent } from '../../store/groups/event-bindings.ts';
import { forgetOtherInterests } from '../../store/groups/event-interests.ts';
import type { FlowContext } from '../context.ts';

type Named = Pick<GroupEvent, 'groupKey' | 'planned' | 'eventId'>;

export async function forgetEvent({ db }: Pick<FlowContext, 'db'>, guildId: string, event: Named): Promise<void> {
  await inTransaction(db, tx => forgetEventIn(tx, guildId, event));
}

/** What people answered to it stays. */
export async function forgetEventIn(tx: Db, guildId: string, { groupKey, planned, eventId }: Named): Promise<void> {
  if (!(await findEvent(tx, guildId, eventId))) return;
  await forgetBinding(tx, guildId, eventBinding(groupKey, planned));
  await forgetOtherInterests(tx, guildId);
}
