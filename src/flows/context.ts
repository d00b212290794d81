/** What every flow works with. */
import type { Keys } from '../credentials/key-folder.ts';
import type { Community } from '../domain/community.ts';
import type { Curriculum, Item, Path } from '../domain/curriculum.ts';
import type { Member } from '../domain/member.ts';
import type { SearchIndex } from '../domain/search.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Db } from '../store/database.ts';

export interface FlowContext {
  readonly db: Db;
  readonly curriculum: Curriculum;
  readonly community: Community;
  readonly items: SearchIndex<Item>;
  readonly paths: SearchIndex<Path>;
  readonly pictures: Pictures;
  /** As they lie in their folder now: a rotation is seen without a restart. */
  readonly keys: () => Promise<Keys>;
  /** Where the community's pages are reached from outside, without a slash at the end; absent: nowhere. */
  readonly publicUrl?: string;
  /** The community's zone until its organisers set one: an IANA name. */
  readonly timeZone: string;
  readonly now: () => Temporal.Instant;
  /** Wakes the sender; called after a commit that put something into the outbox. */
  readonly wake: () => void;
}

/** Who asks, and by which interaction: the id makes a change happen once. */
export interface Asker extends Member {
  readonly interactionId: string;
}
