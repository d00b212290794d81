/** Which events on Discord's own calendar are Cairn's, and for which session each was made. */
import { eventBinding } from '../../domain/groups/event-look.ts';
import type { BoundEvent } from '../../domain/groups/mirror.ts';
import type { Db } from '../database.ts';
import { type Given, prepare } from '../prepare.ts';
import { isRecord, parsed } from '../problem-payload.ts';

/** Keys of groups have neither `%` nor `_`. */
const ofGroup = prepare((db, given: Given<{ guildId: string; pattern: string }>) =>
  db
    .selectFrom('bindings')
    .select(['name', 'discord_id', 'set_as'])
    .where('guild_id', '=', given.guildId)
    .where('name', 'like', given.pattern)
    .where('discord_id', 'is not', null)
    .orderBy('name'),
);

const ofEvent = prepare((db, given: Given<{ guildId: string; eventId: string }>) =>
  db
    .selectFrom('bindings')
    .select(['name', 'discord_id', 'set_as'])
    .where('guild_id', '=', given.guildId)
    .where('discord_id', '=', given.eventId)
    .where('name', 'like', 'event:%'),
);

interface Row {
  readonly name: string;
  readonly discord_id: string | null;
  readonly set_as: string | null;
}

export interface GroupEvent extends BoundEvent {
  readonly groupKey: string;
}

/** By when their sessions were planned, earliest first. */
export async function eventsOfGroup(db: Db, guildId: string, groupKey: string): Promise<readonly GroupEvent[]> {
  return (await ofGroup.rows(db, { guildId, pattern: eventBinding(groupKey, '%') })).flatMap(boundEvent);
}

/** Of all groups. */
export async function eventsOfServer(db: Db, guildId: string): Promise<readonly GroupEvent[]> {
  return (await ofGroup.rows(db, { guildId, pattern: 'event:%' })).flatMap(boundEvent);
}

/** Undefined where the event is not Cairn's. */
export async function findEvent(db: Db, guildId: string, eventId: string): Promise<GroupEvent | undefined> {
  return (await ofEvent.rows(db, { guildId, eventId })).flatMap(boundEvent)[0];
}

function boundEvent({ name, discord_id: eventId, set_as }: Row): readonly GroupEvent[] {
  const [, groupKey, planned] = /^event:([^/]+)\/(.+)$/.exec(name) ?? [];
  if (groupKey === undefined || planned === undefined || eventId === null) return [];
  const set = set_as === null ? undefined : parsed(set_as);
  return [{ groupKey, planned, eventId, set: isRecord(set) ? (set as BoundEvent['set']) : {} }];
}
