/** How a member who said they come is reminded. */
import { isRestFrom, type Rest } from './resting.ts';
import type { Session } from './session.ts';

/** What can be chosen, in minutes before the start. */
export const leads = [15, 60, 3 * 60, 24 * 60, 2 * 24 * 60] as const;

export type ReminderWhere = 'thread' | 'dm' | 'off';

export interface ReminderChoice {
  /** Minutes before the start. */
  readonly lead: number;
  readonly where: ReminderWhere;
}

export interface ReminderSettings extends ReminderChoice {
  /** Cairn wrote and Discord did not let it through: reminders come in the thread until the member chooses anew. */
  readonly isDmClosed: boolean;
}

/** What stands in the settings, the usual where nothing does. @param usualLead the server's. */
export function reminderSettings(
  settings: {
    readonly reminderLead?: number;
    readonly reminderWhere?: ReminderWhere;
    readonly dmClosedAt?: Temporal.Instant;
  },
  usualLead: number,
): ReminderSettings {
  return {
    lead: settings.reminderLead ?? usualLead,
    where: settings.reminderWhere ?? 'thread',
    isDmClosed: settings.dmClosedAt !== undefined,
  };
}

/** What somebody who has just said they come can expect. */
export type Expected =
  | { readonly kind: 'reminded'; readonly at: Temporal.Instant; readonly where: 'thread' | 'dm' }
  /** Its time has passed: the group's own ping is still to come. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'off' }
  | { readonly kind: 'resting' }
  /** The organisers have turned reminders off. */
  | { readonly kind: 'off-here' };

export function expectedReminder(
  { lead, where, isDmClosed }: ReminderSettings,
  session: Pick<Session, 'startsAt' | 'zone'>,
  { rests, isOn, now }: { readonly rests: readonly Rest[]; readonly isOn: boolean; readonly now: Temporal.Instant },
): Expected {
  if (!isOn) return { kind: 'off-here' };
  if (where === 'off') return { kind: 'off' };
  const at = session.startsAt.subtract({ minutes: lead });
  if (isRestFrom(rests, session, at)) return { kind: 'resting' };
  if (Temporal.Instant.compare(at, now) <= 0) return { kind: 'passed' };
  return { kind: 'reminded', at, where: where === 'dm' && !isDmClosed ? 'dm' : 'thread' };
}
