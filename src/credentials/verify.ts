/** Verifies a certificate with nothing but the issuer's keys: no network, no database. */
import type { AchievementCredential } from './credential.ts';
import type { PublishedKey } from './key.ts';
import { type Proof, type ProvenCredential, proofOf } from './proof.ts';
import { statusIn } from './status-check.ts';

/** What a certificate is worth. Only those of the issuer's own keys have a `credential` that can be believed. */
export type VerifyOutcome =
  | {
      readonly kind: 'valid';
      readonly credential: AchievementCredential;
      readonly status: 'in-force' | 'none' | 'not-checked';
    }
  | { readonly kind: 'revoked' | 'not-yet-valid' | 'expired'; readonly credential: AchievementCredential }
  /** The key had been retired when it was signed: a stolen one. */
  | { readonly kind: 'signed-after-retirement'; readonly credential: AchievementCredential }
  | { readonly kind: 'status-unreadable'; readonly credential: AchievementCredential; readonly problem: string }
  | Exclude<Proof, { kind: 'proven' }>;

export interface VerifyOptions {
  /** The issuer's, from `Keys.published`. */
  readonly keys: readonly PublishedKey[];
  readonly now: Temporal.Instant;
  /** The signed list that the credential names, if it was fetched. */
  readonly statusList?: string;
}

export async function verifyCredential(jwt: string, { keys, now, statusList }: VerifyOptions): Promise<VerifyOutcome> {
  const proof = await proofOf(jwt, keys);
  if (proof.kind !== 'proven') return proof;
  const { key, credential } = proof;
  if (!isAchievement(credential)) return { kind: 'malformed', problem: 'What was signed is no certificate.' };
  const validFrom = Temporal.Instant.from(credential.validFrom);
  if (key.retiredAt && Temporal.Instant.compare(validFrom, key.retiredAt) > 0) {
    return { kind: 'signed-after-retirement', credential };
  }
  if (Temporal.Instant.compare(now, validFrom) < 0) return { kind: 'not-yet-valid', credential };
  if (credential.validUntil !== undefined && Temporal.Instant.compare(now, credential.validUntil) > 0) {
    return { kind: 'expired', credential };
  }
  const entry = credential.credentialStatus;
  if (!entry) return { kind: 'valid', credential, status: 'none' };
  if (statusList === undefined) return { kind: 'valid', credential, status: 'not-checked' };
  const status = await statusIn(statusList, entry, keys);
  if (typeof status !== 'string') return { kind: 'status-unreadable', credential, problem: status.problem };
  return status === 'revoked' ? { kind: 'revoked', credential } : { kind: 'valid', credential, status };
}

/** Our key signed it, and we sign two kinds of things: what says it is one of them, is. */
function isAchievement(credential: ProvenCredential): credential is ProvenCredential & AchievementCredential {
  return credential.type.includes('AchievementCredential');
}
