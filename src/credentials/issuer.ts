/** Who issues: the community. With a public address it is found there, without one it is its key. */
import { issuerAddress } from './addresses.ts';
import { badgeContexts } from './contexts.ts';
import { didOf } from './did-jwk.ts';
import type { CommunityFacts } from './facts.ts';
import type { PublishedKey } from './key.ts';

export interface Issuer {
  readonly id: string;
  readonly type: readonly ['Profile'];
  readonly name: string;
  readonly description?: string;
  readonly url?: string;
}

export function issuerId(key: PublishedKey, publicUrl: string | undefined): string {
  return publicUrl === undefined ? didOf(key.jwk) : issuerAddress(publicUrl);
}

export function issuerOf(id: string, { name, description, url }: CommunityFacts): Issuer {
  return { id, type: ['Profile'], name, ...(description && { description }), ...(url && { url }) };
}

/** The document at `issuerAddress`. */
export function issuerProfile(community: CommunityFacts, publicUrl: string) {
  return { '@context': badgeContexts, ...issuerOf(issuerAddress(publicUrl), community) };
}
