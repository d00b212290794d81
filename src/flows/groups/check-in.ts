/** A member says that they are at a session, or takes that back. */
import { checkInAt, type HereOutcome } from '../../domain/groups/attendance.ts';
import { inTransaction } from '../../store/database.ts';
import { attendeesOf, saveAttendance } from '../../store/groups/attendances.ts';
import { groupsOfMember, hostsOf } from '../../store/groups/members.ts';
import { lockMember } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { findSession } from './find-session.ts';
import { ownConsistency } from './own-consistency.ts';

export async function noteHere(
  context: FlowContext,
  asker: Asker,
  groupKey: string,
  planned: string,
): Promise<HereOutcome> {
  const { db, now } = context;
  return await inTransaction(db, async (tx): Promise<HereOutcome> => {
    await lockMember(tx, asker);
    const found = await findSession(context, tx, asker.guildId, groupKey, planned);
    if (!found) return { kind: 'unknown-group' };
    const { group, session, next } = found;
    const after = next ? { next } : {};
    if (!session) return { kind: 'unknown-session', group, ...after };
    const of = { group, session };
    if (session.off) return { kind: 'off', ...of, ...after };
    const hosts = await hostsOf(tx, asker.guildId, groupKey);
    const known = await ownEntry(tx, asker, session);
    // Said in time, and said again: nothing is asked of them.
    if (!known?.isHere) {
      if (known && known.notedBy !== asker.userId) return { kind: 'decided', hosts, ...of };
      const window = checkInAt(session, now());
      if (window.kind === 'closed') return { ...window, hosts, ...of };
      if (window.kind === 'too-early') return { ...window, ...of };
      await saveAttendance(tx, asker, session, { isHere: true, notedBy: asker.userId }, asker.interactionId, now());
    }
    const consistency = await ownConsistency(context, tx, asker);
    return {
      kind: 'here',
      ...of,
      isNew: !known?.isHere,
      isMember: (await groupsOfMember(tx, asker)).includes(groupKey),
      ...(consistency ? { consistency } : {}),
    };
  });
}

/** Only what they said themselves; at any time, since it takes nothing from anybody. */
export async function takeBackHere(
  context: FlowContext,
  asker: Asker,
  groupKey: string,
  planned: string,
): Promise<HereOutcome> {
  const { db, now } = context;
  return await inTransaction(db, async (tx): Promise<HereOutcome> => {
    await lockMember(tx, asker);
    const found = await findSession(context, tx, asker.guildId, groupKey, planned);
    if (!found) return { kind: 'unknown-group' };
    const { group, session, next } = found;
    if (!session) return { kind: 'unknown-session', group, ...(next ? { next } : {}) };
    const known = await ownEntry(tx, asker, session);
    if (!known?.isHere) return { kind: 'not-noted', group, session };
    if (known.notedBy !== asker.userId)
      return { kind: 'decided', group, session, hosts: await hostsOf(tx, asker.guildId, groupKey) };
    await saveAttendance(tx, asker, session, { isHere: false, notedBy: asker.userId }, asker.interactionId, now());
    return { kind: 'taken-back', group, session, isOpen: checkInAt(session, now()).kind === 'open' };
  });
}

async function ownEntry(
  tx: Parameters<typeof attendeesOf>[0],
  { guildId, userId }: Asker,
  session: Parameters<typeof attendeesOf>[2],
) {
  return (await attendeesOf(tx, guildId, session)).find(one => one.userId === userId);
}
