/** A member sets out on a path, or asks which there are. */
import { newlyEarned, withCertificates } from '../domain/certification.ts';
import type { PathKind } from '../domain/curriculum.ts';
import { type ChoiceOutcome, firstStep, pathChoices, prerequisiteStates } from '../domain/enrolling.ts';
import type { Learner } from '../domain/learner.ts';
import { progressOn } from '../domain/progress.ts';
import { findExact, nearest } from '../domain/search.ts';
import { saveCertificates } from '../store/certificates.ts';
import { inTransaction } from '../store/database.ts';
import { enrol } from '../store/enrolments.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { enqueue } from '../store/outbox.ts';
import type { Asker, FlowContext } from './context.ts';

export async function pickPath(context: FlowContext, asker: Asker, family?: PathKind): Promise<ChoiceOutcome> {
  const learner = await loadLearner(context.db, asker);
  const paths = pathChoices(context.curriculum, learner, family);
  return { kind: 'pick', paths, ...(family ? { family } : {}) };
}

export async function choosePath(context: FlowContext, asker: Asker, asked: string): Promise<ChoiceOutcome> {
  const { db, curriculum, paths, now, wake } = context;
  const path = findExact(paths, asked);
  if (!path) return { kind: 'unknown-path', asked, nearest: nearest(paths, asked, 3) };

  const outcome = await inTransaction(db, async tx => {
    await lockMember(tx, asker);
    const learner = await loadLearner(tx, asker);
    const enrolment = { pathId: path.id, since: now() };
    const isNew = await enrol(tx, asker, enrolment, asker.interactionId);
    const enrolled: Learner = isNew ? { ...learner, enrolments: [...learner.enrolments, enrolment] } : learner;
    const certificates = newlyEarned(curriculum, enrolled, now());
    await saveCertificates(tx, asker, certificates);
    const { guildId, userId } = asker;
    await enqueue(
      tx,
      certificates.map(({ certificateId }) => ({ kind: 'grant-role', member: { guildId, userId }, certificateId })),
      now(),
    );
    const next = firstStep(path, curriculum, withCertificates(enrolled, certificates));
    return {
      kind: isNew ? ('chosen' as const) : ('already-on' as const),
      progress: progressOn(path, learner.ticks),
      prerequisites: prerequisiteStates(path, curriculum, learner),
      ...(next ? { next } : {}),
      certificates,
    };
  });
  if (outcome.certificates.length > 0) wake();
  return outcome;
}
