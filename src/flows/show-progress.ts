/** How far along a member is on each of their paths, and what comes next there. */
import type { Member } from '../domain/member.ts';
import { type ProgressOverview, progressOverview } from '../domain/overview.ts';
import { loadLearner } from '../store/learner.ts';
import type { FlowContext } from './context.ts';

export async function showProgress(context: FlowContext, member: Member): Promise<ProgressOverview> {
  return progressOverview(context.curriculum, await loadLearner(context.db, member));
}
