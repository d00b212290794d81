/** A member says by a button whether they come to a session. Anyone may come, also who is not in the group. */
import { type AnswerOutcome, closedFor } from '../../domain/groups/answering.ts';
import { expectedReminder, reminderSettings } from '../../domain/groups/reminding.ts';
import { usualLeadOf } from '../../domain/groups/usual-lead.ts';
import { inTransaction } from '../../store/database.ts';
import { saveAnswer } from '../../store/groups/answers.ts';
import { memberSettings } from '../../store/groups/member-settings.ts';
import { groupsOfMember } from '../../store/groups/members.ts';
import { restsOf } from '../../store/groups/rests.ts';
import { replan } from '../../store/groups/schedules.ts';
import { lockMember } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { findSession } from './find-session.ts';
import { pingRules } from './ping-rules.ts';

/** @param planned the session's name: its planned wall time. */
export async function answerSession(
  context: FlowContext,
  asker: Asker,
  groupKey: string,
  planned: string,
  isComing: boolean,
): Promise<AnswerOutcome> {
  const { db, now, wake } = context;
  const outcome = await inTransaction(db, async (tx): Promise<AnswerOutcome> => {
    await lockMember(tx, asker);
    const found = await findSession(context, tx, asker.guildId, groupKey, planned);
    if (!found) return { kind: 'unknown-group' };
    const { group, session, next } = found;
    const after = next ? { next } : {};
    if (!session) return { kind: 'unknown-session', group, ...after };
    const closed = closedFor(session, now());
    if (closed) return { kind: closed, group, session, ...after };
    if (await saveAnswer(tx, asker, { groupKey, planned, isComing }, asker.interactionId, now()))
      await replan(tx, asker.guildId, groupKey, now());
    const settings = await memberSettings(tx, asker);
    const { reminder, session: call } = await pingRules(tx, asker.guildId);
    const callAt = session.startsAt.subtract({ minutes: call.minutesBefore });
    const rests = await restsOf(tx, asker);
    return {
      kind: 'answered',
      group,
      session,
      isComing,
      isMember: (await groupsOfMember(tx, asker)).includes(groupKey),
      ...(settings.timeZone === undefined ? {} : { zone: settings.timeZone }),
      reminder: expectedReminder(reminderSettings(settings, usualLeadOf(reminder, session.startsAt)), session, {
        rests,
        isOn: reminder.on,
        now: now(),
      }),
      ...(call.on && Temporal.Instant.compare(now(), callAt) < 0 ? { call: call.minutesBefore } : {}),
    };
  });
  if (outcome.kind === 'answered') wake();
  return outcome;
}
