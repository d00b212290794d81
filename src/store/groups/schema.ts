/** The tables of study groups as Kysely sees them, a part of the whole schema. */
import type { Generated } from 'kysely';
import type { PingKind } from '../../domain/groups/ping.ts';
import type { Cause } from '../../domain/groups/suppression.ts';

export interface GroupSchema {
  readonly groups: GroupTable;
  readonly group_members: GroupMemberTable;
  readonly group_breaks: GroupBreakTable;
  readonly session_changes: SessionChangeTable;
  readonly session_answers: SessionAnswerTable;
  readonly attendances: AttendanceTable;
  readonly rests: RestTable;
  readonly member_settings: MemberSettingTable;
  readonly schedules: ScheduleTable;
  readonly pings: PingTable;
  readonly event_interests: EventInterestTable;
  readonly calendar_feeds: CalendarFeedTable;
}

interface OfMember {
  readonly guild_id: string;
  readonly user_id: string;
}

interface OfGroup {
  readonly guild_id: string;
  readonly group_key: string;
}

/** Groups that members proposed, and what became of those of the file, if something did. */
interface GroupTable extends OfGroup {
  /** `GroupDefinition` as JSON; null: the file has it. */
  readonly definition: string | null;
  readonly state: 'proposed' | 'running' | 'declined' | 'ended';
  readonly proposed_by: string | null;
  readonly changed_at: string;
  readonly changed_by: string;
}

interface GroupMemberTable extends OfGroup {
  readonly user_id: string;
  readonly is_host: 0 | 1;
  readonly joined_at: string;
  readonly left_at: string | null;
  readonly changed_by: string;
}

/** Days on which a group does not meet; `group_key` *: all groups. */
interface GroupBreakTable extends OfGroup {
  readonly id: Generated<number>;
  readonly kind: 'holiday' | 'paused';
  /** Both included. */
  readonly from_date: string;
  readonly until_date: string | null;
  readonly reason: string | null;
  readonly user_id: string;
  readonly noted_at: string;
  readonly lifted_at: string | null;
}

interface OfSession extends OfGroup {
  /** Wall time in minutes, "2027-03-28T19:00". */
  readonly planned: string;
}

interface SessionChangeTable extends OfSession {
  readonly kind: 'skipped' | 'moved' | 'held';
  /** Wall time at which it was to take place before; null: it was off, or nobody noted it. */
  readonly was_at: string | null;
  readonly moved_to: string | null;
  readonly reason: string | null;
  readonly revision: number;
  /** Null: on Discord's own calendar, by whom it does not say. */
  readonly user_id: string | null;
  readonly changed_at: string;
}

interface SessionAnswerTable extends OfSession {
  readonly user_id: string;
  readonly is_coming: 0 | 1;
  readonly source: 'button' | 'event';
  readonly answered_at: string;
  /** The interaction of the latest button; null: only events have answered. */
  readonly changed_by: string | null;
}

interface AttendanceTable extends OfSession {
  readonly user_id: string;
  readonly is_here: 0 | 1;
  /** The member, or the host who corrected it. */
  readonly noted_by: string;
  readonly noted_at: string;
  readonly changed_by: string;
}

/** Days on which a member rests; both included. */
interface RestTable extends OfMember {
  readonly id: Generated<number>;
  readonly from_date: string;
  readonly until_date: string;
  readonly noted_at: string;
  readonly lifted_at: string | null;
  readonly changed_by: string;
}

interface MemberSettingTable extends OfMember {
  readonly time_zone: string | null;
  readonly zone_asked_at: string | null;
  /** Minutes before the start. */
  readonly reminder_lead: number | null;
  readonly reminder_where: 'thread' | 'dm' | 'off' | null;
  readonly dm_closed_at: string | null;
  /** The interactions that last changed the zone, and how they are reminded; older ones change nothing. */
  readonly zone_changed_by: string | null;
  readonly reminder_changed_by: string | null;
  /** Since when they want to be reminded so. */
  readonly reminder_changed_at: string | null;
  readonly changed_at: string;
}

/** How far a group's pings are planned; a row for each group of each server, and one for the server's own. */
interface ScheduleTable extends OfGroup {
  readonly begun_at: string;
  readonly planned_until: string;
  readonly next_due_at: string;
  /** What decides when its pings are due was changed since it was planned. */
  readonly is_changed: 0 | 1;
  /** Mark of the meetings' times and the time zone database that `next_due_at` was computed from at the last start. */
  readonly computed_from: string;
  /** When that was last another one than before. */
  readonly recomputed_at: string | null;
  /** Discord first said that the channel is unknown (10003). */
  readonly missing_since: string | null;
  readonly disabled_at: string | null;
}

interface PingTable extends OfGroup {
  readonly occurrence: string;
  readonly kind: PingKind;
  readonly audience: string;
  /** Before, nobody could know that it would be due: a change made it so, or its group was new. */
  readonly known_at: string;
  readonly due_at: string;
  readonly expires_at: string;
  readonly state: 'due' | 'sent' | 'suppressed';
  readonly cause: Cause | null;
  readonly reason: string | null;
  readonly settled_at: string | null;
  readonly channel_id: string | null;
  readonly message_id: string | null;
}

export type PingRow = PingTable;

/** Who is interested in an event of ours on Discord's own calendar, as far as Cairn has heard. */
interface EventInterestTable extends OfMember {
  readonly event_id: string;
}

/** Secret addresses of calendars: of a member, or of a group. */
interface CalendarFeedTable {
  readonly guild_id: string;
  readonly token: string;
  readonly user_id: string | null;
  readonly group_key: string | null;
  readonly made_at: string;
  readonly revoked_at: string | null;
  readonly changed_by: string;
}
