/** A path's role that the member has picked is a wish to be on the path: it is fulfilled, or the member is asked. */
import type { CommunityRole } from '../domain/community.ts';
import type { Path } from '../domain/curriculum.ts';
import type { Member } from '../domain/member.ts';
import { wishedPath } from '../domain/wanted-roles.ts';
import type { Db } from '../store/database.ts';
import { enrolAsWished } from '../store/enrolments.ts';
import { loadLearner } from '../store/learner.ts';
import { lastRoleChange } from '../store/role-changes.ts';
import type { FlowContext } from './context.ts';
import { takeUp } from './take-up-path.ts';

export interface Wishes {
  readonly enrolled: readonly Path[];
  /** Several paths fit the role. */
  readonly toAsk: readonly WishedRole[];
}

export interface WishedRole {
  readonly role: CommunityRole;
  readonly paths: readonly Path[];
}

interface Wishing {
  readonly member: Member;
  readonly wishes: readonly CommunityRole[];
  readonly because: string;
}

/** What shows the member's roles may be older than the change that is just taking one away. */
const settling = Temporal.Duration.from({ minutes: 1 });

export async function fulfilWishes(
  tx: Db,
  context: Pick<FlowContext, 'curriculum' | 'community' | 'now'>,
  { member, wishes, because }: Wishing,
): Promise<Wishes> {
  const { curriculum, now } = context;
  const changed = wishes.length > 0 ? await lastRoleChange(tx, member) : undefined;
  if (changed && Temporal.Instant.compare(now(), changed.add(settling)) < 0) return { enrolled: [], toAsk: [] };
  const enrolled: Path[] = [];
  const toAsk: WishedRole[] = [];
  for (const role of wishes) {
    const path = wishedPath(role, curriculum);
    if (!path) {
      const paths = role.paths.flatMap(id => curriculum.paths.get(id) ?? []);
      if (paths.length > 0) toAsk.push({ role, paths });
      continue;
    }
    const learner = await loadLearner(tx, member);
    const enrol = (enrolment: Parameters<typeof enrolAsWished>[2]) => enrolAsWished(tx, member, enrolment);
    const { isNew } = await takeUp(tx, context, { member, path, learner, because, enrol });
    if (isNew) enrolled.push(path);
  }
  return { enrolled, toAsk };
}
