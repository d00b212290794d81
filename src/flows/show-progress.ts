/** How far along a member is on each of their paths, what comes next there, and how regularly they come to their groups. */
import type { Member } from '../domain/member.ts';
import { type ProgressOverview, progressOverview } from '../domain/overview.ts';
import { loadLearner } from '../store/learner.ts';
import type { FlowContext } from './context.ts';
import { ownConsistency } from './groups/own-consistency.ts';

export async function showProgress(context: FlowContext, member: Member): Promise<ProgressOverview> {
  const learner = await loadLearner(context.db, member);
  const consistency = learner.groups.length > 0 ? await ownConsistency(context, context.db, member) : undefined;
  return { ...progressOverview(context.curriculum, learner), ...(consistency ? { consistency } : {}) };
}
