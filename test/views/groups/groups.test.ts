/** What members and hosts read about groups: within Discord's limits at their worst, and in short lines. */
import { expect, test } from 'vitest';
import type { Group } from '../../../src/domain/groups/group.ts';
import type { HostedChange } from '../../../src/domain/groups/hosting.ts';
import type { Session } from '../../../src/domain/groups/session.ts';
import { breakMessage } from '../../../src/views/groups/breaks.ts';
import { hostedChangeMessage, newTimeSuggestion } from '../../../src/views/groups/hosted-change.ts';
import { joinMessage, leaveGroupMessage } from '../../../src/views/groups/joining.ts';
import { groupListMessage } from '../../../src/views/groups/list.ts';
import { nextMeetingsMessage } from '../../../src/views/groups/next.ts';
import { proposalsMessage, proposeMessage } from '../../../src/views/groups/proposing.ts';
import { restMessage } from '../../../src/views/groups/rest.ts';
import type { Message } from '../../../src/views/message.ts';
import { at } from '../../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../../support/read-message.ts';

const zone = 'America/Argentina/Buenos_Aires';
const key = 'a-key-as-long-as-they-can-be-32-c';
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const group: Group = {
  key,
  title: 'A title of sixty characters, which is as long as it can be!!',
  kind: 'study-group',
  paths: ['p', 'q'],
  channel: 'study-groups',
  role: `group-${key}`,
  slots: days.map(day => ({ day, at: '19:00', minutes: 60, zone })),
  isProposed: true,
};
const session: Session = {
  groupKey: key,
  planned: '2026-11-23T19:00',
  zone,
  minutes: 60,
  startsAt: at('2026-11-23T22:00:00Z'),
  endsAt: at('2026-11-23T23:00:00Z'),
  revision: 12,
};
const reason = 'x'.repeat(300);
const skipped: Session = { ...session, off: { kind: 'skipped', reason } };
const ids = ['123456789012345678', '223456789012345678'];

function fits(message: Message) {
  const size = sizeOf(message);
  expect(size.components).toBeLessThanOrEqual(40);
  expect(size.characters).toBeLessThanOrEqual(4000);
  expect(size.longestId).toBeLessThanOrEqual(100);
  expect(size.repeatedIds).toEqual([]);
}

test('a full page of groups fits, with proposals that wait', () => {
  const listed = { group, next: session, off: skipped, members: 1234, isMember: true };
  const message = groupListMessage(
    {
      shown: Array.from({ length: 8 }, () => listed),
      page: 1,
      pages: 3,
      open: Array.from({ length: 40 }, (_, index) => ({ ...group, key: `g-${index}` })),
      proposals: 7,
      pathTitles: new Map([
        ['p', 'A path'],
        ['q', 'Another'],
      ]),
    },
    'en',
  );
  fits(message);
  expect(textOf(message)).toContain('-# 1,234 members · for A path and 1 more path');
});

test('five meetings fit, each with what can be answered', () => {
  const meeting = (day: number) => ({ group, session: { ...session, planned: `2026-11-2${day}T19:00` } });
  const message = nextMeetingsMessage({ kind: 'meetings', meetings: [1, 2, 3, 4].map(meeting) });
  fits(nextMeetingsMessage({ kind: 'meetings', meetings: [1, 2, 3, 4, 5].map(meeting) }));
  expect(Object.values(buttonsOf(message)).filter(label => label === 'I’m coming')).toHaveLength(4);
  expect(textOf(message)).toContain('<t:1795471200:F> (19:00 in America/Argentina/Buenos Aires), <t:1795471200:R>');
  const off = nextMeetingsMessage({ kind: 'meetings', meetings: [{ group, session: skipped }] });
  expect(textOf(off)).toContain('🚫 <t:1795471200:D> is skipped: xxx');
  expect(Object.keys(buttonsOf(off))).toEqual(['group/list']);
});

test('joining says when and where it meets and what opens; leaving what closes', () => {
  const at = { channel: '11', voice: '12', role: '13', thread: '14' };
  const joined = joinMessage({ kind: 'joined', group, next: session, at, opened: ['11'], asksZone: true });
  fits(joined);
  for (const said of ['<#11> and <#12>', 'Opens to you: <#11>', '🧵 <#14>', '<@&13> is pinged before a meeting'])
    expect(textOf(joined)).toContain(said);
  expect(textOf(leaveGroupMessage({ kind: 'left', group, closed: ['11'] }))).toContain(
    'With its role, a channel closes to you.',
  );
});

const changed: Extract<HostedChange, { kind: 'change' }> = {
  kind: 'change',
  group,
  change: { planned: session.planned, kind: 'moved', to: '2026-11-24T20:00', reason, revision: 13 },
  before: session,
  session: { ...session, startsAt: at('2026-11-24T23:00:00Z'), movedFrom: session.startsAt, revision: 13 },
  next: session,
  undo: { revision: 13, to: '2026-11-23T19:00' },
};

test('a host reads what was, what holds and what follows, with an Undo of its own', () => {
  fits(hostedChangeMessage(changed));
  expect(textOf(hostedChangeMessage(changed))).toContain(
    '~~<t:1795471200:F> (19:00 in America/Argentina/Buenos Aires)~~',
  );
  expect(buttonsOf(hostedChangeMessage(changed))).toMatchObject({
    [`group/undo/${key}/2026-11-23T19:00/13/2026-11-23T19:00`]: 'Undo',
  });
  const of = { group, session };
  const refusals: readonly HostedChange[] = [
    { kind: 'unchanged', ...of },
    { kind: 'begun', ...of },
    { kind: 'past', ...of, to: session.startsAt },
    { kind: 'too-far', ...of, to: session.startsAt },
    { kind: 'taken', ...of, by: session },
    { kind: 'superseded', ...of },
    { kind: 'unreadable-time', typed: '@everyone', ...of },
    { kind: 'unknown-session', asked: 'x', nearest: [of] },
    { kind: 'either-day', typed: '3/4/2027', either: ['2027-04-03', '2027-03-04'] },
    { kind: 'not-host', group, hosts: ids },
  ];
  for (const refusal of refusals) {
    fits(hostedChangeMessage(refusal, 'skip'));
    expect(textOf(hostedChangeMessage(refusal, 'skip'))).toMatch(/Nothing changed/);
  }
});

test('what cannot be read is named, with what is expected and how it is written', () => {
  const typed = 'next week';
  const of = { group, session };
  const refusals = [
    hostedChangeMessage({ kind: 'unknown-session', asked: typed, nearest: [of] }, 'skip'),
    hostedChangeMessage({ kind: 'unreadable-time', typed, ...of }),
    breakMessage({ kind: 'unreadable-date', typed }),
  ].map(textOf);
  const expected = [
    /which meeting “next week”.*its day, such as.*Mon 23 Nov/s,
    /as a time.*`20:00`/s,
    /as a date.*`24 Dec`/s,
  ];
  for (const [index, words] of expected.entries()) {
    expect(refusals[index]).toContain('“next week”');
    expect(refusals[index]).toMatch(words);
  }
});

test('a day that could be either of two is asked back with both', () => {
  const asked = { kind: 'either-day', typed: '3/4/2027', either: ['2027-04-03', '2027-03-04'] } as const;
  const words =
    '### “3/4/2027” could be two days\n**Sat 3 Apr 2027** or **Thu 4 Mar 2027**? Write the day as `2027-04-03` or `2027-03-04`. Nothing changed.';
  for (const message of [hostedChangeMessage(asked, 'skip'), breakMessage(asked), restMessage(asked, 'en')])
    expect(textOf(message)).toBe(words);
});

test('a suggestion warns of the night in which the clocks change', () => {
  const named = { group, session: { ...session, clocks: 'gap' as const } };
  expect(newTimeSuggestion({ value: 'x', named }).name).toBe(
    'Mon 23 Nov, 19:00, America/Argentina/Buenos Aires (the clocks go forward then)',
  );
});

test('a holiday names its days, what it takes off, and how to take it back', () => {
  const noted = { id: 7, kind: 'holiday', from: '2026-12-24', until: '2027-01-03', reason } as const;
  const message = breakMessage({
    kind: 'noted',
    noted,
    off: Array.from({ length: 5 }, () => ({ group, session })),
    more: 9,
    already: [],
    again: 0,
    next: { group, session },
  });
  fits(message);
  expect(textOf(message)).toContain('### 🌴 Every group has a holiday from Thu 24 Dec to Sun 3 Jan');
  expect(buttonsOf(message)).toEqual({ 'group/lift/7': 'Undo' });
});

test('proposals fit, and everything wrong with one is said at once', () => {
  const proposal = { key, definition: group, proposedBy: '1', paths: ['A path', 'Another'] };
  fits(proposalsMessage(Array.from({ length: 9 }, (_, index) => ({ ...proposal, key: `${key}-${index}` }))));
  const message = proposeMessage({
    kind: 'refused',
    asked: { title: 'Owls', days: 'someday', time: '<@1>' },
    problems: [
      { kind: 'title-taken', title: 'Owls' },
      { kind: 'days', typed: 'someday' },
      { kind: 'time', typed: '<@1>' },
      { kind: 'minutes', typed: '5' },
      { kind: 'path', typed: 'x' },
      { kind: 'zone', typed: 'EST', nearest: ['America/New_York', 'America/Jamaica'] },
    ],
  });
  fits(message);
  expect(textOf(message)).toContain('One of these? America/New York and America/Jamaica.');
  expect(textOf(message)).toContain('“\\<@1>” is no time.');
});
