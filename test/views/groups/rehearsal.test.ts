import { expect, test } from 'vitest';
import type { Happening, Rehearsal } from '../../../src/domain/groups/rehearsal.ts';
import { byDay } from '../../../src/domain/groups/rehearsal.ts';
import { rehearsalMessage } from '../../../src/views/groups/rehearsal.ts';
import { at } from '../../support/builders.ts';
import { sizeOf, textOf } from '../../support/read-message.ts';

const from = at('2027-03-01T12:00:00Z');
const zone = 'Europe/Berlin';

const ping = (hours: number, more: Partial<Extract<Happening, { kind: 'ping' }>> = {}): Happening => ({
  kind: 'ping',
  at: from.add({ hours }),
  title: 'New Graduates',
  zone,
  ping: { groupKey: 'g', occurrence: '2027-03-01T19:00', kind: 'session', audience: 'role' },
  ...more,
});

const rehearsed = (happenings: readonly Happening[], more: Partial<Rehearsal> = {}) => ({
  kind: 'rehearsed' as const,
  from,
  until: from.add({ hours: 31 * 24 }),
  days: 31,
  zone,
  found: byDay(zone, happenings, [], []),
  roles: { steps: [], looked: 3, known: 3 },
  waiting: { roles: 0, announcements: 0, notices: 0, jobs: 0 },
  isWhole: true,
  ...more,
});

const listOf = (outcome: Parameters<typeof rehearsalMessage>[0]) =>
  new TextDecoder().decode(rehearsalMessage(outcome, 'en').files?.[0]?.bytes);

test('each day has its sum, and the file every line with the group’s time and UTC', () => {
  const event: Happening = { kind: 'event', at: from, title: 'G', zone, step: 'make', planned: '2027-03-01T19:00' };
  const outcome = rehearsed([ping(5), ping(30, { leftOut: 'it is a holiday' }), event]);
  const words = textOf(rehearsalMessage(outcome, 'en'));
  expect(words).toContain('- **Mon 1 Mar** · 1 ping · 1 event change\n- **Tue 2 Mar** · 1 left out');
  expect(words).toContain('🎭 No role would be given or taken among the 3 members I know.');
  expect(listOf(outcome).split('\n')).toEqual([
    'What would happen from 2027-03-01 13:00 to 2027-04-01 14:00 (Europe/Berlin).',
    'Nothing was touched. Times: on the wall of each group, then in UTC.',
    '',
    'Monday 2027-03-01',
    '  13:00 Europe/Berlin  12:00 UTC  G: event for 2027-03-01 19:00 made',
    '  18:00 Europe/Berlin  17:00 UTC  New Graduates: Role ping for 2027-03-01 19:00 (to its role)',
    '',
    'Tuesday 2027-03-02',
    '  19:00 Europe/Berlin  18:00 UTC  New Graduates: NOT SAID, it is a holiday: Role ping for 2027-03-01 19:00 (to its role)',
    '',
    'Roles, as far as they can be foreseen without asking Discord',
    '  none',
    '',
  ]);
});

test('an event that is begun or ended changes as one that is made does, and is no ping', () => {
  const key = { groupKey: 'g', occurrence: '2027-03-01T19:00', audience: 'channel' } as const;
  const run = (['event-start', 'event-end'] as const).map(kind => ping(5, { ping: { ...key, kind } }));
  expect(textOf(rehearsalMessage(rehearsed(run), 'en'))).toContain('- **Mon 1 Mar** · 2 event changes\n');
});

test('what is incomplete, waits or concerns roles is said', () => {
  const words = textOf(
    rehearsalMessage(
      rehearsed([], {
        isWhole: false,
        roles: { steps: [{ userId: '1', kind: 'give', role: 'Climber' }], looked: 1000, known: 5300 },
        waiting: { roles: 2, announcements: 1, notices: 0, jobs: 0 },
      }),
      'en',
    ),
  );
  expect(words).toContain('the last days are not complete');
  expect(words).toContain('Among the first 1000 of 5,300 members I know, 1 role would be given and 0 taken');
  expect(words).toContain('⏳ Waiting already: 2 looks at members’ roles, 1 announcement.');
});

test('31 busy days fit a message', () => {
  const busy = Array.from({ length: 31 * 12 }, (_, index) => ping(index * 2));
  const { components, characters } = sizeOf(rehearsalMessage(rehearsed(busy), 'en'));
  expect(components).toBeLessThan(40);
  expect(characters).toBeLessThan(4000);
});

test('what is no number of days is given back with what would be one', () => {
  const words = textOf(rehearsalMessage({ kind: 'no-days', typed: '**50**', most: 31 }, 'en'));
  expect(words).toContain('“\\*\\*50\\*\\*” is no number of days I can rehearse');
  expect(words).toContain('Give a whole number from 1 to 31, for example 7.');
});
