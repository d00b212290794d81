/**
 * What can be learned: items, the paths that order them, and the certificates they lead to.
 * Plain frozen values; `src/curriculum` reads them from YAML and has checked every reference.
 */

export const pathKinds = ['role', 'topic', 'level', 'track'] as const;
/** The four families of paths, in the order a picker shows them. */
export type PathKind = (typeof pathKinds)[number];

/** A span from `min` to `max`, both included; equal when the source names one figure. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** `coming-soon`: not tickable yet. `retired`: no longer offered, its ticks are kept. */
export type ItemStatus = 'active' | 'coming-soon' | 'retired';

/** One thing to learn or do. Ids never change: a rename adds an alias. */
export interface Item {
  readonly id: string;
  /** What sort of thing it is, by the curriculum's own list. */
  readonly kind: string;
  readonly title: string;
  /** Address of the handbook page, absolute. */
  readonly url?: string;
  readonly hours?: Span;
  /** Ids of items worth knowing first. Orders suggestions; never a gate. */
  readonly requires: readonly string[];
  /** Former ids, and other titles under which the sources name it. */
  readonly aliases: readonly string[];
  readonly status: ItemStatus;
  /** Whoever finishes it has made something, and is asked to show it. */
  readonly asksForWork?: true;
}

/** An item's place on a path. */
export interface Place {
  readonly itemId: string;
  /** The path's own title for the item, or the item's. */
  readonly title: string;
  /** The item's handbook page. */
  readonly url?: string;
  /** When the path suggests it, in the source's words: "Day 3-4". */
  readonly days?: string;
  /** The path's figure where it gives one, else the item's. */
  readonly hours?: Span;
  /** Shown, outside the path's counts, no obstacle to its certificate. */
  readonly comingSoon: boolean;
}

/** A named span of a path: "Week 1: The 7 Laws". */
export interface Stage {
  readonly title: string;
  /** The larger part the stage belongs to, where the source names one: "Phase 1: Foundations (2-3 weeks)". */
  readonly phase?: string;
  /** First and last week, counted from 1, where the source gives them. */
  readonly weeks?: Span;
  readonly places: readonly Place[];
}

/** Something a path asks for before it starts. Declared by the member, never checked, never a gate. */
export interface Prerequisite {
  /** Unique in the curriculum; what a declaration is stored under. */
  readonly id: string;
  readonly text: string;
  /** Met without a declaration once the member has completed a path that fits. */
  readonly completed?: CompletedPath;
}

/** Any path of these kinds (short variants do not count), or one of these paths. */
export interface CompletedPath {
  readonly kinds: readonly PathKind[];
  readonly paths: readonly string[];
}

export interface Path {
  readonly id: string;
  readonly kind: PathKind;
  readonly title: string;
  /** One sentence in our words. */
  readonly summary: string;
  /** The full path that this one is a short variant of. */
  readonly variantOf?: string;
  readonly audience: string;
  /** How long it takes, in the unit the source uses. */
  readonly duration: { readonly unit: 'weeks' | 'days'; readonly span: Span };
  readonly hoursPerWeek?: Span;
  readonly difficulty: string;
  readonly learn: readonly string[];
  readonly outcome: string;
  readonly prerequisites: readonly Prerequisite[];
  readonly stages: readonly Stage[];
  /** Address of the handbook page, absolute. */
  readonly url?: string;
}

export interface Certificate {
  readonly id: string;
  readonly title: string;
  /** The path it closes. */
  readonly pathId: string;
  /** Ids of the items it requires; never a coming-soon place. */
  readonly itemIds: readonly string[];
  /** Those of them that take work shown; of the others a mark is enough. */
  readonly shown?: readonly string[];
  /** A path that must be completed besides. */
  readonly completed?: CompletedPath;
}

/** "Essential Starting Points", "Most Popular Content": titled lists of items or pages. */
export interface ReferenceList {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly {
    readonly label: string;
    readonly itemId?: string;
    readonly url?: string;
    readonly note?: string;
  }[];
}

/** A goal across paths: the overview's checkpoints, the detailed document's milestones. */
export interface Milestone {
  readonly id: string;
  readonly kind: 'checkpoint' | 'milestone';
  readonly title: string;
  readonly weeks?: Span;
}

export interface Curriculum {
  /** Edition and digest of the files: "1+3f9a0c12". A certificate records it. */
  readonly version: string;
  readonly title: string;
  readonly items: ReadonlyMap<string, Item>;
  /** By family, full paths before their variants. */
  readonly paths: ReadonlyMap<string, Path>;
  readonly certificates: ReadonlyMap<string, Certificate>;
  readonly references: readonly ReferenceList[];
  readonly milestones: readonly Milestone[];
}
