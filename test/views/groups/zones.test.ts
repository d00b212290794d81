/** Time zones in words: what moves, what was wrong, and how long it can get. */
import { expect, test } from 'vitest';
import type { ZoneMove } from '../../../src/domain/groups/community-zone.ts';
import type { Group } from '../../../src/domain/groups/group.ts';
import { noExceptions, sessionPlannedAt } from '../../../src/domain/groups/session.ts';
import { bestHoursLines } from '../../../src/views/groups/best-hours.ts';
import { communityZoneMessage } from '../../../src/views/groups/community-zone.ts';
import { memberZoneMessage } from '../../../src/views/groups/member-zone.ts';
import { notAZone, zoneChoices } from '../../../src/views/groups/zones.ts';
import { buttonsOf, sizeOf, textOf } from '../../support/read-message.ts';

const clock = Temporal.PlainDateTime.from('2027-03-01T10:00');
const berlin = { zone: 'Europe/Berlin', city: 'Berlin', country: 'Germany', name: 'Central European Time', clock };
const newYork = {
  zone: 'America/New_York',
  city: 'New York',
  country: 'United States',
  name: 'Eastern Time',
  clock: clock.subtract({ hours: 6 }),
};

const aGroup = (title: string, zone: string): Group => ({
  key: title.toLowerCase(),
  title,
  kind: 'study-group',
  paths: [],
  channel: 'c',
  slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone }],
  isProposed: false,
});
const session = (title: string, zone: string, planned = '2027-03-01T19:00') =>
  sessionPlannedAt(aGroup(title, zone), planned, noExceptions);

function aMove(title: string): ZoneMove {
  const [before, after] = [session(title, 'Europe/Berlin'), session(title, 'America/New_York')];
  return { group: aGroup(title, 'America/New_York'), ...(before && { before }), ...(after && { after }) };
}

test('before anything changes each group’s next meeting is shown, old and new', () => {
  const change = { before: berlin, after: newYork, moves: [aMove('Readers')], staying: [aGroup('Writers', 'UTC')] };
  const message = communityZoneMessage({ kind: 'to-confirm', change });
  expect(textOf(message)).toContain(
    [
      '**Readers**',
      'now: <t:1803924000:F> (19:00 in Europe/Berlin)',
      'then: <t:1803945600:F> (19:00 in America/New York), <t:1803945600:R>',
    ].join('\n'),
  );
  expect(textOf(message)).toContain('**Writers** stays: it has a zone of its own.');
  expect(textOf(message)).toContain('Nothing has changed yet.');
  expect(buttonsOf(message)).toEqual({
    'admin/set-zone/America/New_York': 'Change to New York, United States',
    'admin/zone': 'Leave it',
  });
});

test('a meeting that would be lost is named', () => {
  const lost = session('Readers', 'Asia/Kolkata');
  const change = {
    before: berlin,
    after: newYork,
    moves: [{ ...aMove('Readers'), ...(lost && { lost }) }],
    staying: [],
  };
  expect(textOf(communityZoneMessage({ kind: 'to-confirm', change }))).toContain('⚠️ <t:1803907800:F>');
});

test('with many groups it still fits a message', () => {
  const titles = Array.from({ length: 60 }, (_, index) => `${index} ${'Long *name*'.repeat(9)}`.slice(0, 100));
  const change = {
    before: berlin,
    after: newYork,
    moves: titles.map(aMove),
    staying: titles.map(title => aGroup(title, 'UTC')),
  };
  for (const kind of ['to-confirm', 'changed'] as const) {
    const { components, characters, repeatedIds } = sizeOf(communityZoneMessage({ kind, change }));
    expect(components).toBeLessThanOrEqual(40);
    expect(characters).toBeLessThanOrEqual(4000);
    expect(repeatedIds).toEqual([]);
  }
});

test.each([
  ['EST', 'does not say which place'],
  ['CET', 'does not say which place'],
  ['+02:00', 'is a fixed offset'],
  ['UTC+2', 'is a fixed offset'],
  ['Etc/GMT+5', 'is a fixed offset'],
  ['Europe/Belrin', 'no time zone called “Europe/Belrin”'],
  ['Atlantis', 'no time zone called “Atlantis”'],
  ['  ', 'Which city?'],
])('of “%s” it is said what was wrong', (asked, says) => {
  expect(notAZone(asked)).toContain(says);
});

test('what is offered says place and clock', () => {
  expect(zoneChoices([newYork])).toEqual([
    { name: 'New York, United States · Mon 04:00 · Eastern Time', value: 'America/New_York' },
  ]);
});

test('a member who wants another is offered what was near', () => {
  const message = memberZoneMessage({ kind: 'unclear', asked: 'EST', nearest: [newYork, berlin] });
  expect(JSON.stringify(message)).toContain('"label":"New York, United States","value":"America/New_York"');
});

test('best hours tell figures, and of fewer than five only how many are missing', () => {
  expect(bestHoursLines({ kind: 'too-few', missing: 1 }, 'en')).toEqual([
    expect.stringContaining('once 1 more member has set a zone'),
  ]);
  const best = [
    { from: '14:00', until: '22:00', awake: 6 },
    { from: '08:00', until: '14:00', awake: 4 },
  ];
  expect(bestHoursLines({ kind: 'hours', zone: 'Europe/Berlin', known: 6, best }, 'en').slice(1, 3)).toEqual([
    '- 14:00–22:00: all 6',
    '- 08:00–14:00: 4 of 6',
  ]);
});
