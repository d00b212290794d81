/** Issuing a certificate under the name a member wants, showing it, and revoking it. */
import type { CertificateStanding } from './certification.ts';
import type { Certificate } from './curriculum.ts';
import type { DeliveryState } from './delivery.ts';
import type { IssuedCertificate } from './issued-certificate.ts';

/** What anyone who has its id may see. */
export interface PublishedCertificate {
  readonly issued: IssuedCertificate;
  readonly title: string;
  readonly pathTitle: string;
  readonly communityName: string;
  /** "34 items, 6 with work shown" */
  readonly mix: string;
  /** Where pages are, without a slash at the end; absent: the community has none. */
  readonly publicUrl?: string;
  /** The certificate's own page. */
  readonly page?: string;
}

export type DrawOutcome =
  | { readonly kind: 'drawn'; readonly png: Uint8Array; readonly alt: string }
  /** Many pictures are being made. */
  | { readonly kind: 'busy' };

/** As its holder sees it. */
export interface OwnCertificate {
  readonly published: PublishedCertificate;
  readonly picture: DrawOutcome;
  readonly announcement?: DeliveryState;
}

/** How the member wants it. */
export interface Wish {
  /** As typed. */
  readonly name: string;
  readonly announce: boolean;
  /** Characters that can't be drawn may be left out of the picture. */
  readonly anyway?: true;
}

interface NotThere {
  readonly kind: 'not-earned';
}

interface Revoked {
  readonly kind: 'revoked';
  readonly published: PublishedCertificate;
}

interface NotIssued {
  readonly kind: 'not-issued';
  readonly certificate: Certificate;
}

/** A name that is not taken as it is. */
interface NotPrinted {
  readonly certificateId: string;
  /** Under another name: that one stays. */
  readonly isIssued: boolean;
}

export type IssueOutcome =
  | { readonly kind: 'issued' | 'corrected' | 'unchanged'; readonly own: OwnCertificate }
  | ({ readonly kind: 'name-empty' } & NotPrinted)
  | ({ readonly kind: 'name-too-long'; readonly length: number; readonly atMost: number } & NotPrinted)
  /** The member decides. */
  | ({
      readonly kind: 'undrawable';
      readonly name: string;
      readonly characters: readonly string[];
      /** There would be no name without them. */
      readonly isAll: boolean;
    } & NotPrinted)
  /** Marks piled upon marks. */
  | ({ readonly kind: 'stacked-marks' } & NotPrinted)
  | { readonly kind: 'busy'; readonly certificateId: string }
  | Revoked
  | NotThere;

/** What the member is asked before a certificate is issued or its name corrected. */
export type ClaimOutcome =
  | {
      readonly kind: 'asks';
      readonly certificateId: string;
      readonly title: string;
      /** As typed or printed before. */
      readonly name?: string;
      readonly isIssued: boolean;
      /** Absent: it is announced already, or that was asked for. */
      readonly announce?: boolean;
    }
  | Revoked
  | NotThere;

export type OpenOutcome = { readonly kind: 'open'; readonly own: OwnCertificate } | NotIssued | Revoked | NotThere;

export type ShareOutcome =
  | { readonly kind: 'shared'; readonly own: OwnCertificate }
  /** Nobody could look at its page. */
  | { readonly kind: 'offline'; readonly published: PublishedCertificate }
  /** Several are issued, and none was named. */
  | { readonly kind: 'which'; readonly issued: readonly IssuedCertificate[] }
  | { readonly kind: 'busy'; readonly published: PublishedCertificate }
  | NotIssued
  | Revoked
  | NotThere;

export type SignedFileOutcome =
  | { readonly kind: 'signed'; readonly published: PublishedCertificate; readonly jwt: string }
  | NotIssued
  | Revoked
  | NotThere;

export type VerificationOutcome =
  /** `signedName`: the name in the signed text, where it was corrected since. */
  | {
      readonly kind: 'found';
      readonly published: PublishedCertificate;
      /** Of one that is in force. */
      readonly picture?: DrawOutcome;
      readonly signedName?: string;
    }
  | { readonly kind: 'unknown' | 'unreadable'; readonly asked: string }
  /** Signed by us, and nothing is on record. */
  | { readonly kind: 'not-on-record' }
  | { readonly kind: 'not-genuine'; readonly why: 'unknown-key' | 'wrong-signature' | 'retired-key' }
  | { readonly kind: 'not-genuine'; readonly why: 'malformed'; readonly problem: string };

export type RevokeOutcome =
  | { readonly kind: 'to-confirm' | 'revoked' | 'already-revoked'; readonly published: PublishedCertificate }
  | { readonly kind: 'unknown'; readonly asked: string };

/** A certificate's standing, and what became of it. */
export interface CertificateView extends CertificateStanding {
  readonly role?: DeliveryState;
  readonly announcement?: DeliveryState;
  /** Once the member has confirmed a name. */
  readonly issued?: IssuedCertificate;
}
