/** What the files say, read but not yet checked against each other. References keep their place for the report. */
import type { ItemStatus, Milestone, Path, PathKind, Span } from '../domain/curriculum.ts';
import type { CommunityDraft } from './community-drafts.ts';
import type { Located, Position } from './problem.ts';

export type Reference = Located<string>;

export interface ItemDraft {
  readonly id: string;
  readonly at: Position;
  readonly kind: string;
  readonly title: Reference;
  readonly page: Reference | undefined;
  readonly hours: Span | undefined;
  readonly requires: readonly Reference[];
  readonly aliases: readonly Reference[];
  readonly status: ItemStatus;
}

export interface PlaceDraft {
  readonly item: Reference;
  readonly title: Reference | undefined;
  readonly days: string | undefined;
  readonly hours: Span | undefined;
  readonly comingSoon: boolean;
}

export interface StageDraft {
  readonly at: Position;
  readonly title: string;
  readonly phase: string | undefined;
  readonly weeks: Span | undefined;
  readonly places: readonly PlaceDraft[];
}

export interface PathDraft {
  readonly id: string;
  readonly at: Position;
  readonly kind: PathKind;
  readonly order: number;
  readonly variantOf: Reference | undefined;
  readonly page: Reference | undefined;
  readonly prerequisites: readonly Reference[];
  readonly stages: readonly StageDraft[];
  /** What needs no checking against other files. */
  readonly plain: Omit<Path, 'id' | 'kind' | 'variantOf' | 'url' | 'prerequisites' | 'stages'>;
}

export interface CompletedDraft {
  readonly kinds: readonly PathKind[];
  readonly paths: readonly Reference[];
}

export interface PrerequisiteDraft {
  readonly id: string;
  readonly text: string;
  readonly completed: CompletedDraft | undefined;
}

export interface CertificateDraft {
  readonly id: string;
  readonly at: Position;
  readonly title: string;
  readonly path: Reference | undefined;
  readonly items: readonly Reference[];
  /** Kinds of which every item takes work shown. */
  readonly shown: readonly Reference[];
  readonly completed: CompletedDraft | undefined;
}

export interface ReferenceEntryDraft {
  readonly label: string;
  readonly note: string | undefined;
  readonly item: Reference | undefined;
  readonly page: Reference | undefined;
}

export interface ReferenceListDraft {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly ReferenceEntryDraft[];
}

/** The file below items/ that holds the items of a kind, and what their ids begin with. */
export interface KindDraft {
  readonly kind: string;
  readonly file: Reference;
  readonly prefix: Reference;
  /** Members are asked to show what they made. */
  readonly work: boolean;
}

export interface HeaderDraft {
  readonly title: string;
  readonly edition: number;
  readonly handbook: string;
  /** In the order in which they are listed. */
  readonly kinds: readonly KindDraft[];
  readonly sources: readonly string[];
}

export interface Drafts {
  readonly header: HeaderDraft;
  /** Addresses of the handbook's pages. */
  readonly pages: ReadonlySet<string>;
  readonly items: readonly ItemDraft[];
  readonly paths: readonly PathDraft[];
  readonly prerequisites: readonly PrerequisiteDraft[];
  readonly certificates: readonly CertificateDraft[];
  readonly references: readonly ReferenceListDraft[];
  readonly milestones: readonly Milestone[];
  readonly community: CommunityDraft;
  /** Wherever a file says whose a list or a figure is. */
  readonly sources: readonly Reference[];
  /** Files that could not be read: what they would have defined is unknown, not wrong. */
  readonly unreadable: ReadonlySet<string>;
}
