/** Which channels a path opens, so that the answer can say so. */
import { expect, test } from 'vitest';
import { bringsRole, withCertificateRoles } from '../../src/domain/followed-roles.ts';
import { channelsOpened } from '../../src/domain/role-channels.ts';
import type { Known } from '../../src/domain/setup-plan.ts';
import { small } from '../support/a-community.ts';
import { aCurriculum, aLearner, at } from '../support/builders.ts';

const known = (...bindings: readonly string[]): ReadonlyMap<string, Known> =>
  new Map(bindings.map(binding => [binding, { state: 'bound', discordId: `id of ${binding}` }]));
const [off, on] = [aLearner(), aLearner({ on: ['p'] })];
const all = known('role:learner', 'channel:talk', 'channel:news');

test('what the path’s role alone sees opens with it, and closes the other way round', () => {
  expect(channelsOpened(small, all, off, on)).toEqual(['id of channel:talk']);
  expect(channelsOpened(small, all, on, off)).toEqual([]);
});

test('what was open before, by another of the role’s paths, does not open again', () => {
  const other = { ...on, enrolments: on.enrolments.map(enrolment => ({ ...enrolment, since: at('2026-04-01') })) };
  expect(channelsOpened(small, all, on, other)).toEqual([]);
});

test('nothing opens where the role or the channel is not on the server', () => {
  expect(channelsOpened(small, known('channel:talk'), off, on)).toEqual([]);
  expect(channelsOpened(small, known('role:learner'), off, on)).toEqual([]);
});

test('a certificate without a role in the file has one of its own; the file’s stays as it is', () => {
  const certificates = ['c', 'd'].map(id => ({ id, title: `Certificate ${id}`, pathId: 'p', itemIds: [], shown: [] }));
  const { roles } = withCertificateRoles(small, aCurriculum({ certificates }));
  expect(roles.map(({ key, name }) => `${key}: ${name}`)).toEqual([
    'learner: The learner',
    'certified: The certified',
    'd: Certificate d',
  ]);
});

test('a path without a role changes nobody’s', () => {
  expect([bringsRole(small, 'p'), bringsRole(small, 'q')]).toEqual([true, false]);
});
