/** What the schema does not say of a scheduled event's body. */
import type { Issues } from '../errors.ts';
import { epochMillis } from './dates.ts';
import { imageOf } from './image-data.ts';
import { type Collector, collector } from './issues.ts';
import { checkRecurrence, type RecurrenceBody } from './recurrence-rules.ts';

export interface ScheduledEventBody {
  readonly name?: string;
  readonly description?: string | null;
  readonly image?: string | null;
  readonly scheduled_start_time?: string;
  readonly scheduled_end_time?: string | null;
  readonly entity_type?: 1 | 2 | 3 | null;
  readonly channel_id?: string | null;
  readonly entity_metadata?: { readonly location?: string } | null;
  readonly recurrence_rule?: RecurrenceBody | null;
  readonly status?: 1 | 2 | 3 | 4 | null;
}

const external = 3;
const required = ['BASE_TYPE_REQUIRED', 'This field is required'] as const;

export function checkNewEvent(body: ScheduledEventBody): Issues | undefined {
  const found = collector();
  checkFields(body, found);
  if (body.entity_type === external) checkExternal(body, found);
  else if (body.channel_id == null) found.add(['channel_id'], ...required);
  return found.tree;
}

/** Becoming external takes as much as being made so, and the channel must be given up aloud. */
export function checkEventChange(body: ScheduledEventBody, typeBefore: number | undefined): Issues | undefined {
  const found = collector();
  checkFields(body, found);
  if (body.entity_type === external && typeBefore !== external) {
    checkExternal(body, found);
    if (body.channel_id === undefined) found.add(['channel_id'], ...required);
  }
  return found.tree;
}

function checkExternal(body: ScheduledEventBody, found: Collector): void {
  if (body.scheduled_end_time == null) found.add(['scheduled_end_time'], ...required);
  if (body.entity_metadata?.location === undefined) found.add(['entity_metadata', 'location'], ...required);
  if (body.channel_id != null) found.add(['channel_id'], 'BASE_TYPE_CHOICES', 'Must be null for external events.');
}

function checkFields(body: ScheduledEventBody, found: Collector): void {
  if (body.name?.trim() === '') found.add(['name'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  if (body.entity_metadata?.location?.trim() === '')
    found.add(['entity_metadata', 'location'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  if (body.image != null && imageOf(body.image) === undefined)
    found.add(['image'], 'IMAGE_INVALID', 'Must be a data URI with a PNG, JPEG, GIF or WebP in base64.');
  const { scheduled_start_time: start, scheduled_end_time: end } = body;
  if (start !== undefined && end != null) checkOrder(epochMillis(start), epochMillis(end), found);
  if (body.recurrence_rule != null) checkRecurrence(body.recurrence_rule, found);
}

function checkOrder(start: number, end: number, found: Collector): void {
  if (end <= start)
    found.add(['scheduled_end_time'], 'GUILD_SCHEDULED_EVENT_SCHEDULE_END', 'The end must be after the start.');
}
