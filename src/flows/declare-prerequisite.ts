/** A member says they have what a path asks for. */
import { type ChoiceOutcome, firstStep, prerequisiteStates } from '../domain/enrolling.ts';
import { progressOn } from '../domain/progress.ts';
import { inTransaction } from '../store/database.ts';
import { declare } from '../store/declarations.ts';
import { loadLearner } from '../store/learner.ts';
import type { Asker, FlowContext } from './context.ts';

/** Shows the path as it stands then; enrols nobody. A prerequisite the path no longer has is passed over. */
export async function declarePrerequisite(
  { db, curriculum, now }: FlowContext,
  asker: Asker,
  pathId: string,
  prerequisiteId: string,
): Promise<ChoiceOutcome> {
  const path = curriculum.paths.get(pathId);
  if (!path) return { kind: 'unknown-path', asked: pathId, nearest: [] };
  const learner = await inTransaction(db, async tx => {
    if (path.prerequisites.some(({ id }) => id === prerequisiteId)) await declare(tx, asker, prerequisiteId, now());
    return await loadLearner(tx, asker);
  });
  const next = firstStep(path, curriculum, learner);
  return {
    kind: learner.enrolments.some(enrolment => enrolment.pathId === pathId) ? 'already-on' : 'not-on',
    progress: progressOn(path, learner.ticks),
    prerequisites: prerequisiteStates(path, curriculum, learner),
    ...(next ? { next } : {}),
    certificates: [],
  };
}
