/** What a member chose for themselves: their time zone, and how they are reminded. */
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { isHere } from '../departures.ts';
import { fromText, toText } from '../instants.ts';
import { brought } from '../newer.ts';
import { type Given, prepare } from '../prepare.ts';

export interface MemberSettings {
  /** IANA name. */
  readonly timeZone?: string;
  /** When they were asked for it: once is enough. */
  readonly zoneAskedAt?: Temporal.Instant;
  /** Minutes before a session's start; absent: the usual. */
  readonly reminderLead?: number;
  readonly reminderWhere?: 'thread' | 'dm' | 'off';
  /** When a direct message could not be delivered. */
  readonly dmClosedAt?: Temporal.Instant;
  /** The interaction that last changed the zone. */
  readonly zoneChangedBy?: string;
  /** The interaction that last changed how they are reminded. */
  readonly reminderChangedBy?: string;
  /** When that was. */
  readonly reminderChangedAt?: Temporal.Instant;
}

type Row = {
  guildId: string;
  userId: string;
  timeZone: string | null;
  zoneAskedAt: string | null;
  reminderLead: number | null;
  reminderWhere: 'thread' | 'dm' | 'off' | null;
  dmClosedAt: string | null;
  zoneChangedBy: string | null;
  reminderChangedBy: string | null;
  reminderChangedAt: string | null;
  now: string;
};

const find = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('member_settings')
    .selectAll()
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId),
);

const save = prepare((db, given: Given<Row>) =>
  db
    .insertInto('member_settings')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      time_zone: given.timeZone,
      zone_asked_at: given.zoneAskedAt,
      reminder_lead: given.reminderLead,
      reminder_where: given.reminderWhere,
      dm_closed_at: given.dmClosedAt,
      zone_changed_by: given.zoneChangedBy,
      reminder_changed_by: given.reminderChangedBy,
      reminder_changed_at: given.reminderChangedAt,
      changed_at: given.now,
    })
    .onConflict(conflict =>
      conflict.columns(['guild_id', 'user_id']).doUpdateSet({
        time_zone: brought('time_zone'),
        zone_asked_at: brought('zone_asked_at'),
        reminder_lead: brought('reminder_lead').$castTo<number | null>(),
        reminder_where: brought('reminder_where').$castTo<MemberSettings['reminderWhere'] | null>(),
        dm_closed_at: brought('dm_closed_at'),
        zone_changed_by: brought('zone_changed_by'),
        reminder_changed_by: brought('reminder_changed_by'),
        reminder_changed_at: brought('reminder_changed_at'),
        changed_at: brought('changed_at'),
      }),
    ),
);

const zones = prepare((db, given: Given<{ guildId: string; groupKey: string }>) =>
  db
    .selectFrom('group_members as member')
    .innerJoin('member_settings as settings', join =>
      join.onRef('settings.guild_id', '=', 'member.guild_id').onRef('settings.user_id', '=', 'member.user_id'),
    )
    .select(eb => eb.ref('settings.time_zone').$notNull().as('time_zone'))
    .where('settings.time_zone', 'is not', null)
    .where('member.guild_id', '=', given.guildId)
    .where('member.group_key', '=', given.groupKey)
    .where('member.left_at', 'is', null)
    .where(isHere('member')),
);

/** Empty where the member chose nothing. */
export async function memberSettings(db: Db, { guildId, userId }: Member): Promise<MemberSettings> {
  const row = await find.first(db, { guildId, userId });
  if (!row) return {};
  return {
    ...(row.time_zone === null ? {} : { timeZone: row.time_zone }),
    ...(row.zone_asked_at === null ? {} : { zoneAskedAt: fromText(row.zone_asked_at) }),
    ...(row.reminder_lead === null ? {} : { reminderLead: row.reminder_lead }),
    ...(row.reminder_where === null ? {} : { reminderWhere: row.reminder_where }),
    ...(row.dm_closed_at === null ? {} : { dmClosedAt: fromText(row.dm_closed_at) }),
    ...(row.zone_changed_by === null ? {} : { zoneChangedBy: row.zone_changed_by }),
    ...(row.reminder_changed_by === null ? {} : { reminderChangedBy: row.reminder_changed_by }),
    ...(row.reminder_changed_at === null ? {} : { reminderChangedAt: fromText(row.reminder_changed_at) }),
  };
}

/** All of them: load, change what is to change, and save, with the member locked. */
export async function saveMemberSettings(
  tx: Db,
  { guildId, userId }: Member,
  settings: MemberSettings,
  now: Temporal.Instant,
): Promise<void> {
  const { timeZone, zoneAskedAt, reminderLead, reminderWhere, dmClosedAt, zoneChangedBy } = settings;
  const { reminderChangedBy, reminderChangedAt } = settings;
  await save.changes(tx, {
    guildId,
    userId,
    timeZone: timeZone ?? null,
    zoneAskedAt: zoneAskedAt ? toText(zoneAskedAt) : null,
    reminderLead: reminderLead ?? null,
    reminderWhere: reminderWhere ?? null,
    dmClosedAt: dmClosedAt ? toText(dmClosedAt) : null,
    zoneChangedBy: zoneChangedBy ?? null,
    reminderChangedBy: reminderChangedBy ?? null,
    reminderChangedAt: reminderChangedAt ? toText(reminderChangedAt) : null,
    now: toText(now),
  });
}

/** The zones that those who are in the group now have named: without their names, in no order that tells who. */
export async function zonesOfGroup(db: Db, guildId: string, groupKey: string): Promise<readonly string[]> {
  const rows = await zones.rows(db, { guildId, groupKey });
  return rows.map(row => row.time_zone).toSorted();
}
