/** What organisers decided about pings, read back from storage: whatever is absent or no longer understood is as usual. */
import { type Weekday, weekdays } from '../community.ts';
import { type PingRules, usualRules } from './ping.ts';

export const fewestMinutes = 5;
export const mostMinutes = 60;

export type RuleName = keyof PingRules;

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
  return {
    weekPlan: weekly('weekPlan'),
    reminder: { on: on('reminder') },
    session: {
      on: on('session'),
      minutesBefore: minutesOf(recordOf(given.session).minutesBefore) ?? usualRules.session.minutesBefore,
    },
    checkIn: { on: on('checkIn') },
    digest: weekly('digest'),
    events: { on: on('events') },
  };
}

/** Only what differs from the usual rules, so that a later version may improve the rest. */
export function storedOf(rules: PingRules): StoredRules {
  const differing = (Object.keys(usualRules) as RuleName[]).flatMap(rule => {
    const usual: Readonly<Record<string, unknown>> = usualRules[rule];
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

export function minutesOf(value: unknown): number | undefined {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= fewestMinutes && value <= mostMinutes;
  return fits ? value : undefined;
}

function switchOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
