/** Dates to choose from while somebody types when a rest, a holiday or a pause begins or ends. */
import { suggestedDates } from '../../domain/groups/suggested-dates.ts';
import type { Member } from '../../domain/member.ts';
import type { FlowContext } from '../context.ts';
import { findGroup } from './find-group.ts';
import { communityZone } from './load-groups.ts';
import { todayOf } from './take-rest.ts';

interface TypedDate {
  readonly typed: string;
  /** The first day as it was typed, where the last is asked for. */
  readonly from?: string | undefined;
}

/** Of a member's rest, in their own days. */
export async function suggestDates(
  context: FlowContext,
  member: Member,
  { typed, from }: TypedDate,
): Promise<readonly Temporal.PlainDate[]> {
  return suggestedDates(typed, from, await todayOf(context, context.db, member));
}

/** Of a group's break, in the group's days. @param asked its key or title; what is none has the community's days, as all groups have. */
export async function suggestBreakDates(
  context: FlowContext,
  guildId: string,
  asked: string,
  { typed, from }: TypedDate,
): Promise<readonly Temporal.PlainDate[]> {
  const found = await findGroup(context, context.db, guildId, asked);
  const own = found.kind === 'found' ? found.group.slots[0]?.zone : undefined;
  const zone = own ?? (await communityZone(context, context.db, guildId));
  return suggestedDates(typed, from, context.now().toZonedDateTimeISO(zone).toPlainDate());
}
