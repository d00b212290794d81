/** A host, or an organiser, looks at who was at a session, and sets right what members forgot or mistook. */
import { type AttendanceOutcome, checkIn } from '../../domain/groups/attendance.ts';
import type { Group } from '../../domain/groups/group.ts';
import { type Session, sessionsOf } from '../../domain/groups/session.ts';
import { fold } from '../../domain/search.ts';
import { inTransaction } from '../../store/database.ts';
import { comersAnswered } from '../../store/groups/answers.ts';
import { attendeesOf, saveAttendance } from '../../store/groups/attendances.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { hostedBy } from '../../store/groups/members.ts';
import { lockMember } from '../../store/lock.ts';
import type { FlowContext } from '../context.ts';
import { findSession } from './find-session.ts';
import { auditDecision, type Deciding, notHost } from './hosting.ts';
import { loadGroups } from './load-groups.ts';

export interface Correction {
  readonly userId: string;
  readonly isHere: boolean;
}

/** @param correction absent: it is only shown. */
export async function attendance(
  context: FlowContext,
  asker: Deciding,
  groupKey: string,
  planned: string,
  correction?: Correction,
): Promise<AttendanceOutcome> {
  const { db, now } = context;
  const { guildId } = asker;
  return await inTransaction(db, async (tx): Promise<AttendanceOutcome> => {
    if (correction) await lockMember(tx, { guildId, userId: correction.userId });
    const found = await findSession(context, tx, guildId, groupKey, planned);
    if (!found) return { kind: 'unknown-group' };
    const { group, session, next } = found;
    const refused = await notHost(tx, asker, group);
    if (refused) return refused;
    if (!session) return { kind: 'unknown-session', group, ...(next ? { next } : {}) };
    const of = { group, session };
    if (session.off) return { kind: 'off', ...of };
    const opensAt = session.startsAt.subtract({ minutes: checkIn.opensBefore });
    if (Temporal.Instant.compare(now(), opensAt) < 0) return { kind: 'not-begun', ...of };
    if (correction) {
      const { userId, isHere } = correction;
      const before = (await attendeesOf(tx, guildId, session)).find(one => one.userId === userId)?.isHere ?? false;
      const noted = { isHere, notedBy: asker.userId };
      await saveAttendance(tx, { guildId, userId }, session, noted, asker.interactionId, now());
      const subject = `${group.title}, ${planned.replace('T', ' ')}`;
      const entry = (here: boolean) => ({ 'member id': userId, here });
      if (before !== isHere)
        await auditDecision(
          tx,
          asker,
          { action: 'attendance-corrected', subject, before: entry(before), after: entry(isHere) },
          now(),
        );
    }
    const attendees = await attendeesOf(tx, guildId, session);
    const known = new Set(attendees.map(({ userId }) => userId));
    const missing = (await comersAnswered(tx, guildId, session)).filter(userId => !known.has(userId));
    return { kind: 'attendance', ...of, attendees, missing, ...(correction ? { corrected: correction } : {}) };
  });
}

/** As far back as a host is likely to remember. */
const daysBack = 28;
const limit = 25;

/** Those that can be looked at and corrected, the latest first: of the groups the asker hosts, or of all for an organiser. */
export async function recentSessions(
  context: FlowContext,
  asker: Deciding,
  typed: string,
): Promise<readonly { readonly group: Group; readonly session: Session }[]> {
  const { db, now } = context;
  const own = new Set(await hostedBy(db, asker));
  const { groups } = await loadGroups(context, db, asker.guildId);
  const exceptionsOf = await exceptionsOfServer(db, asker.guildId);
  const wanted = fold(typed);
  return groups
    .filter(({ key, title }) => (asker.isOrganiser || own.has(key)) && (wanted === '' || fold(title).includes(wanted)))
    .flatMap(group =>
      sessionsOf(
        group,
        exceptionsOf(group.key),
        now().subtract({ hours: daysBack * 24 }),
        now().add({ minutes: checkIn.opensBefore }),
      )
        .filter(({ off }) => !off)
        .map(session => ({ group, session })),
    )
    .sort((a, b) => Temporal.Instant.compare(b.session.startsAt, a.session.startsAt))
    .slice(0, limit);
}
