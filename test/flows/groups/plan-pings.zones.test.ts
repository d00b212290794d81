/** The planner itself over the days around each change of the clocks, with an injected clock, counted against ical.js. */
import { expect, test } from 'vitest';
import { type Community, weekdays } from '../../../src/domain/community.ts';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { starts } from '../../domain/groups/a-year.ts';
import { embedded } from '../../support/databases.ts';
import { randomFrom } from '../../support/random.ts';
import { aCalendar, at, ofFile } from './a-calendar.ts';

const [sqlite] = embedded;
if (!sqlite) throw new Error('There is no SQLite among the engines.');

/** Beside the file's groups one each at the hours that are skipped or come twice. */
const nightly: Community = {
  ...ofFile,
  studyGroups: [
    ...ofFile.studyGroups,
    ...['00:30', '01:30', '02:15', '02:30'].map(time => {
      const key = `daily-${time.replace(':', '')}`;
      return { key, title: key, paths: [], channel: 'new-grads', meets: [{ days: weekdays, at: time, minutes: 60 }] };
    }),
  ],
};

const days = (count: number) => ({ hours: 24 * count });

/** Each change of the clocks in the year; where there is none, a day like any other. */
function changesIn(zone: string, year: number): readonly Temporal.Instant[] {
  const changes: Temporal.Instant[] = [];
  const begin = at(`${year}-01-01T00:00:00Z`).toZonedDateTimeISO(zone);
  for (let next = begin.getTimeZoneTransition('next'); next?.year === year; next = next.getTimeZoneTransition('next'))
    changes.push(next.toInstant());
  return changes.length > 0 ? changes : [at(`${year}-03-28T01:00:00Z`)];
}

const years = [
  ['Europe/Berlin', 2027, 2],
  ['America/New_York', 2027, 2],
  ['Asia/Kolkata', 2027, 1],
  ['Australia/Lord_Howe', 2027, 2],
  ['Africa/Casablanca', 2025, 2],
  ['Pacific/Apia', 2011, 3],
  ['Pacific/Apia', 2027, 1],
  ['UTC', 2027, 1],
] as const;

test.each(years)('in %s in %i each group is called once for each session, on time', async (timeZone, year, count) => {
  const random = randomFrom(year);
  const changes = changesIn(timeZone, year);
  expect(changes).toHaveLength(count);
  for (const change of changes) {
    // Neither end in the midst of a meeting's pings.
    const [from, until] = [change.subtract({ ...days(3), minutes: 7 }), change.add(days(3))];
    const calendar = await aCalendar(sqlite, from, { timeZone, community: nightly });
    await calendar.run(until, () => random(9 * 60_000));
    const [begin, end] = [from, calendar.now()].map(instant => instant.epochMilliseconds + 15 * 60_000);
    for (const { key, slots } of groupsOfFile(nightly, timeZone)) {
      const calls = (await calendar.ledger(key)).filter(({ kind }) => kind === 'session');
      const due = starts(slots, { from: (begin ?? 0) + 1, until: (end ?? 0) + 1 }).at;
      expect(calls.map(({ due_at }) => at(due_at).epochMilliseconds + 15 * 60_000)).toEqual(due);
      expect(calls.filter(({ state }) => state !== 'due')).toEqual([]);
      const sends = await calendar.db
        .selectFrom('outbox')
        .select(['created_at', 'due_at'])
        .where('key', 'like', `ping/%/${key}/%/session/role`)
        .execute();
      const minutesLate = sends.map(({ created_at, due_at }) => at(due_at).until(at(created_at)).total('minutes'));
      expect(minutesLate).toHaveLength(due.length);
      // Somebody looks up to nine minutes late, which a role ping allows.
      expect(minutesLate.filter(minutes => minutes < 0 || minutes > 9)).toEqual([]);
    }
  }
});
