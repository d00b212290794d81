import { expect, test } from 'vitest';
import { type Agenda, agendaOf, type MemberStanding } from '../../../src/domain/groups/agenda.ts';
import { stuckItems } from '../../../src/domain/groups/stuck.ts';
import { aCurriculum, anItem, aPath } from '../../support/builders.ts';

const stages = [
  ['a', 'b'],
  ['c', 'd', 'e', 'f?'],
  ['g', 'h'],
];
const path = aPath('long', stages);
const short = aPath('short', [['a', 'b'], ['x']]);
const curriculum = aCurriculum({ paths: [path, short] });
const paths = [path, short];

const member = (done = '', before = done, on = ['long']): MemberStanding => ({
  pathIds: on,
  ticked: new Set(done),
  tickedBefore: new Set(before),
});
const members = (times: number, ...of: Parameters<typeof member>) => Array.from({ length: times }, () => member(...of));

function covers(all: readonly MemberStanding[]) {
  const agenda = agendaOf(paths, curriculum, all) as Extract<Agenda, { kind: 'covers' }>;
  const ids = (places: readonly { itemId: string }[] = []) => places.map(({ itemId }) => itemId).join('');
  return {
    path: agenda.path.id,
    stage: agenda.stage.title,
    places: ids(agenda.places),
    members: agenda.members,
    lastWeek: agenda.lastWeek && `${ids(agenda.lastWeek.places)} ${agenda.lastWeek.finished}/${agenda.lastWeek.of}`,
    ahead: agenda.ahead?.itemId,
    behind: agenda.behind?.itemId,
    others: agenda.others.map(other => `${other.path.id} ${other.stage.title}`),
  };
}

test('a group without members, or whose members are on other paths, begins where its first path begins', () => {
  const start = { path: 'long', stage: 'Stage 1', places: 'abc', ahead: 'd', others: [] };
  expect(covers([])).toEqual({ ...start, members: undefined, lastWeek: undefined, behind: undefined });
  expect(covers(members(6, '', '', ['elsewhere']))).toMatchObject(start);
});

test('a meeting covers what most members have next, where most of them stand', () => {
  expect(covers([...members(4, 'ab'), ...members(2), ...members(1, 'abcde')])).toEqual({
    path: 'long',
    stage: 'Stage 2',
    places: 'cde',
    members: 7,
    lastWeek: 'cde 1/7',
    ahead: 'g',
    behind: 'a',
    others: [],
  });
});

test('what was last week’s is counted by who has finished all of it since', () => {
  expect(covers([...members(4, 'abcde', 'ab'), ...members(2, 'abcd', 'ab')]).lastWeek).toBe('cde 4/6');
});

test('of fewer than five members no figure is given, and nobody is told that they alone are behind', () => {
  expect(covers([...members(3, 'ab'), member()])).toMatchObject({
    stage: 'Stage 2',
    places: 'cde',
    members: undefined,
    lastWeek: undefined,
    behind: undefined,
  });
  expect(covers([...members(5, 'abcd'), member('acd')]).behind).toBeUndefined();
});

test('the variant that most are on is covered, and where the others stand is said once they are enough', () => {
  const both = [...members(6, 'ab', 'ab', ['long', 'short']), ...members(5, '', '', ['long'])];
  expect(covers(both)).toMatchObject({ path: 'short', places: 'x', others: ['long Stage 1'] });
  expect(covers(both.slice(0, 10)).others).toEqual([]);
});

test('when everybody has finished their path, it says so', () => {
  expect(agendaOf(paths, curriculum, members(2, 'abcdegh'))).toEqual({ kind: 'finished', path });
  expect(agendaOf([], curriculum, members(2))).toBeUndefined();
});

test('people are stuck at an item that at least five of them have next', () => {
  const items = aCurriculum({ paths, items: [anItem('z')] });
  const idle = (times: number, done: string, ...on: string[]) =>
    Array.from({ length: times }, () => ({ pathIds: on, ticked: new Set(done) }));
  const all = [...idle(3, 'ab', 'long'), ...idle(5, 'ab', 'short', 'long'), ...idle(4, '', 'long'), ...idle(9, '')];
  expect(stuckItems(items, all, 3)).toEqual([{ item: curriculum.items.get('c'), members: 8 }]);
  expect(stuckItems(items, [...all, ...idle(6, '', 'long')], 1)).toEqual([
    { item: curriculum.items.get('a'), members: 10 },
  ]);
});
