/** Nothing is done that nobody has seen: what is left must be part of what was approved. */
import { expect, test } from 'vitest';
import { oursOn } from '../../src/domain/ours.ts';
import { planSetup } from '../../src/domain/plan-setup.ts';
import { approvalOf, approvedChoices, unapproved } from '../../src/domain/setup-approval.ts';
import { emptyDraft } from '../../src/domain/setup-choices.ts';
import { small } from '../support/a-community.ts';
import { aChannel, aRole, aServer, carryOut, choosing, emptyWorld, type World, without } from './a-server.ts';

const planOf = ({ server, known }: World) => planSetup(small, known, server, choosing());
const left = (world: World, approved = planOf(emptyWorld()).steps) =>
  unapproved(planOf(world).steps, approved, oursOn(world.server, world.known).idOf).map(({ thing }) => thing.binding);

test('wherever it is interrupted, what remains was approved', () => {
  const { steps } = planOf(emptyWorld());
  for (const cut of ['reserved', 'made', 'done'] as const)
    for (let at = 0; at < steps.length; at++) {
      const world = steps
        .slice(0, at + 1)
        .reduce((now, step, index) => carryOut(now, step, index === at ? cut : 'done'), emptyWorld());
      expect(left(world), `${cut} at ${at}`).toEqual([]);
    }
});

test('what somebody deletes meanwhile is not made again unasked, and what is left of the rest was approved', () => {
  const [first] = planOf(emptyWorld()).steps;
  if (!first) throw new Error('There is no step.');
  const world = carryOut(emptyWorld(), first);
  const learner = world.server.roles.find(({ name }) => name === 'The learner');
  expect(left(without(world, learner?.id ?? ''))).toEqual([]);
});

test('adopting something else than was approved, or changing more, is not approved', () => {
  const roles = [aRole('7', { name: 'The learner' }), aRole('8', { name: 'The learner' })];
  const server = aServer({ roles, channels: [aChannel('9', { name: 'talk' })] });
  const adopting = (adopt: readonly (readonly [string, string])[]) =>
    planSetup(small, new Map(), server, choosing({ adopt: new Map(adopt) })).steps;
  const approved = adopting([['role:learner', '7']]);
  expect(unapproved(adopting([['role:learner', '7']]), approved, () => undefined)).toEqual([]);
  expect(unapproved(adopting([['role:learner', '8']]), approved, () => undefined)).toHaveLength(1);
  expect(unapproved(adopting([['channel:talk', '9']]), approved, () => undefined).length).toBeGreaterThan(0);
});

test('as JSON it says the same', () => {
  const draft = { ...emptyDraft, adopt: { 'role:learner': '7' }, recreate: ['channel:talk'] };
  const asker = { isOwner: false, permissions: 1n << 40n, highestRoleId: '5' };
  const choices = choosing({ adopt: new Map([['role:learner', '7']]), recreate: new Set(['channel:talk']), asker });
  const stored = JSON.parse(JSON.stringify(approvalOf(draft, choices, planOf(emptyWorld()).steps)));
  expect(approvedChoices(stored)).toEqual(choices);
  expect(stored.steps).toEqual(planOf(emptyWorld()).steps);
});
