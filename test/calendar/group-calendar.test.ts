import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarGroup, monthsAround } from '../../src/calendar/calendar.ts';
import { groupCalendar } from '../../src/calendar/group-calendar.ts';
import { weekdays } from '../../src/domain/community.ts';
import type { Group, Slot } from '../../src/domain/groups/group.ts';
import { type Exceptions, noExceptions, type SessionChange, sessionsOf } from '../../src/domain/groups/session.ts';
import { at } from '../support/builders.ts';
import { readCalendar } from './read-calendar.ts';

const daily = (time: string, zone: string): readonly Slot[] =>
  weekdays.map(day => ({ day, at: time, minutes: 60, zone }));

const aGroup = (slots: readonly Slot[], more: Partial<Group> = {}): Group => ({
  key: 'new-graduates',
  title: 'New Graduates',
  kind: 'study-group',
  paths: [],
  channel: 'new-grads',
  slots,
  isProposed: false,
  ...more,
});

const changed = (...changes: readonly SessionChange[]): Exceptions => ({
  changes: new Map(changes.map(change => [change.planned, change])),
  breaks: [],
});

const calendarAt = (now: string, ...groups: readonly CalendarGroup[]) => {
  const months = monthsAround(at(now));
  return { months, text: groupCalendar({ name: 'Stones', guildId: '1100', zone: 'Europe/Berlin', groups, months }) };
};

const expected = ({ group, exceptions }: CalendarGroup, from: Temporal.Instant, until: Temporal.Instant) => {
  const sessions = sessionsOf(group, exceptions, from.subtract({ hours: 500 }), until.add({ hours: 500 })).filter(
    ({ planned, zone }) => {
      const plannedAt = Temporal.PlainDateTime.from(planned).toZonedDateTime(zone).toInstant();
      return Temporal.Instant.compare(plannedAt, from) >= 0 && Temporal.Instant.compare(plannedAt, until) < 0;
    },
  );
  return {
    held: sessions.filter(({ off }) => !off).map(({ startsAt }) => startsAt.toString()),
    cancelled: sessions.filter(({ off }) => off).map(({ startsAt }) => startsAt.toString()),
  };
};

const instants = (text: string) => {
  const { held, cancelled } = readCalendar(text);
  return { held: held.map(one => one.at), cancelled: cancelled.map(one => one.at) };
};

describe('a calendar, read by a program that knows no zones but those in it', () => {
  test.each([
    ['Europe/Berlin', '2026-05-01'],
    ['America/New_York', '2026-05-01'],
    ['Asia/Kolkata', '2026-05-01'],
    ['Australia/Lord_Howe', '2026-05-01'],
    ['Africa/Casablanca', '2026-05-01'],
    ['Pacific/Apia', '2026-05-01'],
    ['Pacific/Apia', '2011-05-01'],
    ['UTC', '2026-05-01'],
  ])('shows each session in %s of the year around %s at its instant', (zone, now) => {
    for (const time of ['19:00', '00:30', '01:30', '02:30']) {
      const one = { group: aGroup(daily(time, zone)), exceptions: noExceptions };
      const { text, months } = calendarAt(now, one);
      const shown = instants(text);
      expect(shown).toEqual(expected(one, months.from, months.until));
      expect(shown.held.length).toBeGreaterThan(480);
    }
  });
});

const mondays = aGroup([
  { day: 'Monday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' },
  { day: 'Wednesday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' },
]);
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const events = (text: string) => text.split('BEGIN:VEVENT').length - 1;

describe('what differs from a series', () => {
  test('a session that is left out stands there as cancelled, and a moved one at its new time', () => {
    const exceptions = changed(
      { planned: '2026-06-01T19:00', kind: 'skipped', reason: 'Whit Monday', revision: 1 },
      { planned: '2026-06-03T19:00', kind: 'moved', to: '2026-06-05T17:30', revision: 1 },
      { planned: '2026-06-08T19:00', kind: 'moved', to: '2027-03-28T02:30', revision: 1 },
    );
    const one = { group: mondays, exceptions };
    const { text, months } = calendarAt('2026-05-10', one);
    expect(instants(text)).toEqual(expected(one, months.from, months.until));
    const { held, cancelled } = readCalendar(text);
    expect(cancelled).toEqual([
      {
        at: '2026-06-01T17:00:00Z',
        uid: 'new-graduates.1900@1100.cairn',
        title: 'Does not take place: New Graduates',
      },
    ]);
    expect(held).toContainEqual({
      at: '2026-06-05T15:30:00Z',
      uid: 'new-graduates.1900@1100.cairn',
      title: 'New Graduates',
    });
    expect(text).toContain('Whit Monday');
  });

  test('since the zone is another, only what begins after that is shown, also what was planned before it', () => {
    const exceptions = changed({ planned: '2026-06-01T19:00', kind: 'moved', to: '2026-06-05T17:30', revision: 1 });
    const { text } = calendarAt('2026-06-02', { group: mondays, exceptions, from: at('2026-06-02T12:00:00Z') });
    expect(instants(text).held.slice(0, 3)).toEqual([
      '2026-06-03T17:00:00Z',
      '2026-06-05T15:30:00Z',
      '2026-06-08T17:00:00Z',
    ]);
  });

  test('days on which all groups rest are cancelled, but not what is held in spite of them', () => {
    const exceptions: Exceptions = {
      changes: new Map([['2026-12-28T19:00', { planned: '2026-12-28T19:00', kind: 'held', revision: 2 }]]),
      breaks: [{ kind: 'holiday', from: '2026-12-21', until: '2027-01-03' }],
    };
    const one = { group: mondays, exceptions };
    const { text, months } = calendarAt('2026-12-10', one);
    const shown = instants(text);
    expect(shown).toEqual(expected(one, months.from, months.until));
    expect(shown.cancelled).toHaveLength(3);
  });

  test('a pause without an end is cancelled as far as the calendar reaches, more than a year', () => {
    const one = {
      group: mondays,
      exceptions: { ...noExceptions, breaks: [{ kind: 'paused', from: '2026-05-11' }] } as const,
    };
    const { held, cancelled } = instants(calendarAt('2026-05-31', one).text);
    expect(held.filter(instant => instant > '2026-05-11')).toEqual([]);
    expect(cancelled.at(-1)).toBe('2027-06-30T17:00:00Z');
  });

  test('two slots that meet at the same instant, after a day that never was, are one session', () => {
    const zone = 'Pacific/Apia';
    const one = {
      group: aGroup([
        { day: 'Friday', at: '17:00', minutes: 60, zone },
        { day: 'Saturday', at: '17:00', minutes: 60, zone },
      ]),
      exceptions: noExceptions,
    };
    const { text, months } = calendarAt('2011-12-01', one);
    expect(instants(text)).toEqual(expected(one, months.from, months.until));
  });

  test('times of the same hour in other zones are series of their own', () => {
    const slots = ['Europe/Berlin', 'America/New_York'].map(
      zone => ({ day: 'Monday', at: '19:00', minutes: 60, zone }) as const,
    );
    const one = { group: aGroup(slots), exceptions: noExceptions };
    const { text, months } = calendarAt('2026-05-01', one);
    expect(instants(text)).toEqual(expected(one, months.from, months.until));
    expect(new Set(readCalendar(text).held.map(({ uid }) => uid))).toEqual(
      new Set(['new-graduates.1900@1100.cairn', 'new-graduates.1900.2@1100.cairn']),
    );
  });
});

describe('what programs need', () => {
  const one = { group: mondays, exceptions: noExceptions };

  test('a weekly series is one event with its zone, days and end', () => {
    const { text } = calendarAt('2026-05-01', one);
    expect(events(text)).toBe(1);
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'NAME:Stones',
        'X-WR-CALNAME:Stones',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        'TZID:Europe/Berlin',
        'DTSTART;TZID=Europe/Berlin:20260302T190000',
        'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270630T235959Z',
        'DURATION:PT60M',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(text).not.toMatch(/^METHOD/m);
  });

  test('it reads the same all through a month', () => {
    const earlier = calendarAt('2026-05-01T00:00:00Z', one).text;
    expect(calendarAt('2026-05-31T23:59:59Z', one).text).toBe(earlier);
    expect(calendarAt('2026-06-01T00:00:00Z', one).text).not.toBe(earlier);
  });

  test('a change raises its number and its date, and never its name', () => {
    const exceptions = changed({ planned: '2026-06-01T19:00', kind: 'skipped', revision: 3 });
    const after = calendarAt('2026-05-01', { ...one, exceptions, changedAt: at('2026-05-20T08:00:00Z') }).text;
    const field = (text: string, name: string) => lines(text).filter(line => line.startsWith(`${name}:`));
    const before = calendarAt('2026-05-01', one).text;
    const seconds = (days: number, hours = 0) => `SEQUENCE:${(days * 24 + hours) * 3600}`;
    expect(field(before, 'SEQUENCE')).toEqual([seconds(120)]);
    expect(field(after, 'SEQUENCE')).toEqual([seconds(139, 8), seconds(139, 8)]);
    expect(field(before, 'DTSTAMP')).toEqual(['DTSTAMP:20260501T000000Z']);
    expect(new Set(field(after, 'DTSTAMP'))).toEqual(new Set(['DTSTAMP:20260520T080000Z']));
    expect(new Set(field(after, 'UID'))).toEqual(new Set(field(before, 'UID')));
  });

  test('lines end in CRLF and hold at most 75 octets, and what people wrote is escaped', () => {
    const group = aGroup(mondays.slots, {
      title: 'Überfällige Systeme; Teil 1, mit „Anführung“ \\ und sehr vielen Wörtern 🪨🪨🪨🪨🪨🪨',
    });
    const link = 'https://discord.com/channels/1589251984874012674/1589251996093775959';
    const { text } = calendarAt('2026-05-01', { ...one, group, place: 'Study\nHall', link });
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(readCalendar(text).held[0]?.title).toBe(group.title);
  });

  test('a name cannot smuggle in a line of its own', () => {
    const months = monthsAround(at('2026-05-01'));
    const name = 'A, b; \\ c\nMETHOD:PUBLISH';
    const text = groupCalendar({ name, guildId: '1100', zone: 'UTC', groups: [one], months });
    expect(lines(text)).toContain('NAME:A\\, b\\; \\\\ c\\nMETHOD:PUBLISH');
    expect(text).not.toMatch(/^METHOD/m);
  });

  test.each(['Europe/Berlin', 'UTC'])('one without a meeting holds a component all the same: the zone %s', zone => {
    const text = groupCalendar({
      name: 'None',
      guildId: '1100',
      zone,
      groups: [],
      months: monthsAround(at('2026-05-01')),
    });
    expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
    expect(lines(text)).toContain(`TZID:${zone}`);
  });

  test('a zone whose clocks never change has one offset, UTC none at all', () => {
    const inZone = (zone: string) => calendarAt('2026-05-01', { ...one, group: aGroup(daily('19:00', zone)) }).text;
    expect(lines(inZone('Asia/Kolkata')).filter(line => line.startsWith('TZOFFSET'))).toEqual([
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0530',
    ]);
    expect(inZone('UTC')).not.toContain('TZID');
    expect(inZone('UTC')).toContain('DTSTART:20260301T190000Z');
  });
});
