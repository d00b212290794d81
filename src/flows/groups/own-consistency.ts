/** How regularly a member comes to the meetings of their groups. */
import { type Consistency, consistencyOf, farthestBack } from '../../domain/groups/consistency.ts';
import type { Member } from '../../domain/member.ts';
import type { Db } from '../../store/database.ts';
import { attendedBy } from '../../store/groups/attendances.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { membershipsOf } from '../../store/groups/memberships.ts';
import { restsOf } from '../../store/groups/rests.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';

/** Undefined for who is in no group, or where no week counts yet. Costs those in no group one query. */
export async function ownConsistency(
  context: Pick<FlowContext, 'community' | 'timeZone' | 'now'>,
  db: Db,
  member: Member,
): Promise<Consistency | undefined> {
  const known = await membershipsOf(db, member);
  if (known.length === 0) return undefined;
  const now = context.now();
  const { groups } = await loadGroups(context, db, member.guildId);
  const exceptionsOf = await exceptionsOfServer(db, member.guildId);
  const memberships = known.flatMap(({ groupKey, joinedAt }) => {
    const group = groups.find(({ key }) => key === groupKey);
    return group ? { group, exceptions: exceptionsOf(groupKey), joinedAt } : [];
  });
  const from = now.toZonedDateTimeISO('UTC').toPlainDate().subtract(farthestBack).subtract({ days: 7 }).toString();
  return consistencyOf(memberships, await attendedBy(db, member, from), await restsOf(db, member), now);
}
