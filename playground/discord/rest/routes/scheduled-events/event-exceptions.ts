/** Single occurrences of a recurring event: moved, skipped, put back. */
import { invalid, Refusal } from '../../../errors.ts';
import { eventExceptionJson } from '../../../serial/scheduled-event.ts';
import {
  addException,
  changeException,
  type ExceptionFields,
  occurrenceId,
  removeException,
} from '../../../state/scheduled-events/event-exceptions.ts';
import { isOccurrence } from '../../../state/scheduled-events/recurrence.ts';
import type { EventExceptionRecord } from '../../../state/scheduled-events/scheduled-event-record.ts';
import { epochMillis } from '../../../validate/dates.ts';
import { type Call, done, ok, route } from '../../route.ts';
import { changingEvent, type InEvent } from '../../scheduled-events/event-access.ts';

interface ExceptionBody {
  readonly scheduled_start_time?: string | null;
  readonly scheduled_end_time?: string | null;
  readonly is_canceled?: boolean | null;
}

const answers = 'GuildScheduledEventExceptionResponseSchema';

export const eventExceptionRoutes = [
  route<ExceptionBody & { readonly original_scheduled_start_time: string }>({
    method: 'POST',
    path: '/guilds/:guild/scheduled-events/:event/exceptions',
    schema: 'GuildScheduledEventExceptionCreateRequestSchema',
    answers,
    run: call => {
      const { event } = changingEvent(call);
      if (event.recurrence === null) throw new Refusal('notRecurring');
      const { body, world } = call;
      if ([body.scheduled_start_time, body.scheduled_end_time, body.is_canceled].every(given => given == null))
        throw new Refusal('emptyException');
      const original = epochMillis(body.original_scheduled_start_time);
      if (!isOccurrence(event.recurrence, original))
        throw invalid(
          'original_scheduled_start_time',
          'GUILD_SCHEDULED_EVENT_EXCEPTION_NO_OCCURRENCE',
          'The event does not take place then.',
        );
      if (event.exceptions.has(occurrenceId(original)))
        throw invalid(
          'original_scheduled_start_time',
          'GUILD_SCHEDULED_EVENT_EXCEPTION_EXISTS',
          'There is an exception for this occurrence already.',
        );
      const fields = { startsAt: null, endsAt: null, canceled: false, ...fieldsOf(body) };
      return ok(eventExceptionJson(event, addException(world, event, original, fields)));
    },
  }),
  route<ExceptionBody>({
    method: 'PATCH',
    path: '/guilds/:guild/scheduled-events/:event/exceptions/:exception',
    schema: 'GuildScheduledEventExceptionPatchRequestPartialSchema',
    answers,
    run: call => {
      const { event, exception } = inException(call);
      changeException(call.world, event, exception, fieldsOf(call.body));
      return ok(eventExceptionJson(event, exception));
    },
  }),
  route({
    method: 'DELETE',
    path: '/guilds/:guild/scheduled-events/:event/exceptions/:exception',
    run: call => {
      const { event, exception } = inException(call);
      removeException(call.world, event, exception);
      return done;
    },
  }),
];

function inException(call: Call<unknown>): InEvent & { readonly exception: EventExceptionRecord } {
  const access = changingEvent(call);
  const exception = access.event.exceptions.get(call.params.exception ?? '');
  if (exception === undefined) throw new Refusal('unknownScheduledEvent');
  return { ...access, exception };
}

function fieldsOf(body: ExceptionBody): Partial<ExceptionFields> {
  const { scheduled_start_time: start, scheduled_end_time: end, is_canceled: canceled } = body;
  const startsAt = start == null ? null : epochMillis(start);
  const endsAt = end == null ? null : epochMillis(end);
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt)
    throw invalid('scheduled_end_time', 'GUILD_SCHEDULED_EVENT_SCHEDULE_END', 'The end must be after the start.');
  return {
    ...(start !== undefined && { startsAt }),
    ...(end !== undefined && { endsAt }),
    ...(canceled !== undefined && { canceled: canceled === true }),
  };
}
