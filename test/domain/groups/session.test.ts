import { expect, test } from 'vitest';
import { noExceptions, sessionsOf } from '../../../src/domain/groups/session.ts';
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
