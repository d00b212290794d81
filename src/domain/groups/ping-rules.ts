/** What organisers decided about pings, read back from storage: whatever is absent or no longer understood is as usual. */
import { type Weekday, weekdays } from '../community.ts';
import { checkIn } from './attendance.ts';
import { type PingRules, usualRules } from './ping.ts';
import { leads } from './reminding.ts';
import type { LeadMove } from './usual-lead.ts';

/** How many minutes before the start it may come. Nobody is asked who is here before it can be said. */
export const leadRanges = {
  session: { fewest: 5, most: 60 },
  checkIn: { fewest: 0, most: checkIn.opensBefore },
} as const;

export type RuleName = keyof PingRules;
/** What comes so long before the start. */
export type LeadRule = 'reminder' | keyof typeof leadRanges;
export type MovableRule = LeadRule | 'weekPlan' | 'digest';

type Changes = { readonly [Rule in RuleName]?: Partial<PingRules[Rule]> };

/** What is stored: only what differs from the usual rules. */
export type StoredRules = Changes;

export function rulesOf(stored: unknown): PingRules {
  const given = recordOf(stored);
  const on = (rule: RuleName) => switchOf(recordOf(given[rule]).on) ?? usualRules[rule].on;
  const weekly = (rule: 'weekPlan' | 'digest') => {
    const { day, at } = recordOf(given[rule]);
    return { on: on(rule), day: weekdayOf(day) ?? usualRules[rule].day, at: timeOf(at) ?? usualRules[rule].at };
  };
  const ahead = (rule: LeadRule) => ({
    on: on(rule),
    minutesBefore: minutesOf(rule, recordOf(given[rule]).minutesBefore) ?? usualRules[rule].minutesBefore,
  });
  const moves = movesOf(recordOf(given.reminder).moves);
  return {
    weekPlan: weekly('weekPlan'),
    reminder: { ...ahead('reminder'), ...(moves.length > 0 ? { moves } : {}) },
    session: ahead('session'),
    checkIn: ahead('checkIn'),
    digest: weekly('digest'),
    events: { on: on('events') },
  };
}

/** Only what differs from the usual rules, so that a later version may improve the rest. */
export function storedOf(rules: PingRules): StoredRules {
  const differing = (Object.keys(usualRules) as RuleName[]).flatMap(rule => {
    const usual: Readonly<Record<string, unknown>> = { ...usualRules[rule] };
    const changed = Object.entries(rules[rule]).filter(([name, value]) => value !== usual[name]);
    return changed.length === 0 ? [] : [[rule, Object.fromEntries(changed)]];
  });
  return Object.fromEntries(differing) as StoredRules;
}

/** "9:00", "09:00" and "9.00" are the same wall time; undefined where the text is none. */
export function timeOf(text: unknown): string | undefined {
  const [, hours, minutes] = (typeof text === 'string' && /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text)) || [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

export function weekdayOf(text: unknown): Weekday | undefined {
  return weekdays.find(day => day === text);
}

/** Reminders come by one of the leads that members can choose, too. */
export function minutesOf(rule: LeadRule, value: unknown): number | undefined {
  if (rule === 'reminder') return leads.find(lead => lead === value);
  const { fewest, most } = leadRanges[rule];
  return typeof value === 'number' && Number.isInteger(value) && value >= fewest && value <= most ? value : undefined;
}

function movesOf(value: unknown): readonly LeadMove[] {
  return (Array.isArray(value) ? value : []).map(recordOf).flatMap(move => {
    const [at, from] = [instantOf(move.at), minutesOf('reminder', move.from)];
    return at && from !== undefined ? [{ at, from }] : [];
  });
}

function instantOf(text: unknown): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(String(text));
  } catch {
    return undefined;
  }
}

function switchOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
