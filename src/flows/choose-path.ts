/** A member sets out on a path, or asks which there are. */
import type { PathKind } from '../domain/curriculum.ts';
import { type ChoiceOutcome, firstStep, pathChoices, prerequisiteStates } from '../domain/enrolling.ts';
import type { Enrolment } from '../domain/learner.ts';
import { progressOn } from '../domain/progress.ts';
import { channelsOpened } from '../domain/role-channels.ts';
import { findExact, nearest } from '../domain/search.ts';
import { knownOn } from '../store/bindings.ts';
import { inTransaction } from '../store/database.ts';
import { enrol } from '../store/enrolments.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import type { Asker, FlowContext } from './context.ts';
import { rolesOnServer } from './server-roles.ts';
import { takeUp } from './take-up-path.ts';

export async function pickPath(context: FlowContext, asker: Asker, family?: PathKind): Promise<ChoiceOutcome> {
  const learner = await loadLearner(context.db, asker);
  const paths = pathChoices(context.curriculum, learner, family);
  return { kind: 'pick', paths, ...(family ? { family } : {}) };
}

export async function choosePath(context: FlowContext, asker: Asker, asked: string): Promise<ChoiceOutcome> {
  const { db, curriculum, paths, wake } = context;
  const path = findExact(paths, asked);
  if (!path) return { kind: 'unknown-path', asked, nearest: nearest(paths, asked, 3) };

  const { rolesFollow, ...outcome } = await inTransaction(db, async tx => {
    await lockMember(tx, asker);
    const learner = await loadLearner(tx, asker);
    const { interactionId } = asker;
    const enrolHere = (enrolment: Enrolment) => enrol(tx, asker, enrolment, interactionId);
    const taking = { member: asker, path, learner, because: interactionId, enrol: enrolHere };
    const taken = await takeUp(tx, context, taking);
    const next = firstStep(path, curriculum, taken.learner);
    const known = taken.isNew && taken.rolesFollow ? await knownOn(tx, asker.guildId) : new Map();
    const roles = await rolesOnServer(context, tx, asker.guildId);
    const opened = channelsOpened(roles, known, learner, taken.learner);
    return {
      rolesFollow: taken.rolesFollow,
      kind: taken.isNew ? ('chosen' as const) : ('already-on' as const),
      progress: progressOn(path, learner.ticks),
      prerequisites: prerequisiteStates(path, curriculum, learner),
      ...(next ? { next } : {}),
      certificates: taken.certificates,
      ...(opened.length > 0 ? { opened } : {}),
    };
  });
  if (rolesFollow) wake();
  return outcome;
}
