/** Who is interested in a scheduled event, as a whole and in single occurrences. */
import { invalid } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { eventUserJson } from '../../../serial/scheduled-event.ts';
import { comesTo } from '../../../state/scheduled-events/event-exceptions.ts';
import type { EventResponse, ScheduledEventRecord } from '../../../state/scheduled-events/scheduled-event-record.ts';
import type { EventUserJson } from '../../../surface/scheduled-events.ts';
import { boundsIn, pageById } from '../../pages.ts';
import { isSet, listIn } from '../../query.ts';
import { type Call, ok, route } from '../../route.ts';
import { type InEvent, inEvent } from '../../scheduled-events/event-access.ts';

export const eventUserRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/scheduled-events/:event/users',
    answers: ['ScheduledEventUserResponseSchema'],
    run: call => {
      const access = inEvent(call);
      const interested = [...access.event.interested].map((userId): Answered => [userId, 1]);
      return ok(usersJson(call, access, interested, undefined));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/scheduled-events/:event/users/counts',
    answers: 'ScheduledEventUserCountResponseSchema',
    run: call => {
      const { event } = inEvent(call);
      const asked = listIn(call.query, 'guild_scheduled_event_exception_ids');
      if (asked.length > limits.countedExceptions.max)
        throw invalid(
          'guild_scheduled_event_exception_ids',
          'BASE_TYPE_BAD_LENGTH',
          `Must be ${limits.countedExceptions.max} or fewer in length.`,
        );
      return ok({
        guild_scheduled_event_count: event.interested.size,
        guild_scheduled_event_exception_counts: Object.fromEntries(asked.map(id => [id, comersTo(event, id)])),
      });
    },
  }),
  /** Only who said something of this occurrence; whoever said it of the whole event stands in the other list. */
  route({
    method: 'GET',
    path: '/guilds/:guild/scheduled-events/:event/:exception/users',
    answers: ['ScheduledEventUserResponseSchema'],
    run: call => {
      const access = inEvent(call);
      const exceptionId = call.params.exception ?? '';
      return ok(usersJson(call, access, [...(access.event.responses.get(exceptionId) ?? [])], exceptionId));
    },
  }),
];

type Answered = readonly [userId: string, response: EventResponse];

function comersTo(event: ScheduledEventRecord, exceptionId: string): number {
  const everyone = new Set([...event.interested, ...(event.responses.get(exceptionId)?.keys() ?? [])]);
  return [...everyone].filter(userId => comesTo(event, userId, exceptionId)).length;
}

function usersJson(
  { world, query }: Call<unknown>,
  { guild, event }: InEvent,
  answered: readonly Answered[],
  exceptionId: string | undefined,
): readonly EventUserJson[] {
  const withMember = isSet(query, 'with_member');
  const page = pageById(answered, ([userId]) => userId, boundsIn(query, limits.eventUsersPage.max));
  return page.flatMap(([userId, response]) => {
    const user = world.users.get(userId);
    if (user === undefined) return [];
    return eventUserJson(event, user, { response, exceptionId }, withMember ? guild.members.get(userId) : undefined);
  });
}
