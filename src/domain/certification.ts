/** When a certificate is earned. */
import type { Certificate, Curriculum } from './curriculum.ts';
import type { EarnedCertificate, Learner, Ticked } from './learner.ts';
import { hasCompleted } from './progress.ts';

/** What still stands between a learner and a certificate; nothing left means it is earned. */
export interface CertificateStanding {
  readonly certificate: Certificate;
  readonly earned?: EarnedCertificate;
  readonly itemsLeft: readonly string[];
  /** A completed path is required besides, and missing. */
  readonly lacksPath: boolean;
}

/** A learner as they would stand after a tick. */
type Certifiable = Pick<Learner, 'certificates'> & { readonly ticks: Ticked };

export function standing(certificate: Certificate, curriculum: Curriculum, learner: Certifiable): CertificateStanding {
  const earned = learner.certificates.get(certificate.id);
  return {
    certificate,
    ...(earned ? { earned } : {}),
    itemsLeft: certificate.itemIds.filter(id => !learner.ticks.has(id)),
    lacksPath: certificate.completed !== undefined && !hasCompleted(certificate.completed, curriculum, learner),
  };
}

/** Certificates whose every requirement is met and that are not on record yet. They need no enrolment: ticks count. */
export function newlyEarned(
  curriculum: Curriculum,
  learner: Certifiable,
  at: Temporal.Instant,
): readonly EarnedCertificate[] {
  return [...curriculum.certificates.values()]
    .filter(({ id, itemIds }) => !learner.certificates.has(id) && itemIds.every(item => learner.ticks.has(item)))
    .map(certificate => standing(certificate, curriculum, learner))
    .filter(({ itemsLeft, lacksPath }) => itemsLeft.length === 0 && !lacksPath)
    .map(({ certificate }) => ({
      certificateId: certificate.id,
      at,
      curriculumVersion: curriculum.version,
      items: certificate.itemIds.length,
    }));
}

/** Certificates of which an item is done last, and that now wait for nothing but a completed path. */
export function awaitingPath(curriculum: Curriculum, learner: Certifiable, itemId: string): readonly Certificate[] {
  return [...curriculum.certificates.values()]
    .filter(({ id, itemIds }) => itemIds.includes(itemId) && !learner.certificates.has(id))
    .map(certificate => standing(certificate, curriculum, learner))
    .filter(({ itemsLeft, lacksPath }) => itemsLeft.length === 0 && lacksPath)
    .map(({ certificate }) => certificate);
}

export function withCertificates(learner: Learner, earned: readonly EarnedCertificate[]): Learner {
  if (earned.length === 0) return learner;
  return {
    ...learner,
    certificates: new Map([...learner.certificates, ...earned.map(e => [e.certificateId, e] as const)]),
  };
}
