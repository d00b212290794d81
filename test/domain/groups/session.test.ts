import { expect, test } from 'vitest';
import { noExceptions, type SessionChange, sessionPlannedAt, sessionsOf } from '../../../src/domain/groups/session.ts';
import { at } from '../../support/builders.ts';

const daily = (time: string, zone: string) => ({
  key: 'g',
  slots: (['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const).map(day => ({
    day,
    at: time,
    minutes: 60,
    zone,
  })),
});

test('19:00 in Berlin stays 19:00 when the clocks change', () => {
  const group = { key: 'g', slots: [{ day: 'Sunday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' } as const] };
  const starts = sessionsOf(group, noExceptions, at('2027-03-21'), at('2027-04-04')).map(({ startsAt }) =>
    String(startsAt),
  );
  expect(starts).toEqual(['2027-03-21T18:00:00Z', '2027-03-28T17:00:00Z']);
});

test('a day that a zone skipped is held once, with the next one', () => {
  const found = sessionsOf(
    daily('00:30', 'Pacific/Apia'),
    noExceptions,
    at('2011-12-29T00:00:00Z'),
    at('2012-01-02T00:00:00Z'),
  );
  expect(found.map(({ planned, startsAt }) => `${planned} ${startsAt}`)).toEqual([
    '2011-12-29T00:30 2011-12-29T10:30:00Z',
    '2011-12-31T00:30 2011-12-30T10:30:00Z',
    '2012-01-01T00:30 2011-12-31T10:30:00Z',
    '2012-01-02T00:30 2012-01-01T10:30:00Z',
  ]);
});

test('a moved session is found where it was moved to, and nowhere else, however narrow one looks', () => {
  const group = { key: 'g', slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' } as const] };
  const change = { planned: '2027-03-01T19:00', kind: 'moved', to: '2027-03-15T08:30', revision: 1 } as const;
  const exceptions = { changes: new Map([[change.planned, change]]), breaks: [] };
  const around = (text: string) =>
    sessionsOf(group, exceptions, at(text).subtract({ minutes: 1 }), at(text).add({ minutes: 1 }));
  expect(around('2027-03-01T18:00:00Z')).toEqual([]);
  expect(around('2027-03-15T07:30:00Z')).toMatchObject([
    { planned: '2027-03-01T19:00', movedFrom: at('2027-03-01T18:00:00Z'), revision: 1 },
  ]);
});

test('a session moved into a gap or an overlap is read like any other', () => {
  const group = { key: 'g', slots: [{ day: 'Saturday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' } as const] };
  const moved = (planned: string, to: string) => {
    const change = { planned, kind: 'moved', to, revision: 1 } as const;
    return sessionPlannedAt(group, planned, { changes: new Map([[planned, change]]), breaks: [] });
  };
  expect(moved('2027-03-27T19:00', '2027-03-28T02:30')).toMatchObject({
    startsAt: at('2027-03-28T01:30:00Z'),
    clocks: 'gap',
  });
  expect(moved('2027-10-30T19:00', '2027-10-31T02:30')).toMatchObject({
    startsAt: at('2027-10-31T00:30:00Z'),
    clocks: 'overlap',
  });
});

test('of a change and a break the later word wins; a change that is only thought of is the latest', () => {
  const group = { key: 'g', slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' } as const] };
  const planned = '2027-03-01T19:00';
  const breaks = [{ kind: 'holiday', from: '2027-03-03', until: '2027-03-03', notedAt: at('2027-02-10') } as const];
  const offAs = (change: Pick<SessionChange, 'kind' | 'to' | 'changedAt'>) =>
    sessionPlannedAt(group, planned, { changes: new Map([[planned, { planned, revision: 1, ...change }]]), breaks })
      ?.off?.kind;
  const moved = { kind: 'moved', to: '2027-03-03T19:00' } as const;
  expect(offAs({ ...moved, changedAt: at('2027-02-09') })).toBe('holiday');
  expect(offAs({ ...moved, changedAt: at('2027-02-11') })).toBeUndefined();
  expect(offAs(moved)).toBeUndefined();
  // Its planned day is no holiday.
  expect(offAs({ kind: 'held', changedAt: at('2027-02-09') })).toBeUndefined();
});
