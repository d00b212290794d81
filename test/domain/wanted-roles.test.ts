/** Roles follow what members do; what others gave or members picked is left alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withGroupRoles } from '../../src/domain/followed-roles.ts';
import { type HeldRoles, roleDifference, wantedKeys, wishedPath } from '../../src/domain/wanted-roles.ts';
import { aCommunity, aCommunityRole } from '../support/a-community.ts';
import { aCurriculum, aLearner, aPath, at } from '../support/builders.ts';

const community = aCommunity({
  roles: [
    aCommunityRole('rookie', { paths: ['long', 'short'] }),
    aCommunityRole('expert', { paths: ['expert'] }),
    aCommunityRole('certified', { certificates: ['c'] }),
    aCommunityRole('by-hand'),
  ],
});
const certificate = { certificateId: 'c', at: at('2026-03-02'), curriculumVersion: '1', items: 1 };
const learner = (on: readonly string[], earned = false) => ({
  ...aLearner({ on }),
  certificates: new Map(earned ? [['c', certificate]] : []),
});
const member = (held: readonly string[], noted: readonly string[] = []): HeldRoles => ({
  held: new Set(held.map(key => `id-${key}`)),
  noted: new Set(noted),
  idOf: key => `id-${key}`,
});
const nothing = { steps: [], toNote: [], toForget: [], wishes: [], unearned: [] };
const keys = (roles: readonly { readonly key: string }[]) => roles.map(({ key }) => key);

test('choosing a path gives its role, and earning a certificate gives its', () => {
  expect(roleDifference(community, learner(['short'], true), member([]))).toEqual({
    ...nothing,
    steps: [
      { kind: 'give', key: 'rookie', roleId: 'id-rookie' },
      { kind: 'give', key: 'certified', roleId: 'id-certified' },
    ],
  });
});

test('leaving the last path of a role takes it, and staying on another keeps it', () => {
  const holder = member(['rookie'], ['rookie']);
  expect(roleDifference(community, learner(['long']), holder)).toEqual(nothing);
  expect(roleDifference(community, learner([]), holder).steps).toEqual([
    { kind: 'take', key: 'rookie', roleId: 'id-rookie' },
  ]);
});

test('an earned certificate’s role stays when every path is left', () => {
  expect(roleDifference(community, learner([], true), member(['certified'], ['certified']))).toEqual(nothing);
});

test('the role of a certificate that was revoked is taken, and of it nothing else remains wanted', () => {
  const revoked = { ...learner([]), certificates: new Map([['c', { ...certificate, revoked: true as const }]]) };
  expect(wantedKeys(community, revoked)).toEqual(new Set());
  expect(roleDifference(community, revoked, member(['certified'], ['certified'])).steps).toEqual([
    { kind: 'take', key: 'certified', roleId: 'id-certified' },
  ]);
});

test('a path’s role held without being on the path is a wish, and is not taken', () => {
  const { wishes, ...rest } = roleDifference(community, learner(['long']), member(['rookie', 'expert'], ['rookie']));
  expect([keys(wishes), rest]).toEqual([['expert'], { steps: [], toNote: [], toForget: [], unearned: [] }]);
});

test('once a wish has been answered by enrolling, its role is noted, and leaving takes it', () => {
  expect(roleDifference(community, learner(['expert']), member(['expert']))).toEqual({
    ...nothing,
    toNote: ['expert'],
  });
  expect(roleDifference(community, learner([]), member(['expert'], ['expert'])).steps).toHaveLength(1);
});

test('a role that somebody took before Cairn could is forgotten, so that picking it again is a new wish', () => {
  expect(roleDifference(community, learner([]), member([], ['expert']))).toEqual({ ...nothing, toForget: ['expert'] });
  expect(keys(roleDifference(community, learner([]), member(['expert'])).wishes)).toEqual(['expert']);
});

test('a role that somebody took although it is wanted is given again', () => {
  expect(roleDifference(community, learner(['expert']), member([], ['expert'])).steps).toEqual([
    { kind: 'give', key: 'expert', roleId: 'id-expert' },
  ]);
});

test('a certificate’s role given by hand stays and is told; one that Cairn gave goes when the certificate does', () => {
  expect(keys(roleDifference(community, learner([]), member(['certified'])).unearned)).toEqual(['certified']);
  expect(roleDifference(community, learner([]), member(['certified'], ['certified'])).steps).toHaveLength(1);
});

test('roles that are joined or given by hand, and roles that are not on the server, are left alone', () => {
  expect(roleDifference(community, learner([]), member(['by-hand'], ['by-hand']))).toEqual(nothing);
  const nowhere = { ...member([]), idOf: () => undefined };
  expect(roleDifference(community, learner(['long', 'expert'], true), nowhere)).toEqual(nothing);
});

test('a wish means the full path of its role; where there are several, the member is asked', () => {
  const paths = [aPath('long', [['a']]), aPath('short', [['a']], { variantOf: 'long' }), aPath('expert', [['a']])];
  const curriculum = aCurriculum({ paths });
  expect(wishedPath(aCommunityRole('x', { paths: ['short', 'long'] }), curriculum)?.id).toBe('long');
  expect(wishedPath(aCommunityRole('x', { paths: ['short'] }), curriculum)?.id).toBe('short');
  expect(wishedPath(aCommunityRole('x', { paths: ['long', 'expert'] }), curriculum)).toBeUndefined();
});

test('whatever is held and noted, carrying the steps out leads to the wanted roles and beyond them only to what is not ours', () => {
  const subset = <T>(all: readonly T[]) => fc.subarray([...all]);
  const roles = keys(community.roles);
  fc.assert(
    fc.property(
      subset(['long', 'short', 'expert']),
      fc.boolean(),
      subset([...roles, 'else']),
      subset(roles),
      (on, earned, held, noted) => {
        const standing = learner(on, earned);
        const { steps, toNote, toForget } = roleDifference(community, standing, member(held, noted));
        const after = new Set(held);
        const notes = new Set([...noted, ...toNote].filter(key => !toForget.includes(key)));
        for (const { kind, key } of steps) {
          if (kind === 'give') {
            after.add(key);
            notes.add(key);
          } else {
            after.delete(key);
            notes.delete(key);
          }
        }
        const wanted = wantedKeys(community, standing);
        const again = roleDifference(community, standing, member([...after], [...notes]));
        expect([again.steps, again.toNote, again.toForget]).toEqual([[], [], []]);
        for (const key of wanted) expect(after).toContain(key);
        for (const key of held)
          if (!noted.includes(key) || key === 'else' || key === 'by-hand') expect(after).toContain(key);
      },
    ),
  );
});

const withGroup = (state: 'running' | 'ended') =>
  withGroupRoles(
    aCommunity({
      roles: [aCommunityRole('owls-group')],
      studyGroups: [{ key: 'owls', title: 'Owls', paths: [], channel: 'owls', role: 'owls-group', meets: [] }],
    }),
    [
      { key: 'g-chess', state, definition: { title: 'Chess' } },
      { key: 'g-go', state: 'proposed', definition: { title: 'Go' } },
      ...(state === 'ended' ? [{ key: 'owls', state }] : []),
    ],
  );
const inGroups = { ...learner([]), groups: ['owls', 'g-chess', 'g-go'] };

test('being in a group brings its role, that of a proposed one once it was approved, and leaving takes it', () => {
  expect(wantedKeys(withGroup('running'), inGroups)).toEqual(new Set(['owls-group', 'group-g-chess']));
  const holder = member(['owls-group', 'group-g-chess'], ['owls-group', 'group-g-chess']);
  expect(roleDifference(withGroup('running'), inGroups, holder)).toEqual(nothing);
  expect(roleDifference(withGroup('running'), { ...inGroups, groups: ['owls'] }, holder).steps).toEqual([
    { kind: 'take', key: 'group-g-chess', roleId: 'id-group-g-chess' },
  ]);
});

test('the role of a group that has ended is taken from all who got it by joining, and left to who got it by hand', () => {
  const holder = member(['owls-group', 'group-g-chess'], ['group-g-chess']);
  expect(roleDifference(withGroup('ended'), inGroups, holder)).toEqual({
    ...nothing,
    steps: [{ kind: 'take', key: 'group-g-chess', roleId: 'id-group-g-chess' }],
  });
});
