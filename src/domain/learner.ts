/** What is on record about one member's learning in one guild. */

export const evidenceLevels = ['self-marked', 'linked', 'peer-confirmed', 'mentor-confirmed'] as const;
/** What stands behind a tick, weakest first. */
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** The record that a member finished an item. It belongs to the item and counts on every path. */
export interface Tick {
  readonly itemId: string;
  readonly evidence: EvidenceLevel;
  readonly at: Temporal.Instant;
}

export interface Enrolment {
  readonly pathId: string;
  readonly since: Temporal.Instant;
}

/** A certificate once earned stays, whatever is undone or added to the curriculum later. */
export interface EarnedCertificate {
  readonly certificateId: string;
  readonly at: Temporal.Instant;
  /** The curriculum it was earned under: `Curriculum.version`. */
  readonly curriculumVersion: string;
  /** How many items it required then. */
  readonly items: number;
  /** Organisers have revoked it. It stays on record, so that it is not earned again. */
  readonly revoked?: true;
}

/** All that most questions ask of ticks. */
export interface Ticked {
  has(itemId: string): boolean;
}

/** The same, for questions that also ask what stands behind a tick. */
export interface Evidenced extends Ticked {
  get(itemId: string): Pick<Tick, 'evidence'> | undefined;
}

/** What is needed to tell open items from finished ones. */
export interface Standing {
  readonly pathIds: readonly string[];
  readonly ticked: ReadonlySet<string>;
}

export interface Learner {
  /** Oldest first. */
  readonly enrolments: readonly Enrolment[];
  /** By item id. */
  readonly ticks: ReadonlyMap<string, Tick>;
  /** By certificate id. */
  readonly certificates: ReadonlyMap<string, EarnedCertificate>;
  /** Ids of the prerequisites the member said they have. */
  readonly declared: ReadonlySet<string>;
  /** Keys of the study groups they are in. */
  readonly groups: readonly string[];
}

export const newcomer: Learner = {
  enrolments: [],
  ticks: new Map(),
  certificates: new Map(),
  declared: new Set(),
  groups: [],
};
