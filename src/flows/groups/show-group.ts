/** One group: who hosts it, when it meets next and how many come, how many were there lately. */
import { sessionsOf } from '../../domain/groups/session.ts';
import type { ShowGroupOutcome } from '../../domain/groups/shown-group.ts';
import { upcoming } from '../../domain/groups/upcoming.ts';
import type { Member } from '../../domain/member.ts';
import { comingCounts } from '../../store/groups/answers.ts';
import { hereCounts } from '../../store/groups/attendances.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { membersOfGroup } from '../../store/groups/members.ts';
import { findSchedule } from '../../store/groups/schedules.ts';
import type { FlowContext } from '../context.ts';
import { bestHoursOf } from './best-hours.ts';
import { findGroup } from './find-group.ts';
import { communityZone } from './load-groups.ts';
import { ownConsistency } from './own-consistency.ts';

const shownAhead = 3;
const shownBehind = 5;
/** Whoever met less often than this did not meet lately. */
const daysBack = 70;

export async function showGroup(
  context: FlowContext,
  member: Member & { readonly isOrganiser: boolean },
  asked: string,
): Promise<ShowGroupOutcome> {
  const { db, curriculum, now } = context;
  const { guildId, userId } = member;
  const found = await findGroup(context, db, guildId, asked);
  if (found.kind !== 'found') return found;
  const { group } = found;
  const exceptions = await loadExceptions(db, guildId, group.key);
  const members = await membersOfGroup(db, guildId, group.key);
  // A moved session's name can be older than its start.
  const since = now()
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .subtract({ days: daysBack + 20 })
    .toString();
  const [coming, here] = [
    await comingCounts(db, guildId, group.key, since),
    await hereCounts(db, guildId, group.key, since),
  ];
  const begun = (await findSchedule(db, guildId, group.key))?.begunAt;
  const next = upcoming(group, exceptions, now()).slice(0, shownAhead);
  const past = sessionsOf(group, exceptions, now().subtract({ hours: daysBack * 24 }), now())
    .filter(({ off, endsAt }) => !off && Temporal.Instant.compare(endsAt, now()) <= 0)
    // From before Cairn was here, only what somebody noted.
    .filter(({ planned, startsAt }) => here.has(planned) || !begun || Temporal.Instant.compare(startsAt, begun) >= 0)
    .toReversed()
    .slice(0, shownBehind);
  const zone = await communityZone(context, db, guildId);
  const own = members.find(one => one.userId === userId);
  const consistency = own && (await ownConsistency(context, db, member));
  return {
    kind: 'group',
    group,
    members: members.length,
    hosts: members.flatMap(one => (one.isHost ? one.userId : [])),
    next: next.map(session => ({ session, coming: coming.get(session.planned) ?? 0 })),
    past: past.map(session => ({ session, here: here.get(session.planned) ?? 0 })),
    isMember: own !== undefined,
    isOverseer: member.isOrganiser || own?.isHost === true,
    pathTitles: group.paths.flatMap(id => curriculum.paths.get(id)?.title ?? []),
    ...(consistency ? { consistency } : {}),
    ...(group.kind === 'study-group' ? { bestHours: await bestHoursOf(db, guildId, group, zone, now()) } : {}),
  };
}
