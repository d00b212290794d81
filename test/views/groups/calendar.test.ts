import { expect, test } from 'vitest';
import type { CalendarOutcome } from '../../../src/domain/groups/calendar-feed.ts';
import type { Group } from '../../../src/domain/groups/group.ts';
import { calendarMessage, sessionFileMessage } from '../../../src/views/groups/calendar.ts';
import { buttonsOf, sizeOf, textOf } from '../../support/read-message.ts';

const group: Group = {
  key: 'arch',
  title: 'Archi*tects*',
  kind: 'study-group',
  paths: [],
  channel: 'c',
  slots: [],
  isProposed: false,
};
const address = 'https://cairn.example.org/calendar/Jw7uX1Q2rV5yB8nC3kM6pT9sZ0dF4gHa.ics';
const links = (outcome: CalendarOutcome) =>
  [...JSON.stringify(calendarMessage(outcome)).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);

test('the address stands where it can be copied; buttons lead into programs, and to a new address', () => {
  const outcome = { kind: 'feed', address, wish: 'open', mayRevoke: true, groups: [group] } as const;
  const message = calendarMessage(outcome);
  expect(textOf(message)).toContain(`\`\`\`\n${address}\n\`\`\``);
  expect(textOf(message)).toContain('Archi\\*tects\\*');
  expect(buttonsOf(message)).toEqual({ 'group/calendar-new': 'Make a new address', 'group/calendar-stop': 'Stop' });
  expect(links(outcome)).toEqual([
    address.replace('.ics', ''),
    `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(address.replace('https', 'webcal'))}`,
  ]);
  expect(message.isPublic).toBeUndefined();
  expect(sizeOf(message)).toMatchObject({ repeatedIds: [] });
});

test('Google cannot be led to an address on this computer', () => {
  const atHome = address.replace('https://cairn.example.org', 'http://127.0.0.1:8080');
  expect(links({ kind: 'feed', address: atHome, wish: 'open', mayRevoke: true, groups: [] })).toHaveLength(1);
});

test("a group's address is renewed by those who may, for all", () => {
  const outcome = { kind: 'feed', address, wish: 'open', mayRevoke: false, groups: [group], group } as const;
  expect(buttonsOf(calendarMessage(outcome))).toEqual({});
  expect(buttonsOf(calendarMessage({ ...outcome, mayRevoke: true }))).toEqual({
    'group/calendar-new/arch': 'Make a new address',
    'group/calendar-stop/arch': 'Stop',
  });
  expect(textOf(calendarMessage({ kind: 'not-host', groups: [group], group }))).toContain('tell a host');
});

test('what was switched off can be switched on again', () => {
  expect(buttonsOf(calendarMessage({ kind: 'stopped', mayRevoke: true, groups: [] }))).toEqual({
    'group/calendar': 'Switch it on again',
  });
});

test('a file comes along where there is no address, and for one meeting', () => {
  const calendar = 'BEGIN:VCALENDAR';
  const offline = calendarMessage({ kind: 'offline', name: 'my-groups.ics', calendar, groups: [] });
  const one = sessionFileMessage({ kind: 'file', name: 'arch-2026-05-01.ics', calendar, group });
  for (const message of [offline, one]) expect(new TextDecoder().decode(message.files?.[0]?.bytes)).toBe(calendar);
  expect(textOf(sessionFileMessage({ kind: 'unknown-session' }))).toContain('See when it meets next');
});
