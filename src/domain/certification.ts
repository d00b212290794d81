/** When a certificate is earned. */
import type { Certificate, Curriculum, Item } from './curriculum.ts';
import type { EarnedCertificate, Evidenced, Learner } from './learner.ts';
import { hasCompleted } from './progress.ts';

/** What still stands between a learner and a certificate; nothing left means it is earned. */
export interface CertificateStanding {
  readonly certificate: Certificate;
  readonly earned?: EarnedCertificate;
  readonly itemsLeft: readonly string[];
  /** Ticked, but without the work that the certificate wants shown. */
  readonly unshown: readonly string[];
  /** A completed path is required besides, and missing. */
  readonly lacksPath: boolean;
}

/** A learner as they would stand after a tick. */
type Certifiable = Pick<Learner, 'certificates'> & { readonly ticks: Evidenced };

export function standing(certificate: Certificate, curriculum: Curriculum, learner: Certifiable): CertificateStanding {
  const earned = learner.certificates.get(certificate.id);
  return {
    certificate,
    ...(earned ? { earned } : {}),
    itemsLeft: certificate.itemIds.filter(id => !learner.ticks.has(id)),
    unshown: (certificate.shown ?? []).filter(id => isUnshown(id, learner.ticks)),
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
    .filter(({ itemsLeft, unshown, lacksPath }) => itemsLeft.length === 0 && unshown.length === 0 && !lacksPath)
    .map(({ certificate }) => ({
      certificateId: certificate.id,
      at,
      curriculumVersion: curriculum.version,
      items: certificate.itemIds.length,
    }));
}

/** A certificate whose items are all ticked, and what it still waits for. */
export interface Awaited {
  readonly certificate: Certificate;
  /** Items whose work is still to be shown. */
  readonly unshown: readonly Item[];
  readonly lacksPath: boolean;
}

/** Certificates that an item belongs to and that now wait for no tick, but for work shown or for a completed path. */
export function awaited(curriculum: Curriculum, learner: Certifiable, itemId: string): readonly Awaited[] {
  return [...curriculum.certificates.values()]
    .filter(({ id, itemIds }) => itemIds.includes(itemId) && !learner.certificates.has(id))
    .map(certificate => standing(certificate, curriculum, learner))
    .filter(({ itemsLeft, unshown, lacksPath }) => itemsLeft.length === 0 && (unshown.length > 0 || lacksPath))
    .map(({ certificate, unshown, lacksPath }) => ({ certificate, unshown: itemsOf(curriculum, unshown), lacksPath }));
}

/** Certificates still to be earned that want to see the work of this item; none where it has been shown. */
export function wantingWork(curriculum: Curriculum, learner: Certifiable, itemId: string): readonly Certificate[] {
  if (!isUnshown(itemId, learner.ticks)) return [];
  return [...curriculum.certificates.values()].filter(
    ({ id, shown }) => shown?.includes(itemId) === true && !learner.certificates.has(id),
  );
}

function isUnshown(itemId: string, ticks: Evidenced): boolean {
  return ticks.get(itemId)?.evidence === 'self-marked';
}

function itemsOf(curriculum: Curriculum, ids: readonly string[]): readonly Item[] {
  return ids.flatMap(id => curriculum.items.get(id) ?? []);
}

export function withCertificates(learner: Learner, earned: readonly EarnedCertificate[]): Learner {
  if (earned.length === 0) return learner;
  return {
    ...learner,
    certificates: new Map([...learner.certificates, ...earned.map(e => [e.certificateId, e] as const)]),
  };
}
