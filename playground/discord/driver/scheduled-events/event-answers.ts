/** Members who say whether they are interested in a scheduled event. */

import type { GuildRecord, MemberRecord } from '../../state/records.ts';
import { giveResponse, occurrenceId } from '../../state/scheduled-events/event-exceptions.ts';
import { seesEvent } from '../../state/scheduled-events/event-visibility.ts';
import { isOccurrence } from '../../state/scheduled-events/recurrence.ts';
import type { EventResponse } from '../../state/scheduled-events/scheduled-event-record.ts';
import { isFinished } from '../../state/scheduled-events/scheduled-events.ts';
import type { MemberScheduledEvents } from '../../surface/scheduled-events.ts';
import type { Context } from '../context.ts';

export function memberScheduledEvents(
  { world }: Context,
  guild: GuildRecord,
  member: MemberRecord,
): MemberScheduledEvents {
  const answer = (id: string, response: EventResponse, occurrence: Temporal.Instant | undefined) => {
    const event = guild.scheduledEvents.get(id);
    if (event === undefined || !seesEvent(guild, event, member.user.id))
      throw new Error(`${member.user.name} sees no scheduled event with the id ${id}`);
    if (isFinished(event)) throw new Error(`"${event.name}" is over: nobody can answer to it any more`);
    if (occurrence === undefined) {
      giveResponse(world, event, member.user.id, response);
      return;
    }
    const start = occurrence.epochMilliseconds;
    if (event.recurrence === null || !isOccurrence(event.recurrence, start))
      throw new Error(`"${event.name}" does not take place at ${occurrence}`);
    giveResponse(world, event, member.user.id, response, occurrenceId(start));
  };
  return {
    takesInterestIn: ({ id }, occurrence) => answer(id, 1, occurrence),
    losesInterestIn: ({ id }, occurrence) => answer(id, 0, occurrence),
  };
}
