/** The tables as Kysely sees them. Ids of Discord are text; so is every instant, see instants.ts. */
import type { Generated } from 'kysely';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Effect } from '../domain/effect.ts';
import type { EvidenceLevel } from '../domain/learner.ts';

export interface Schema {
  readonly enrolments: EnrolmentTable;
  readonly ticks: TickTable;
  readonly certificates: CertificateTable;
  readonly declarations: DeclarationTable;
  readonly bindings: BindingTable;
  readonly outbox: OutboxTable;
  readonly notices: NoticeTable;
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

interface MigrationTable {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  readonly applied_at: string;
}
