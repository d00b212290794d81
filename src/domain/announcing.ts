/** Announcing a certificate: with the member's consent, once. */
import type { Certificate } from './curriculum.ts';
import type { DeliveryState } from './delivery.ts';

export type AnnounceOutcome =
  | { readonly kind: 'announcing' | 'already-asked' | 'announced' | 'not-possible'; readonly certificate: Certificate }
  /** The name to print comes first. */
  | { readonly kind: 'not-issued'; readonly certificate: Certificate }
  | { readonly kind: 'revoked'; readonly certificate: Certificate }
  | { readonly kind: 'not-earned' };

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
