/** The next meetings of a member's groups, or of one group; those that are off with them. */
import type { Group } from '../../domain/groups/group.ts';
import type { Meeting, MeetingsOutcome } from '../../domain/groups/meetings.ts';
import { upcoming } from '../../domain/groups/upcoming.ts';
import type { Member } from '../../domain/member.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { groupsOfMember } from '../../store/groups/members.ts';
import { ownAnswers } from '../../store/groups/own-answers.ts';
import type { FlowContext } from '../context.ts';
import { findGroup } from './find-group.ts';
import { loadGroups } from './load-groups.ts';

const most = 5;

export async function nextMeetings(context: FlowContext, member: Member, asked?: string): Promise<MeetingsOutcome> {
  const { db } = context;
  const { guildId } = member;
  if (asked !== undefined) {
    const found = await findGroup(context, db, guildId, asked);
    if (found.kind !== 'found') return found;
    return { kind: 'meetings', of: found.group, meetings: await meetingsOf(context, member, [found.group]) };
  }
  const own = new Set(await groupsOfMember(db, member));
  const groups = (await loadGroups(context, db, guildId)).groups.filter(({ key }) => own.has(key));
  if (groups.length === 0) return { kind: 'in-none' };
  return { kind: 'meetings', meetings: await meetingsOf(context, member, groups) };
}

async function meetingsOf(
  { db, now }: FlowContext,
  member: Member,
  groups: readonly Group[],
): Promise<readonly Meeting[]> {
  const exceptionsOf = await exceptionsOfServer(db, member.guildId);
  // A moved session's name can be older than its start.
  const earliest = now().toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 20 });
  const answers = await ownAnswers(db, member, earliest);
  return groups
    .flatMap(group => upcoming(group, exceptionsOf(group.key), now()).map(session => ({ group, session })))
    .sort((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt))
    .slice(0, most)
    .map(({ group, session }): Meeting => {
      const isComing = answers.get(`${group.key}/${session.planned}`);
      return { group, session, ...(isComing === undefined ? {} : { isComing }) };
    });
}
