import { expect, test } from 'vitest';
import { sessionFile } from '../../src/calendar/session-file.ts';
import type { Group } from '../../src/domain/groups/group.ts';
import { type Exceptions, noExceptions, sessionPlannedAt } from '../../src/domain/groups/session.ts';
import { at } from '../support/builders.ts';
import { readCalendar } from './read-calendar.ts';

const group: Group = {
  key: 'architects',
  title: 'Architects',
  kind: 'study-group',
  paths: [],
  channel: 'architects',
  slots: [{ day: 'Friday', at: '17:00', minutes: 60, zone: 'Europe/Berlin' }],
  isProposed: false,
};
const planned = '2026-06-05T17:00';

const file = (exceptions: Exceptions, changedAt?: Temporal.Instant) => {
  const session = sessionPlannedAt(group, planned, exceptions);
  if (!session) throw new Error('The group does not meet then.');
  return sessionFile({ group, exceptions, ...(changedAt && { changedAt }) }, session, '1100', at('2026-05-01'));
};

test('one session is a calendar of one event, in UTC', () => {
  const text = file(noExceptions);
  expect(readCalendar(text)).toEqual({
    held: [{ at: '2026-06-05T15:00:00Z', uid: `architects.${planned}@1100.cairn`, title: 'Architects' }],
    cancelled: [],
  });
  expect(text).not.toContain('VTIMEZONE');
});

test('once it is moved, the file says so under the same name and a higher number', () => {
  const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  const changes = new Map([[planned, { planned, kind: 'moved', to: '2026-06-06T10:00', revision: 1 } as const]]);
  const moved = file({ changes, breaks: [] }, at('2026-05-02'));
  expect(readCalendar(moved).held).toEqual([
    { at: '2026-06-06T08:00:00Z', uid: `architects.${planned}@1100.cairn`, title: 'Architects' },
  ]);
  expect(moved.replaceAll('\r\n ', '')).toContain('Moved from 2026-06-05\\, 17:00.');
  expect(sequence(moved)).toBeGreaterThan(sequence(file(noExceptions)));
});
