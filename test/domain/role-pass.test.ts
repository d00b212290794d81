/** When members are gone through, and what concerns all of them. */
import { expect, test } from 'vitest';
import { concernsEverybody, mappingOf, nightlyPass, type RoleMapping, recentPass } from '../../src/domain/role-pass.ts';
import type { Known } from '../../src/domain/setup-plan.ts';
import { aCommunity, aCommunityRole } from '../support/a-community.ts';
import { at } from '../support/builders.ts';

test('a quarter of an hour has one pass, over who changed something within a day', () => {
  const pass = recentPass(at('2026-11-22T10:29:59Z'));
  expect(pass).toEqual({ name: 'recent/2026-11-22T10:15', changedSince: at('2026-11-21T10:29:59Z'), waits: false });
  expect(recentPass(at('2026-11-22T10:15:00Z')).name).toBe(pass.name);
  expect(recentPass(at('2026-11-22T10:30:00Z')).name).toBe('recent/2026-11-22T10:30');
});

test('a night has one pass, over everybody; by day it is made up for', () => {
  expect(nightlyPass(at('2026-11-22T02:59:00Z'))).toEqual({ name: 'nightly/2026-11-21', waits: false });
  expect(nightlyPass(at('2026-11-22T03:00:00Z')).name).toBe('nightly/2026-11-22');
  expect(nightlyPass(at('2026-11-22T17:00:00Z')).name).toBe('nightly/2026-11-22');
});

const community = (paths: readonly string[], certificates: readonly string[] = ['c']) =>
  aCommunity({
    roles: [aCommunityRole('rookie', { paths }), aCommunityRole('certified', { certificates }), aCommunityRole('hand')],
  });
const bound = (ids: Readonly<Record<string, string>>): ReadonlyMap<string, Known> =>
  new Map(Object.entries(ids).map(([key, discordId]) => [`role:${key}`, { state: 'bound', discordId }]));
const mapping = (ids: Readonly<Record<string, string>>, paths = ['p'], before?: RoleMapping) =>
  mappingOf(community(paths), bound(ids), before);

test('everybody is concerned when a role follows from something else, or a path’s role is there at last', () => {
  expect(concernsEverybody(undefined, mapping({ rookie: '1' }))).toBe(true);
  expect(concernsEverybody(mapping({ rookie: '1' }), mapping({ rookie: '1' }, ['p', 'q']))).toBe(true);
  expect(concernsEverybody(mapping({}), mapping({ rookie: '1' }))).toBe(true);
});

test('nobody else is concerned when a certificate’s role is made for whoever has just earned it', () => {
  expect(concernsEverybody(mapping({ rookie: '1' }), mapping({ rookie: '1', certified: '2' }))).toBe(false);
});

test('nobody is while nothing is set up, or nothing has changed', () => {
  expect(concernsEverybody(undefined, mapping({}))).toBe(false);
  expect(concernsEverybody(mapping({}), mapping({}, ['p', 'q']))).toBe(false);
  expect(concernsEverybody(mapping({ rookie: '1' }), mapping({ rookie: '1' }))).toBe(false);
});

test('a role made in the place of one that was lost concerns everybody, a loss nobody', () => {
  const whole = mapping({ rookie: '1', certified: '2' });
  const lost = mapping({ rookie: '1' }, ['p'], whole);
  expect(concernsEverybody(whole, lost)).toBe(false);
  expect(concernsEverybody(lost, mapping({ rookie: '1', certified: '3' }, ['p'], lost))).toBe(true);
});

const ofGroups = (groups: readonly string[], isOfProposal?: true) =>
  aCommunity({ roles: [aCommunityRole('owls', { groups, ...(isOfProposal && { isOfProposal }) })] });

test('everybody is concerned when a group ends, or the setup makes its role; nobody when a proposed group’s is made', () => {
  const running = mappingOf(ofGroups(['owls']), bound({ owls: '1' }), undefined);
  expect(concernsEverybody(running, mappingOf(ofGroups([]), bound({ owls: '1' }), running))).toBe(true);
  const unbound = mappingOf(ofGroups(['owls']), bound({}), undefined);
  expect(concernsEverybody(unbound, mappingOf(ofGroups(['owls']), bound({ owls: '1' }), unbound))).toBe(true);
  const proposed = mappingOf(ofGroups(['g-owls'], true), bound({}), undefined);
  expect(concernsEverybody(proposed, mappingOf(ofGroups(['g-owls'], true), bound({ owls: '1' }), proposed))).toBe(
    false,
  );
});
