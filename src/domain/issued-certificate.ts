/** A certificate as it was issued: what it says stays, whatever is undone or added to the curriculum later. */
import type { EvidenceLevel } from './learner.ts';
import type { Member } from './member.ts';

export interface CertifiedItem {
  readonly itemId: string;
  readonly title: string;
  readonly level: EvidenceLevel;
  /** The work itself, where everybody may see it. */
  readonly link?: string;
}

export const revocationReasons = ['issued-in-error', 'work-not-own', 'member-asked', 'other'] as const;
/** Published as a class; what exactly was the matter is nobody else's business. */
export type RevocationReason = (typeof revocationReasons)[number];

/** What a button's custom_id says. */
export function reasonOf(text: string): RevocationReason {
  return revocationReasons.find(reason => reason === text) ?? 'other';
}

export interface IssuedCertificate {
  /** A UUID nobody can guess; kept by every re-issue. */
  readonly id: string;
  readonly member: Member;
  readonly certificateId: string;
  /** The certificate's, and that of the path it closes, as they were called at the issue. */
  readonly title: string;
  readonly pathTitle: string;
  /** As the member wants it printed. */
  readonly name: string;
  readonly items: readonly CertifiedItem[];
  /** The date it bears; kept by every re-issue. */
  readonly earnedAt: Temporal.Instant;
  readonly curriculumVersion: string;
  readonly issuedAt: Temporal.Instant;
  /** When the name was corrected last, or it was revoked. */
  readonly changedAt: Temporal.Instant;
  /** Makes the hash of the member's id its own. */
  readonly salt: string;
  /** Its place in the status lists. */
  readonly statusIndex: number;
  readonly revoked?: { readonly at: Temporal.Instant; readonly why: RevocationReason };
}
