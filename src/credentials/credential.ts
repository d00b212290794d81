/** A certificate as an Open Badges 3.0 AchievementCredential, before it is signed. */
import { evidenceMix } from '../domain/evidence-mix.ts';
import { type Achievement, achievementOf } from './achievement.ts';
import { certificateAddress, isCertificateId } from './addresses.ts';
import { badgeContexts } from './contexts.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { CredentialFacts } from './facts.ts';
import { hashedIdentity, type Identity, printedName, subjectId } from './identity.ts';
import { type Issuer, issuerId, issuerOf } from './issuer.ts';
import type { PublishedKey } from './key.ts';
import { type StatusEntry, statusEntry } from './status-entry.ts';

export interface AchievementCredential {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly string[];
  readonly issuer: Issuer;
  readonly validFrom: string;
  readonly awardedDate: string;
  readonly name: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ['AchievementSubject'];
    readonly identifier: readonly Identity[];
    readonly narrative: string;
    readonly achievement: Achievement;
  };
  readonly evidence: readonly Evidence[];
  readonly credentialStatus?: StatusEntry;
}

export function credentialOf(
  facts: CredentialFacts,
  key: PublishedKey,
  publicUrl: string | undefined,
): AchievementCredential {
  const { id, member, community } = facts;
  if (!isCertificateId(id)) throw new TypeError(`A certificate's id is a UUID in small letters, not "${id}".`);
  const achievement = achievementOf(facts.achievement, community, publicUrl);
  const issuedAt = wholeSecond(facts.issuedAt);
  return {
    '@context': badgeContexts,
    id: publicUrl === undefined ? `urn:uuid:${id}` : certificateAddress(publicUrl, id),
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: issuerOf(issuerId(key, publicUrl), community),
    validFrom: issuedAt,
    awardedDate: issuedAt,
    name: achievement.name,
    credentialSubject: {
      id: subjectId(member.discordId, member.salt),
      type: ['AchievementSubject'],
      identifier: [hashedIdentity(member.discordId, member.salt), printedName(member.name)],
      narrative: evidenceMix(facts.evidence),
      achievement,
    },
    evidence: evidenceOf(facts.evidence),
    ...(publicUrl !== undefined && { credentialStatus: statusEntry(facts.statusIndex, publicUrl) }),
  };
}

/** The JWT's "nbf" counts seconds and must equal `validFrom`. Cut, not rounded: nothing is valid only in a moment. */
export function wholeSecond(instant: Temporal.Instant): string {
  return instant.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
}
