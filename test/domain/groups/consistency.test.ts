import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistencyOf } from '../../../src/domain/groups/consistency.ts';
import type { Rest } from '../../../src/domain/groups/resting.ts';
import { type Break, type Exceptions, noExceptions, type SessionChange } from '../../../src/domain/groups/session.ts';
import { at } from '../../support/builders.ts';

const zone = 'Europe/Berlin';
const group = {
  key: 'g',
  slots: [
    { day: 'Monday', at: '19:00', minutes: 60, zone },
    { day: 'Wednesday', at: '19:00', minutes: 60, zone },
  ] as const,
};
const mondays = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'] as const;
const on = (...days: readonly string[]) => days.map(day => `${day}T19:00`);
/** A Sunday: the week of 2 November is over. */
const sunday = at('2026-11-08T12:00:00Z');
const since = at('2026-09-28T00:00:00Z');

interface Given {
  readonly attended?: readonly string[];
  readonly exceptions?: Exceptions;
  readonly rests?: readonly Rest[];
  readonly joinedAt?: Temporal.Instant;
  readonly now?: Temporal.Instant;
}

function consistency({ attended = [], exceptions = noExceptions, rests = [], joinedAt = since, now = sunday }: Given) {
  return consistencyOf([{ group, exceptions, joinedAt }], attended, rests, now);
}

test('a week counts when its member was at one of its sessions', () => {
  const attended = on(mondays[1], mondays[2], '2026-10-14', mondays[4], '2026-11-04');
  expect(consistency({ attended })).toEqual({ attended: 4, of: 5 });
});

test('weeks before joining do not count, nor the rest of the week in which somebody joined after its sessions', () => {
  expect(consistency({ joinedAt: at('2026-10-15') })).toEqual({ attended: 0, of: 3 });
  expect(consistency({ joinedAt: at('2026-11-07') })).toBeUndefined();
  expect(consistencyOf([], [], [], sunday)).toBeUndefined();
});

test('the week that runs is open until its last session is over, and counts at once when its member was there', () => {
  const [attended, tuesday] = [on(...mondays.slice(0, 5)), at('2026-11-03')];
  expect(consistency({ attended, now: tuesday })).toEqual({ attended: 5, of: 5 });
  expect(consistency({ attended, now: at('2026-11-04T20:00:00Z') })).toEqual({ attended: 4, of: 5 });
  expect(consistency({ attended: on(mondays[5]), now: tuesday })).toEqual({ attended: 1, of: 5 });
});

const missedTwo = on(mondays[1], mondays[2], mondays[3]);
test.each<[string, Given]>([
  ['a rest', { rests: [{ from: '2026-10-26', until: '2026-11-08' }] }],
  ['a holiday', { exceptions: breaks({ kind: 'holiday', from: '2026-10-26', until: '2026-11-04' }) }],
  ['a pause without an end', { exceptions: breaks({ kind: 'paused', from: '2026-10-26' }) }],
  ['skipped meetings', { exceptions: skipped(on('2026-10-26', '2026-10-28', '2026-11-02', '2026-11-04')) }],
])('%s takes nothing away: weeks missed in it do not count', (_, more) => {
  expect(consistency({ attended: missedTwo })).toEqual({ attended: 3, of: 5 });
  expect(consistency({ attended: missedTwo, ...more })).toEqual({ attended: 3, of: 4 });
});

test('a meeting that was moved into a rest, or out of one, is not missed', () => {
  const moved = (to: string): Exceptions => ({
    changes: new Map(
      on('2026-10-26', '2026-10-28').map(planned => [planned, { planned, kind: 'moved', to, revision: 1 }]),
    ),
    breaks: [],
  });
  const rested = (to: string, from: string, until: string) =>
    consistency({
      attended: missedTwo,
      joinedAt: at('2026-10-01'),
      exceptions: moved(to),
      rests: [{ from, until }],
    });
  expect(consistency({ attended: missedTwo, joinedAt: at('2026-10-01') })).toEqual({ attended: 3, of: 5 });
  expect(rested('2026-11-03T20:00', '2026-11-02', '2026-11-08')).toEqual({ attended: 3, of: 3 });
  expect(rested('2026-11-01T20:00', '2026-10-26', '2026-10-31')).toEqual({ attended: 3, of: 4 });
});

test('who comes although they rest has been there', () => {
  const rests = [{ from: '2026-09-01', until: '2026-12-01' }];
  expect(consistency({ attended: on(mondays[3]), rests })).toEqual({ attended: 1, of: 1 });
});

test('whatever is skipped, paused, a holiday or a rest: nobody has more weeks missed, or fewer attended', () => {
  const days = Array.from({ length: 70 }, (_, index) => Temporal.PlainDate.from('2026-08-31').add({ days: index }));
  const sessions = on(...days.filter(({ dayOfWeek }) => dayOfWeek === 1 || dayOfWeek === 3).map(String));
  const span = fc.tuple(fc.nat(69), fc.nat(30)).map(([first, length]) => {
    const from = Temporal.PlainDate.from('2026-08-31').add({ days: first });
    return { from: from.toString(), until: from.add({ days: length }).toString() };
  });
  const exceptions = fc.record({
    skipped: fc.subarray(sessions),
    breaks: fc.array(fc.record({ kind: fc.constantFrom<Break['kind']>('holiday', 'paused'), span }), { maxLength: 3 }),
  });
  const given = fc.record({
    attended: fc.subarray(sessions),
    more: exceptions,
    rests: fc.array(span, { maxLength: 3 }),
    hours: fc.nat(70 * 24),
  });
  fc.assert(
    fc.property(given, ({ attended, more, rests, hours }) => {
      const now = at('2026-08-31').add({ hours });
      const own = attended.filter(planned => `${planned}Z` < now.toString());
      const plain = consistency({ attended: own, joinedAt: at('2026-08-01'), now }) ?? { attended: 0, of: 0 };
      const kept =
        consistency({
          attended: own,
          joinedAt: at('2026-08-01'),
          now,
          rests,
          exceptions: {
            ...skipped(more.skipped),
            ...breaks(...more.breaks.map(one => ({ kind: one.kind, ...one.span }))),
            changes: skipped(more.skipped).changes,
          },
        }) ?? plain;
      expect(kept.attended).toBeGreaterThanOrEqual(plain.attended);
      expect(kept.of - kept.attended).toBeLessThanOrEqual(plain.of - plain.attended);
    }),
  );
});

test('whoever lifts a holiday, a pause or a rest loses nothing by it, at whatever hour', () => {
  const days = fc.nat(69).map(index => Temporal.PlainDate.from('2026-08-31').add({ days: index }));
  const begun = fc.record({ kind: fc.constantFrom<Break['kind']>('holiday', 'paused'), from: days.map(String) });
  const given = fc.record({ more: fc.array(begun, { maxLength: 3 }), rested: fc.option(days), hours: fc.nat(70 * 24) });
  fc.assert(
    fc.property(given, ({ more, rested, hours }) => {
      const now = at('2026-08-31').add({ hours });
      const all = { joinedAt: at('2026-08-01'), now };
      const rests = rested ? [{ from: rested.toString(), until: '2027-01-01' }] : [];
      const before = consistency({ ...all, exceptions: breaks(...more), rests });
      const lifted = {
        exceptions: breaks(...more.map(one => ({ ...one, liftedAt: now }))),
        rests: rests.map(one => ({ ...one, liftedAt: now })),
      };
      expect(consistency({ ...all, ...lifted })).toEqual(before);
    }),
  );
});

function breaks(...all: readonly Break[]): Exceptions {
  return { changes: new Map(), breaks: all };
}

function skipped(planned: readonly string[]): Exceptions {
  const changes = planned.map((name): [string, SessionChange] => [
    name,
    { planned: name, kind: 'skipped', revision: 1 },
  ]);
  return { changes: new Map(changes), breaks: [] };
}
