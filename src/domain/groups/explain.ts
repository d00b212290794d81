/** What Cairn will say about a group next and what it said last, for any member who asks how reliable that is. */
import { type ClockChange, clockChangeIn } from './clock-change.ts';
import type { Group } from './group.ts';
import type { Whereabouts } from './joining.ts';
import {
  occurrenceOf,
  type Ping,
  type PingKey,
  type PingKind,
  type PingPlan,
  type PingRules,
  pingsOf,
  plannedOf,
  remindedInThread,
} from './ping.ts';
import type { RuleName } from './ping-rules.ts';
import { isRestFrom } from './resting.ts';
import { type Session, sessionPlannedAt, sessionsOf } from './session.ts';

export interface NextPing {
  readonly ping: Ping;
  /** Absent: it is about a whole week. */
  readonly session?: Session;
  /** In which its time stands on the wall. */
  readonly zone: string;
  /** How many are reminded together; absent: it is no reminder in the thread. */
  readonly people?: number;
  /** Where the asker's own reminder comes that they put off; absent: it is no such. */
  readonly putOff?: 'thread' | 'dm';
  /** The clocks change between the one before, or now, and this one. */
  readonly clocks?: ClockChange;
}

export interface PastPing {
  readonly ping: Ping;
  readonly became:
    | {
        readonly kind: 'sent';
        readonly at: Temporal.Instant;
        /** Minutes; absent: in time, or as soon as anybody could know that it was due. */
        readonly lateBy?: number;
        readonly channelId?: string;
        readonly messageId?: string;
      }
    | { readonly kind: 'suppressed'; readonly reason: string }
    /** It is due, and Cairn is at it. */
    | { readonly kind: 'under-way' };
}

export interface Explanation {
  readonly group: Group;
  readonly guildId: string;
  readonly at: Whereabouts;
  /** Where the pings stand: `not-set-up` on this server, or `disabled` since then, or going out. */
  readonly state:
    | { readonly kind: 'on' | 'not-set-up' }
    | { readonly kind: 'disabled'; readonly since: Temporal.Instant };
  readonly next: readonly NextPing[];
  /** Sessions of that time which do not take place, earliest first. */
  readonly off: readonly Session[];
  /** Latest first. */
  readonly past: readonly PastPing[];
  readonly rulesOff: readonly RuleName[];
  /** The next change of the clocks, for each zone the group meets in that has one within a year. */
  readonly clocks: readonly ClockChange[];
}

/** Reminders that somebody gets by direct message are theirs alone. */
export function isFor(userId: string, { kind, audience }: PingKey): boolean {
  return kind !== 'reminder' || audience.startsWith('thread-') || audience.split('+')[0] === userId;
}

/** Done on Discord's calendar, and said to nobody. */
export const unsaid = ['event-start', 'event-end'] as const satisfies readonly PingKind[];

const isSaid = ({ kind }: PingKey) => !unsaid.some(one => one === kind);

/** Looked for in longer and longer times: a group may pause for months. */
const horizons = [8, 30, 190].map(days => ({ hours: days * 24 }));

export interface Known {
  /** The member's own reminders that wait to come again. */
  readonly putOff?: readonly Ping[];
  /** Whether it was said already, or is being said: a change that makes it due once more does not say it again. */
  readonly isSpent?: (ping: PingKey) => boolean;
}

export function nextPings(
  plan: PingPlan,
  userId: string,
  now: Temporal.Instant,
  most: number,
  { putOff = [], isSpent = () => false }: Known = {},
): readonly NextPing[] {
  let found: readonly Ping[] = [];
  for (const horizon of horizons) {
    found = pingsOf(plan, now, now.add(horizon)).filter(ping => isSaid(ping) && isFor(userId, ping) && !isSpent(ping));
    if (found.length >= most) break;
  }
  const again = putOff.filter(ping => whereAgain(plan, ping) !== undefined);
  const all = [...found, ...again].sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
  let before = now;
  return all.slice(0, most).map(ping => {
    const next = nextPing(plan, ping, before);
    before = ping.dueAt;
    return next;
  });
}

/** Undefined where it will not: it is no reminder that was put off, or what it was about has changed since. */
function whereAgain({ group, exceptions, comers, rules }: PingPlan, ping: Ping): 'thread' | 'dm' | undefined {
  const [userId, times] = ping.audience.split('+');
  const session = sessionPlannedAt(group, plannedOf(ping.occurrence), exceptions);
  if (times === undefined || !rules.reminder.on || !session || session.off) return undefined;
  if (occurrenceOf(session) !== ping.occurrence) return undefined;
  const own = comers(session).find(one => one.userId === userId && one.lead !== undefined);
  return own && !isRestFrom(own.rests ?? [], session, ping.dueAt) ? own.where : undefined;
}

function nextPing(plan: PingPlan, ping: Ping, before: Temporal.Instant): NextPing {
  const { group, exceptions, comers, rules } = plan;
  const session =
    ping.kind === 'week-plan' ? undefined : sessionPlannedAt(group, plannedOf(ping.occurrence), exceptions);
  const zone = session?.zone ?? group.slots[0]?.zone ?? 'UTC';
  const clocks = clockChangeIn(zone, before, ping.dueAt);
  const reminded = session && remindedInThread(session, comers(session), ping.audience, rules);
  const putOff = whereAgain(plan, ping);
  return {
    ping,
    zone,
    ...(session ? { session } : {}),
    ...(reminded ? { people: reminded.length } : {}),
    ...(putOff ? { putOff } : {}),
    ...(clocks ? { clocks } : {}),
  };
}

const soonOff = { hours: 14 * 24 };

/** What does not take place until the last of the next pings, and two weeks at least. */
export function offAmong(
  { group, exceptions }: PingPlan,
  next: readonly NextPing[],
  now: Temporal.Instant,
): readonly Session[] {
  const soon = now.add(soonOff);
  const last = next.at(-1)?.ping.dueAt ?? soon;
  const until = Temporal.Instant.compare(last, soon) > 0 ? last : soon;
  return sessionsOf(group, exceptions, now, until).filter(({ off }) => off);
}

const year = { hours: 366 * 24 };

export function clockChangesOf({ slots }: Group, now: Temporal.Instant): readonly ClockChange[] {
  const zones = [...new Set(slots.map(({ zone }) => zone))];
  return zones.flatMap(zone => clockChangeIn(zone, now, now.add(year)) ?? []);
}

/** Those that concern a group. */
export function rulesOff(rules: PingRules): readonly RuleName[] {
  return (['weekPlan', 'reminder', 'session', 'checkIn', 'events'] as const).filter(rule => !rules[rule].on);
}
