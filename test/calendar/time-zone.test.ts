import { expect, test } from 'vitest';
import { timeZone } from '../../src/calendar/time-zone.ts';
import { at } from '../support/builders.ts';

test.each([
  ['Europe/Berlin', ['standard +01:00', 'daylight +02:00']],
  ['Australia/Lord_Howe', ['standard +10:30', 'daylight +11:00']],
  ['Asia/Kolkata', ['standard +05:30']],
])('in %s the clocks show %j', (zone, expected) => {
  const [, , parts] = timeZone(zone, at('2027-01-01'), at('2028-01-01'));
  const shown = parts.map(([kind, properties]) => {
    return `${kind} ${properties.find(([name]) => name === 'tzoffsetto')?.[3]}`;
  });
  expect(new Set(shown)).toEqual(new Set(expected));
});
