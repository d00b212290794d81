/** The tables as Kysely sees them. Ids of Discord are text; so is every instant, see instants.ts. */
import type { Generated } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Effect } from '../domain/effect.ts';
import type { PingKind } from '../domain/groups/ping.ts';
import type { JobKind, JobState } from '../domain/job.ts';
import type { EvidenceLevel } from '../domain/learner.ts';

export interface Schema {
  readonly enrolments: EnrolmentTable;
  readonly ticks: TickTable;
  readonly certificates: CertificateTable;
  readonly declarations: DeclarationTable;
  readonly bindings: BindingTable;
  readonly outbox: OutboxTable;
  readonly notices: NoticeTable;
  readonly role_notes: RoleNoteTable;
  readonly role_changes: RoleChangeTable;
  readonly settings: SettingTable;
  readonly audit: AuditTable;
  readonly jobs: JobTable;
  readonly evidence: EvidenceTable;
  readonly reviews: ReviewTable;
  readonly issued_certificates: IssuedCertificateTable;
  readonly name_drafts: NameDraftTable;
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
  readonly calendar_feeds: CalendarFeedTable;
  readonly migrations: MigrationTable;
}

interface OfMember {
  readonly guild_id: string;
  readonly user_id: string;
}

interface EnrolmentTable extends OfMember {
  readonly path_id: string;
  readonly enrolled_at: string;
  readonly left_at: string | null;
  /** The interaction that last changed the row; an older one changes nothing. */
  readonly changed_by: string;
}

interface TickTable extends OfMember {
  readonly item_id: string;
  readonly evidence: EvidenceLevel;
  readonly ticked_at: string;
  readonly undone_at: string | null;
  readonly changed_by: string;
}

interface CertificateTable extends OfMember {
  readonly certificate_id: string;
  readonly earned_at: string;
  readonly curriculum_version: string;
  readonly items: number;
  readonly revoked_at: string | null;
  readonly revoked_why: string | null;
}

interface DeclarationTable extends OfMember {
  readonly prerequisite_id: string;
  readonly declared_at: string;
}

interface BindingTable {
  readonly guild_id: string;
  readonly name: string;
  readonly discord_id: string | null;
  readonly state: 'reserved' | 'bound' | 'gone';
  readonly since: string;
  /** What Cairn last set on it: `Attributes` as JSON. */
  readonly set_as: string | null;
}

interface OutboxTable {
  readonly id: Generated<number>;
  readonly key: string;
  readonly guild_id: string;
  readonly kind: Effect['kind'];
  readonly payload: string;
  readonly state: DeliveryState;
  readonly due_at: string;
  readonly expires_at: string | null;
  readonly attempts: number;
  readonly lease_owner: string | null;
  readonly leased_until: string | null;
  readonly reason: string | null;
  readonly reference: string | null;
  readonly created_at: string;
  readonly settled_at: string | null;
}

interface NoticeTable {
  readonly guild_id: string;
  readonly key: string;
  readonly problem: string;
  readonly raised_at: string;
  readonly told_at: string | null;
}

/** Which roles a member has by Cairn's doing. */
interface RoleNoteTable extends OfMember {
  readonly role_key: string;
  readonly noted_at: string;
}

/** When what decides a member's roles last changed. */
interface RoleChangeTable extends OfMember {
  readonly changed_at: string;
}

interface SettingTable {
  readonly guild_id: string;
  readonly name: string;
  /** JSON. */
  readonly value: string;
  readonly changed_at: string;
}

interface AuditTable extends OfMember {
  readonly id: Generated<number>;
  readonly done_at: string;
  readonly action: string;
  readonly subject: string | null;
  /** JSON, both. */
  readonly before: string | null;
  readonly after: string | null;
}

interface JobTable {
  readonly id: Generated<number>;
  readonly guild_id: string;
  readonly kind: JobKind;
  readonly key: string;
  /** JSON, of its kind. */
  readonly payload: string;
  readonly state: JobState;
  readonly cursor: string | null;
  readonly done: number;
  readonly total: number;
  readonly written: number;
  /** JSON, of its kind. */
  readonly outcome: string | null;
  readonly started_by: string | null;
  readonly started_at: string;
  readonly changed_at: string;
  readonly ended_at: string | null;
}

/** What a member showed for a tick: an address, or a file kept in a message of the organisers' channel. */
interface EvidenceTable extends OfMember {
  readonly item_id: string;
  readonly url: string | null;
  readonly channel_id: string | null;
  readonly message_id: string | null;
  readonly attachment_id: string | null;
  readonly file_name: string | null;
  readonly given_at: string;
  readonly changed_by: string;
}

/** Ticks that organisers may look at: with work shown, or faster than their hours allow. */
interface ReviewTable extends OfMember {
  readonly item_id: string;
  readonly noted_at: string;
  /** How long after the tick before it; null: nothing stands out. */
  readonly minutes: number | null;
  readonly looked_at: string | null;
  readonly looked_by: string | null;
}

interface IssuedCertificateTable extends OfMember {
  readonly certificate_id: string;
  /** A UUID. */
  readonly id: string;
  readonly salt: string;
  readonly status_index: number;
  readonly name: string;
  readonly title: string;
  readonly path_title: string;
  /** What was learned and what stands behind it, as it was at the issue: JSON. */
  readonly items: string;
  readonly issued_at: string;
  readonly changed_at: string;
  readonly changed_by: string;
}

/** A name that could not be printed as it was typed, until the member has decided. */
interface NameDraftTable extends OfMember {
  readonly certificate_id: string;
  readonly name: string;
  readonly announce: 0 | 1;
  readonly noted_at: string;
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
}

interface OfSession extends OfGroup {
  /** Wall time in minutes, "2027-03-28T19:00". */
  readonly planned: string;
}

interface SessionChangeTable extends OfSession {
  readonly kind: 'skipped' | 'moved' | 'held';
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
}

interface MemberSettingTable extends OfMember {
  readonly time_zone: string | null;
  readonly zone_asked_at: string | null;
  /** Minutes before the start. */
  readonly reminder_lead: number | null;
  readonly reminder_where: 'thread' | 'dm' | 'off' | null;
  readonly dm_closed_at: string | null;
  readonly changed_at: string;
}

/** How far a group's pings are planned; a row for each group of each server, and one for the server's own. */
interface ScheduleTable extends OfGroup {
  readonly planned_until: string;
  readonly next_due_at: string;
  /** Of the time zone database that `next_due_at` was computed with. */
  readonly tz_version: string;
  /** Discord first said that the channel is unknown (10003). */
  readonly missing_since: string | null;
  readonly disabled_at: string | null;
}

interface PingTable extends OfGroup {
  readonly occurrence: string;
  readonly kind: PingKind;
  readonly audience: string;
  readonly due_at: string;
  readonly expires_at: string;
  readonly state: 'due' | 'sent' | 'suppressed';
  readonly reason: string | null;
  readonly settled_at: string | null;
  readonly channel_id: string | null;
  readonly message_id: string | null;
}

/** Secret addresses of calendars: of a member, or of a group. */
interface CalendarFeedTable {
  readonly guild_id: string;
  readonly token: string;
  readonly user_id: string | null;
  readonly group_key: string | null;
  readonly made_by: string;
  readonly made_at: string;
  readonly revoked_at: string | null;
}

interface MigrationTable {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  readonly applied_at: string;
}
