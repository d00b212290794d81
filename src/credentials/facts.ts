/** What is told to this room about a certificate. Everything a credential says follows from it. */
import type { EvidenceLevel } from '../domain/learner.ts';

export interface CommunityFacts {
  readonly name: string;
  readonly description?: string;
  /** The community's own page. */
  readonly url?: string;
}

export interface AchievementFacts {
  /** The certificate's id in the curriculum: `foundation`. */
  readonly id: string;
  readonly title: string;
  /** Of the path it closes. */
  readonly pathTitle: string;
  readonly items: readonly { readonly title: string; readonly url?: string }[];
  /** What it asks for besides its items, as a part of a sentence: "a completed role or level path". */
  readonly besides?: string;
  /** Of the curriculum it was earned under. */
  readonly version?: string;
}

export interface ItemEvidence {
  readonly title: string;
  readonly level: EvidenceLevel;
  /** Where the work is shown, if everybody may see it there. */
  readonly link?: string;
}

export interface CredentialFacts {
  /** A UUID nobody can guess; kept by every re-issue. */
  readonly id: string;
  /** When it was earned; kept by every re-issue. */
  readonly issuedAt: Temporal.Instant;
  readonly member: {
    readonly discordId: string;
    readonly salt: string;
    /** As the member wants it printed. */
    readonly name: string;
  };
  readonly community: CommunityFacts;
  readonly achievement: AchievementFacts;
  readonly evidence: readonly ItemEvidence[];
  /** Its place in the status lists, over all of them; never given twice. */
  readonly statusIndex: number;
}
