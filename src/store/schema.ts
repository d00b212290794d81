/** The tables as Kysely sees them. Ids of Discord are text; so is every instant, see instants.ts. */
import type { Generated } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Effect } from '../domain/effect.ts';
import type { JobKind, JobState } from '../domain/job.ts';
import type { EvidenceLevel } from '../domain/learner.ts';
import type { GroupSchema } from './groups/schema.ts';

export interface Schema extends GroupSchema {
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
  readonly uptimes: UptimeTable;
  readonly departures: DepartureTable;
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

/** Who has left the server, as far as Cairn heard of it, and was not seen there since. */
interface DepartureTable extends OfMember {
  readonly left_at: string;
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

/** Stretches of time in which somebody looked at the calendar; between them nobody did. */
interface UptimeTable {
  readonly began_at: string;
  readonly seen_at: string;
}

interface MigrationTable {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  readonly applied_at: string;
}
