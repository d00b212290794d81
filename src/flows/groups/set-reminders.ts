/** A member says how they want to be reminded, or looks at it. */
import { type ReminderChoice, type ReminderSettings, reminderSettings } from '../../domain/groups/reminding.ts';
import { isNewer, type Member } from '../../domain/member.ts';
import type { Db } from '../../store/database.ts';
import { inTransaction } from '../../store/database.ts';
import { memberSettings, saveMemberSettings } from '../../store/groups/member-settings.ts';
import { ownAnswers } from '../../store/groups/own-answers.ts';
import { replan } from '../../store/groups/schedules.ts';
import { lockMember } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { pingRules } from './ping-rules.ts';

export interface RemindersShown {
  readonly settings: ReminderSettings;
  readonly isChanged: boolean;
  /** Direct messages had failed, and are tried again from now on. */
  readonly isDmTriedAgain: boolean;
}

/** @param wanted nothing: it is only shown. Direct messages that failed are tried again once they are asked for anew. */
export async function setReminders(
  { db, now, wake }: FlowContext,
  asker: Asker,
  wanted: Partial<ReminderChoice> = {},
): Promise<RemindersShown> {
  const shown = await inTransaction(db, async (tx): Promise<RemindersShown> => {
    await lockMember(tx, asker);
    const before = await memberSettings(tx, asker);
    // One that comes twice, or late, is only shown what holds.
    const asked = isNewer(asker.interactionId, before.reminderChangedBy ?? '0') ? wanted : {};
    const { dmClosedAt, ...kept } = before;
    const isDmTriedAgain = asked.where === 'dm' && dmClosedAt !== undefined;
    const after = {
      ...kept,
      ...(dmClosedAt && !isDmTriedAgain ? { dmClosedAt } : {}),
      ...(asked.lead === undefined ? {} : { reminderLead: asked.lead }),
      ...(asked.where === undefined ? {} : { reminderWhere: asked.where }),
    };
    const usual = (await pingRules(tx, asker.guildId)).reminder.minutesBefore;
    const [was, settings] = [reminderSettings(before, usual), reminderSettings(after, usual)];
    // To choose what is usual is a choice, too: it stays when organisers move the usual.
    const isLeadChosen = before.reminderLead !== after.reminderLead;
    const isChanged = isLeadChosen || was.where !== settings.where || isDmTriedAgain;
    if (isChanged) {
      const changed = { reminderChangedBy: asker.interactionId, reminderChangedAt: now() };
      await saveMemberSettings(tx, asker, { ...after, ...changed }, now());
      await replanAnswered(tx, asker, now());
    }
    return { settings, isChanged, isDmTriedAgain };
  });
  if (shown.isChanged) wake();
  return shown;
}

/** The groups with a session ahead that the member said they come to: their reminders are due at other times now. */
export async function replanAnswered(tx: Db, member: Member, now: Temporal.Instant): Promise<void> {
  // A moved session's name can be older than its start.
  const from = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 20 });
  const coming = [...(await ownAnswers(tx, member, from))].filter(([, isComing]) => isComing);
  const keys = new Set(coming.map(([session]) => session.split('/')[0] ?? ''));
  for (const groupKey of keys) await replan(tx, member.guildId, groupKey, now);
}
