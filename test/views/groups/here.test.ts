import { expect, test } from 'vitest';
import type { Agenda } from '../../../src/domain/groups/agenda.ts';
import type { GroupAgenda } from '../../../src/domain/groups/agenda-outcome.ts';
import type { HereOutcome } from '../../../src/domain/groups/attendance.ts';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { noExceptions, sessionPlannedAt } from '../../../src/domain/groups/session.ts';
import { agendaLines } from '../../../src/views/groups/agenda.ts';
import { attendanceMessage } from '../../../src/views/groups/attendance.ts';
import { digestPost } from '../../../src/views/groups/digest.ts';
import { consistencyWords, hereMessage } from '../../../src/views/groups/here.ts';
import { restMessage } from '../../../src/views/groups/rest.ts';
import { community, path } from '../../flows/groups/a-meeting.ts';
import { anItem, aPlace, at } from '../../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../../support/read-message.ts';

const [group] = groupsOfFile(community, 'Europe/Berlin');
const session = group && sessionPlannedAt(group, '2026-11-23T19:00', noExceptions);
if (!group || !session) throw new Error('The community has no such group.');
const of = { group, session };
const now = at('2026-11-22T12:00:00Z');

test('consistency reads as a person would say it', () => {
  const words = [
    [1, 1],
    [0, 1],
    [2, 3],
    [4, 5],
  ].map(([attended = 0, all = 0]) => consistencyWords({ attended, of: all }));
  expect(words).toEqual([
    'your first week',
    '0 of your last 1 week',
    '2 of your last 3 weeks',
    '4 of your last 5 weeks',
  ]);
});

test.each<[HereOutcome['kind'], HereOutcome, RegExp]>([
  ['too-early', { kind: 'too-early', opensAt: now, ...of }, /opens <t:1795348800:R>.*10 minutes before the start/],
  ['closed', { kind: 'closed', closedAt: now, hosts: ['1', '2'], ...of }, /Ask <@1> and <@2> to note it/],
  ['decided', { kind: 'decided', hosts: [], ...of }, /ask an organiser to change it/],
])('“I’m here” that is %s says what to do', (_, outcome, words) => {
  expect(textOf(hereMessage(outcome, 'en'))).toMatch(words);
});

test('what was taken back is offered again only while it would be taken', () => {
  const labels = [true, false].map(isOpen =>
    Object.keys(buttonsOf(hereMessage({ kind: 'taken-back', isOpen, ...of }, 'en'))),
  );
  expect(labels).toEqual([['group/here/evening/2026-11-23T19:00'], []]);
});

test('a rest that cannot be read says how to write it', () => {
  expect(textOf(restMessage({ kind: 'unreadable', typed: '' }, 'en'))).toMatch(/Until when\?\nNothing changed\. Write/);
  expect(textOf(restMessage({ kind: 'unreadable', typed: '*soon*' }, 'en'))).toContain('“\\*soon\\*” is no date');
});

test('an agenda names no figure that is absent, and says nothing of a week that nobody has finished', () => {
  const [stage] = path.stages;
  if (!stage) throw new Error('The path has no stage.');
  const covers: Agenda = { kind: 'covers', path, stage, places: [aPlace('a')], others: [] };
  const lines = (agenda: Agenda) =>
    agendaLines({ kind: 'agenda', group, stuck: [], agenda } satisfies GroupAgenda, 'en');
  expect(lines(covers)).toEqual(['**Stage 1**', '-# Path p', '- Title of a']);
  expect(lines({ ...covers, members: 6, lastWeek: { places: [], finished: 0, of: 6 } })).toEqual([
    '**Stage 1**',
    '-# Path p · where most of 6 members are',
    '- Title of a',
  ]);
});

test('the largest attendance and the largest digest fit a message; the file has every member', () => {
  const ids = Array.from({ length: 300 }, (_, index) => String(1_000_000_000_000_000_000n + BigInt(index)));
  const attendees = ids.map((userId, index) => ({ userId, isHere: index % 3 > 0, notedBy: userId, at: now }));
  const message = attendanceMessage({ kind: 'attendance', ...of, attendees, missing: ids }, 'en');
  expect(sizeOf(message).characters).toBeLessThan(4000);
  const file = new TextDecoder().decode(message.files?.[0]?.bytes);
  expect(file.trim().split('\r\n')).toHaveLength(601);
  expect(file).toContain('"Evening Group",2026-11-23T19:00,Europe/Berlin,id 1000000000000000000,no,themselves');
  const long = '*'.repeat(100);
  const digest = digestPost(
    {
      newOnPaths: 9,
      paths: Array.from({ length: 3 }, () => ({ path: { ...path, title: long }, members: 3 })),
      groups: Array.from({ length: 3 }, () => ({ group: { ...group, title: long }, members: 3 })),
      certificates: Array.from({ length: 10 }, () => ({ name: long, title: long })),
      meetings: Array.from({ length: 40 }, () => ({
        group: { ...group, title: long },
        session: { ...session, off: { kind: 'holiday' as const, reason: long } },
      })),
      stuck: Array.from({ length: 3 }, () => ({
        item: anItem('a', { title: '*'.repeat(60), url: `https://example.org/${'a'.repeat(100)}` }),
        members: 99,
      })),
    },
    'en',
  );
  expect(sizeOf(digest).characters).toBeLessThan(4000);
  expect(Object.keys(buttonsOf(digest))).toEqual(['group/list/0']);
});
