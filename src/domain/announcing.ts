/** Announcing a certificate: with the member's consent, once. */
import type { CertificateStanding } from './certification.ts';
import type { Certificate } from './curriculum.ts';
import type { DeliveryState } from './delivery.ts';

export type AnnounceOutcome =
  | { readonly kind: 'announcing' | 'already-asked' | 'announced' | 'not-possible'; readonly certificate: Certificate }
  | { readonly kind: 'not-earned' };

/** A certificate's standing, and what became of its role and its announcement. */
export interface CertificateView extends CertificateStanding {
  readonly role?: DeliveryState;
  readonly announcement?: DeliveryState;
}

/** What asking again means, by the state of the announcement asked for before. */
export function askedBefore(state: DeliveryState): 'announced' | 'already-asked' | 'not-possible' {
  switch (state) {
    case 'delivered':
      return 'announced';
    case 'pending':
    case 'blocked':
      return 'already-asked';
    case 'dropped':
    case 'expired':
    case 'failed':
      return 'not-possible';
  }
}
