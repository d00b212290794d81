/** Which paths there are, and what one of them holds for this member. */
import type { PathKind } from '../domain/curriculum.ts';
import { type PathChoice, pathChoices } from '../domain/enrolling.ts';
import type { Member } from '../domain/member.ts';
import { type PathOverview, pathOverview } from '../domain/overview.ts';
import { findExact, nearest } from '../domain/search.ts';
import { loadLearner } from '../store/learner.ts';
import type { FlowContext } from './context.ts';

export async function listPaths(
  context: FlowContext,
  member: Member,
  family?: PathKind,
): Promise<readonly PathChoice[]> {
  return pathChoices(context.curriculum, await loadLearner(context.db, member), family);
}

export async function showPath(context: FlowContext, member: Member, asked: string): Promise<PathOverview> {
  const path = findExact(context.paths, asked);
  if (!path) return { kind: 'unknown-path', asked, nearest: nearest(context.paths, asked, 3) };
  return pathOverview(path, context.curriculum, await loadLearner(context.db, member));
}
