/** What Cairn says by the calendar, when each is due and until when it still makes sense. */
import type { Weekday } from '../community.ts';
import { weekStart } from './calendar-week.ts';
import { communityKey, type Group } from './group.ts';
import { isRestFrom, type Rest } from './resting.ts';
import { type Exceptions, type Session, sessionsOf } from './session.ts';
import { isWeekTold } from './told-week.ts';
import { type UsualLead, usualLeadOf } from './usual-lead.ts';

/**
 * `week-plan`: Monday's plan in the group's channel. `thread`: the session's thread is opened, with the agenda.
 * `reminder`: to those who said they come. `session`: the role ping before the start. `check-in`: at the start. `event-start`,
 * `event-end`: its scheduled event in a voice channel is begun and ended. `change`: a session was skipped, moved, or is held
 * after all. `digest`: the community's week. `summary`: what an outage kept from being said.
 */
export type PingKind =
  | 'week-plan'
  | 'thread'
  | 'reminder'
  | 'session'
  | 'check-in'
  | 'event-start'
  | 'event-end'
  | 'change'
  | 'digest'
  | 'summary';

/** Key (schedule, occurrence, kind, audience): said once. */
export interface PingKey {
  /** A group's key, or `communityKey`. */
  readonly groupKey: string;
  /** A session's `planned` with "~revision" where that is above 0; a date for what is weekly; the outage's end for a summary. */
  readonly occurrence: string;
  readonly kind: PingKind;
  /** `channel`, `role`, or for reminders: `thread-<minutes ahead>` or a user's id; with "+snoozes" at the end once snoozed. */
  readonly audience: string;
}

export interface Ping extends PingKey {
  readonly dueAt: Temporal.Instant;
  /** Later than this it is suppressed, and the reason recorded. */
  readonly expiresAt: Temporal.Instant;
}

/** Organisers can turn each off and move it. */
export interface PingRules {
  /** In the group's zone. */
  readonly weekPlan: { readonly on: boolean; readonly day: Weekday; readonly at: string };
  /** Whoever chose a lead keeps it. */
  readonly reminder: { readonly on: boolean } & UsualLead;
  readonly session: { readonly on: boolean; readonly minutesBefore: number };
  readonly checkIn: { readonly on: boolean; readonly minutesBefore: number };
  /** In the community's zone. */
  readonly digest: { readonly on: boolean; readonly day: Weekday; readonly at: string };
  /** Sessions are mirrored on Discord's own calendar. */
  readonly events: { readonly on: boolean };
}

export const usualRules: PingRules = {
  weekPlan: { on: true, day: 'Monday', at: '09:00' },
  reminder: { on: true, minutesBefore: 24 * 60 },
  session: { on: true, minutesBefore: 15 },
  checkIn: { on: true, minutesBefore: 0 },
  digest: { on: true, day: 'Sunday', at: '18:00' },
  events: { on: true },
};

/** Minutes before the start at which the thread is opened, or earlier for the reminders in it. */
const threadLead = 24 * 60;

/** How late each still makes sense, in minutes; a check-in from the start on. A thread, and the event's start, until the session ends. */
export const latenessBudgets = {
  'week-plan': 24 * 60,
  reminder: 2 * 60,
  session: 10,
  'check-in': 30,
  'event-start': 30,
  'event-end': 24 * 60,
  change: 24 * 60,
  digest: 24 * 60,
  summary: 24 * 60,
} as const satisfies Record<Exclude<PingKind, 'thread'>, number>;

/** Somebody who said they come, and how they want to be reminded. */
export interface Comer {
  readonly userId: string;
  /** Minutes before the start; `usual`: as the server has it; undefined: not at all. */
  readonly lead: number | 'usual' | undefined;
  readonly where: 'thread' | 'dm';
  /** Since when they want it so. */
  readonly since?: Temporal.Instant;
  readonly rests?: readonly Rest[];
}

/** Who said so only after the reminder's time knows it anyway, and whoever rests is left in peace. */
export function isRemindedOf(
  session: Pick<Session, 'startsAt' | 'zone'>,
  comer: Comer,
  { reminder }: Pick<PingRules, 'reminder'>,
): boolean {
  const { since, rests = [] } = comer;
  const lead = leadOf(session, comer, reminder);
  if (lead === undefined) return false;
  const at = session.startsAt.subtract({ minutes: lead });
  if (isRestFrom(rests, session, at)) return false;
  return since === undefined || Temporal.Instant.compare(since, at) <= 0;
}

function leadOf({ startsAt }: Pick<Session, 'startsAt'>, { lead }: Comer, usual: UsualLead): number | undefined {
  return lead === 'usual' ? usualLeadOf(usual, startsAt) : lead;
}

/** Who is reminded together by the reminder of that audience; undefined: it is none in the thread. */
export function remindedInThread(
  session: Session,
  comers: readonly Comer[],
  audience: string,
  rules: PingRules,
): readonly Comer[] | undefined {
  const minutes = /^thread-(\d+)$/.exec(audience)?.[1];
  if (minutes === undefined) return undefined;
  return comers.filter(
    one =>
      one.where === 'thread' &&
      leadOf(session, one, rules.reminder) === Number(minutes) &&
      isRemindedOf(session, one, rules),
  );
}

export interface PingPlan {
  readonly group: Group;
  readonly exceptions: Exceptions;
  readonly rules: PingRules;
  readonly comers: (session: Session) => readonly Comer[];
  /** Its scheduled events are in a voice channel. */
  readonly hasVoice: boolean;
}

export function occurrenceOf({ planned, revision }: Pick<Session, 'planned' | 'revision'>): string {
  return revision > 0 ? `${planned}~${revision}` : planned;
}

/** The session's planned wall time, of an occurrence. */
export function plannedOf(occurrence: string): string {
  return occurrence.split('~')[0] ?? occurrence;
}

/** No ping is due longer before its session than this, nor longer after its start. */
const longestLead = { hours: 14 * 24 };
const longestAfter = { hours: 9 };

/** What becomes due in (from, until], earliest first. Pure: the real run, `/schedule explain` and the rehearsal all ask this. */
export function pingsOf(plan: PingPlan, from: Temporal.Instant, until: Temporal.Instant): readonly Ping[] {
  const { group, exceptions, rules } = plan;
  const sessions = sessionsOf(group, exceptions, from.subtract(longestAfter), until.add(longestLead));
  const pings = [
    ...sessions.filter(({ off }) => !off).flatMap(session => pingsOfSession(plan, session)),
    ...(rules.weekPlan.on ? weekPlans(plan, from, until) : []),
  ];
  return between(pings, from, until);
}

/** The community's own. */
export function communityPings(
  rules: PingRules,
  zone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly Ping[] {
  if (!rules.digest.on) return [];
  const slot = { ...rules.digest, minutes: 1, zone };
  const weekly = sessionsOf(
    { key: communityKey, slots: [slot] },
    { changes: new Map(), breaks: [] },
    from.subtract(longestAfter),
    until.add({ hours: 1 }),
  );
  return between(
    weekly.map(({ planned, startsAt }) => weeklyPing(communityKey, planned, 'digest', startsAt)),
    from,
    until,
  );
}

function pingsOfSession({ group, rules, comers, hasVoice }: PingPlan, session: Session): readonly Ping[] {
  const { startsAt, endsAt } = session;
  const key = { groupKey: group.key, occurrence: occurrenceOf(session) };
  const timed = (
    kind: Exclude<PingKind, 'thread'>,
    audience: string,
    dueAt: Temporal.Instant,
    latest?: Temporal.Instant,
  ): Ping => {
    const budget = dueAt.add({ minutes: latenessBudgets[kind] });
    return {
      ...key,
      kind,
      audience,
      dueAt,
      expiresAt: latest && Temporal.Instant.compare(latest, budget) < 0 ? latest : budget,
    };
  };
  const before = (minutes: number) => startsAt.subtract({ minutes });
  const { on, ...usual } = rules.reminder;
  const reminders = on ? remindersTo(session, comers(session), rules) : [];
  const inThread = reminders.filter(({ where }) => where === 'thread').map(({ lead }) => lead);
  const opens = before(Math.max(threadLead, on ? usualLeadOf(usual, startsAt) : 0, ...inThread));
  const pings: Ping[] = [
    { ...key, kind: 'thread', audience: 'channel', dueAt: opens, expiresAt: endsAt },
    ...reminders.map(({ audience, lead }) => timed('reminder', audience, before(lead), startsAt)),
  ];
  if (rules.session.on) pings.push(timed('session', 'role', before(rules.session.minutesBefore), endsAt));
  if (rules.checkIn.on) {
    const expiresAt = startsAt.add({ minutes: latenessBudgets['check-in'] });
    pings.push({
      ...key,
      kind: 'check-in',
      audience: 'channel',
      dueAt: before(rules.checkIn.minutesBefore),
      expiresAt,
    });
  }
  if (rules.events.on && hasVoice)
    pings.push(timed('event-start', 'channel', startsAt, endsAt), timed('event-end', 'channel', endsAt));
  return pings;
}

/** Those who are reminded in the thread at the same time share one message. */
function remindersTo(
  session: Session,
  comers: readonly Comer[],
  rules: PingRules,
): readonly { readonly audience: string; readonly lead: number; readonly where: Comer['where'] }[] {
  const found = comers.flatMap(comer => {
    const { where, userId } = comer;
    const lead = isRemindedOf(session, comer, rules) ? leadOf(session, comer, rules.reminder) : undefined;
    return lead === undefined ? [] : [{ audience: where === 'dm' ? userId : `thread-${lead}`, lead, where }];
  });
  return [...new Map(found.map(reminder => [reminder.audience, reminder])).values()];
}

/** One for each zone the group meets in would be noise: the first slot's counts. */
function weekPlans(
  { group, exceptions, rules }: PingPlan,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly Ping[] {
  const zone = group.slots[0]?.zone;
  if (zone === undefined) return [];
  const slot = { ...rules.weekPlan, minutes: 1, zone };
  const weeks = sessionsOf(
    { key: group.key, slots: [slot] },
    { changes: new Map(), breaks: [] },
    from.subtract(longestAfter),
    until.add({ hours: 1 }),
  );
  return weeks
    .filter(({ planned, startsAt: from }) =>
      isWeekTold(group, exceptions, { from, until: weekStart(planned.slice(0, 10), slot, 1), zone }),
    )
    .map(({ planned, startsAt }) => weeklyPing(group.key, planned, 'week-plan', startsAt));
}

function weeklyPing(groupKey: string, planned: string, kind: 'week-plan' | 'digest', dueAt: Temporal.Instant): Ping {
  return {
    groupKey,
    occurrence: planned.slice(0, 10),
    kind,
    audience: 'channel',
    dueAt,
    expiresAt: dueAt.add({ minutes: latenessBudgets[kind] }),
  };
}

function between(pings: readonly Ping[], from: Temporal.Instant, until: Temporal.Instant): readonly Ping[] {
  return pings
    .filter(({ dueAt }) => Temporal.Instant.compare(dueAt, from) > 0 && Temporal.Instant.compare(dueAt, until) <= 0)
    .sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
}
