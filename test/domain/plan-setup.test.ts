/** Setting a server up: what is planned on which server. */
import { expect, test } from 'vitest';
import type { Community } from '../../src/domain/community.ts';
import { planSetup } from '../../src/domain/plan-setup.ts';
import type { SetupChoices } from '../../src/domain/setup-choices.ts';
import { canApply, type SetupPlan } from '../../src/domain/setup-plan.ts';
import { aCommunity, aCommunityChannel, aCommunityRole, small } from '../support/a-community.ts';
import {
  aChannel,
  aRole,
  aServer,
  carryOut,
  choosing,
  emptyWorld,
  type World,
  withAttributes,
  without,
} from './a-server.ts';

const plan = (community: Community, { server, known }: World, choices: Partial<SetupChoices> = {}) =>
  planSetup(community, known, server, choosing(choices));
const setUp = (community: Community, world: World = emptyWorld(), choices: Partial<SetupChoices> = {}): World =>
  plan(community, world, choices).steps.reduce((now, step) => carryOut(now, step), world);
const idOf = ({ known }: World, binding: string) => {
  const one = known.get(binding);
  return one && 'discordId' in one ? one.discordId : '';
};
const byHand = (world: World, binding: string, attributes: Parameters<typeof withAttributes>[2]): World => ({
  ...world,
  server: withAttributes(world, idOf(world, binding), attributes),
});
const brief = ({ steps }: SetupPlan) => steps.map(({ kind, thing }) => `${kind} ${thing.binding}`);

test('an empty server gets roles from the highest to the lowest, then each category before its channels', () => {
  const first = plan(small, emptyWorld());
  expect(brief(first)).toEqual([
    'create role:learner',
    'create role:certified',
    'create category:first',
    'create channel:talk',
    'create channel:news',
  ]);
  expect(canApply(first)).toBe(true);
  expect(
    setUp(small)
      .server.roles.toSorted((a, b) => b.position - a.position)
      .map(({ name }) => name),
  ).toEqual(['Cairn', 'The learner', 'The certified', '@everyone']);
});

test('roles carry no permissions, and everybody may ping one only with the organisers’ consent', () => {
  const community = aCommunity({ roles: [aCommunityRole('group', { mentionable: true })] });
  const attributes = (mentionable: boolean) =>
    plan(community, emptyWorld(), { mentionable }).steps[0]?.thing.attributes;
  expect(attributes(false)).toEqual({ name: 'The group', colour: 0, hoist: false, mentionable: false });
  expect(attributes(true)).toEqual({ name: 'The group', colour: 0, hoist: false, mentionable: true });
});

test('a role gets its emoji where the server has role icons', () => {
  const community = aCommunity({ roles: [aCommunityRole('learner', { emoji: '🌱' })] });
  const emoji = (features: readonly string[]) =>
    plan(community, emptyWorld(aServer({ features }))).steps[0]?.thing.attributes.emoji;
  expect([emoji([]), emoji(['ROLE_ICONS'])]).toEqual([undefined, '🌱']);
});

test('a private channel is closed to everyone and open to its roles and Cairn, from the moment it is made', () => {
  const [talk, news] = plan(small, emptyWorld()).steps.slice(3);
  expect(talk?.thing.attributes).toEqual({
    name: 'talk',
    topic: 'A topic',
    parent: 'category:first',
    'access/everyone/ViewChannel': 'deny',
    'access/cairn/ViewChannel': 'allow',
    'access/role:learner/ViewChannel': 'allow',
  });
  expect(news?.thing.attributes).toEqual({
    name: 'news',
    topic: null,
    parent: 'category:first',
    'access/everyone/SendMessages': 'deny',
    'access/cairn/SendMessages': 'allow',
    'access/everyone/SendMessagesInThreads': 'deny',
    'access/cairn/SendMessagesInThreads': 'allow',
    'access/everyone/CreatePublicThreads': 'deny',
    'access/cairn/CreatePublicThreads': 'allow',
    'access/everyone/CreatePrivateThreads': 'deny',
    'access/cairn/CreatePrivateThreads': 'allow',
  });
});

test('a second plan on an unchanged server has nothing to do', () => {
  const { steps, kept, missing, offers, unlisted, obstacles, warnings } = plan(small, setUp(small));
  expect([steps, missing, offers, unlisted, obstacles, warnings]).toEqual([[], [], {}, [], [], []]);
  expect(kept.map(({ binding, byHand }) => [binding, byHand])).toEqual([
    ['role:learner', []],
    ['role:certified', []],
    ['category:first', []],
    ['channel:talk', []],
    ['channel:news', []],
  ]);
});

test('what was renamed, recoloured, moved or opened by hand stays so, and is told', () => {
  let world = setUp(small);
  world = byHand(world, 'role:learner', { name: 'Rookie', colour: 1 });
  world = byHand(world, 'channel:talk', { name: 'chat', parent: null, 'access/everyone/ViewChannel': null });
  const { steps, kept } = plan(small, world);
  expect(steps).toEqual([]);
  expect(kept.filter(one => one.byHand.length > 0)).toEqual([
    { binding: 'role:learner', id: idOf(world, 'role:learner'), name: 'Rookie', byHand: ['name', 'colour'] },
    {
      binding: 'channel:talk',
      id: idOf(world, 'channel:talk'),
      name: 'chat',
      byHand: ['name', 'parent', 'access/everyone/ViewChannel'],
    },
  ]);
});

test('what was changed by hand is put back if an organiser says so', () => {
  const world = byHand(setUp(small), 'role:learner', { name: 'Rookie', colour: 1 });
  const { steps } = plan(small, world, { restore: new Set(['role:learner']) });
  expect(steps.map(step => 'changes' in step && step.changes)).toEqual([{ name: 'The learner', colour: 0x123456 }]);
});

test('what the file changed is changed on the server, beside what a person changed', () => {
  const world = byHand(setUp(small), 'role:learner', { name: 'Rookie' });
  const [learner, certified] = small.roles;
  const edited = { ...small, roles: [{ ...learner, name: 'Student', colour: 7 }, certified] } as Community;
  expect(plan(edited, world).steps).toMatchObject([{ kind: 'change', name: 'Rookie', changes: { colour: 7 } }]);
  expect(plan(edited, setUp(edited, world)).steps).toEqual([]);
});

test('a channel that the file opens to another role is opened, and closed again to one it no longer names', () => {
  const [category] = small.categories;
  const talk = aCommunityChannel('talk', { topic: 'A topic', sees: ['certified'], writes: ['certified'] });
  const edited = { ...small, categories: [{ ...category, channels: [talk] }] } as Community;
  const world = setUp(small);
  const { steps, unlisted } = plan(edited, world);
  expect(steps.map(step => 'changes' in step && step.changes)).toEqual([
    {
      [`access/${idOf(world, 'role:certified')}/ViewChannel`]: 'allow',
      [`access/${idOf(world, 'role:learner')}/ViewChannel`]: null,
    },
  ]);
  expect(unlisted.map(({ binding }) => binding)).toEqual(['channel:news']);
});

test('what was deleted by hand is told and not made again', () => {
  const world = setUp(small);
  const gone = without(without(world, idOf(world, 'role:learner')), idOf(world, 'category:first'));
  const { steps, missing } = plan(small, gone);
  expect(steps).toEqual([]);
  expect(missing).toEqual([
    { binding: 'role:learner', name: 'The learner', id: idOf(world, 'role:learner') },
    { binding: 'category:first', name: 'First', id: idOf(world, 'category:first') },
  ]);
});

test('what was deleted by hand is made again if an organiser says so, and is named again where it was', () => {
  const world = setUp(small);
  const gone = without(world, idOf(world, 'role:learner'));
  const choices = { recreate: new Set(['role:learner']) };
  expect(brief(plan(small, gone, choices))).toEqual(['create role:learner', 'change channel:talk']);
  const back = setUp(small, gone, choices);
  expect(brief(plan(small, back))).toEqual([]);
  const talk = back.server.channels.find(({ id }) => id === idOf(back, 'channel:talk'));
  expect(talk?.overwrites.map(({ id }) => id)).toContain(idOf(back, 'role:learner'));
});

test('a category that was deleted is made again if an organiser says so, and its channels move back', () => {
  const world = setUp(small);
  const choices = { recreate: new Set(['category:first']) };
  const gone = without(world, idOf(world, 'category:first'));
  const steps = ['create category:first', 'change channel:talk', 'change channel:news'];
  expect(brief(plan(small, gone, choices))).toEqual(steps);
  expect(plan(small, setUp(small, gone, choices)).steps).toEqual([]);
});

test('what was cut off after making something again is completed', () => {
  const world = setUp(small);
  const choices = { recreate: new Set(['role:learner', 'category:first']) };
  const gone = without(without(world, idOf(world, 'role:learner')), idOf(world, 'category:first'));
  const made = plan(small, gone, choices)
    .steps.slice(0, 2)
    .reduce((now, step) => carryOut(now, step), gone);
  expect(brief(plan(small, made))).toEqual(['change channel:talk', 'change channel:news']);
});

test('an existing role of the name is offered, and a second one is made beside it unless it is chosen', () => {
  const world = emptyWorld(aServer({ roles: [aRole('7', { name: 'the LEARNER' })] }));
  const unchosen = plan(small, world);
  expect(unchosen.offers).toEqual({ 'role:learner': [{ id: '7', name: 'the LEARNER' }] });
  expect(brief(unchosen)).toContain('create role:learner');
  const chosen = plan(small, world, { adopt: new Map([['role:learner', '7']]) });
  expect(chosen.offers).toEqual({});
  expect(chosen.steps[0]).toMatchObject({ kind: 'adopt', id: '7', name: 'the LEARNER', changes: {} });
  expect(plan(small, setUp(small, world, { adopt: new Map([['role:learner', '7']]) })).steps).toEqual([]);
});

test('what is ours already, or is called so by chance in another kind, is not offered', () => {
  const world = byHand(setUp(small), 'role:certified', { name: 'The learner' });
  const gone = without(world, idOf(world, 'role:learner'));
  const server = { ...gone.server, channels: [...gone.server.channels, aChannel('7', { name: 'The learner' })] };
  expect(plan(small, { ...gone, server }).offers).toEqual({});
});

test('an adopted channel keeps its name, topic and place, and is seen by whom the file says', () => {
  const world = emptyWorld(aServer({ channels: [aChannel('7', { name: 'talk', topic: 'Mine' })] }));
  const adopt = new Map([['channel:talk', '7']]);
  const step = plan(small, world, { adopt }).steps.find(({ thing }) => thing.binding === 'channel:talk');
  expect(step).toMatchObject({ kind: 'adopt', id: '7' });
  expect(step && 'changes' in step && step.changes).toEqual({
    'access/everyone/ViewChannel': 'deny',
    'access/cairn/ViewChannel': 'allow',
    'access/role:learner/ViewChannel': 'allow',
  });
  const after = setUp(small, world, { adopt });
  expect(after.server.channels.find(({ id }) => id === '7')).toMatchObject({ name: 'talk', topic: 'Mine' });
  expect(plan(small, after).steps).toEqual([]);
});

test('a category that nothing would go into is not made, now or later', () => {
  const channels = ['talk', 'news'].map((name, index) => aChannel(String(index + 7), { name }));
  const world = emptyWorld(aServer({ channels }));
  const adopt = new Map([
    ['channel:talk', '7'],
    ['channel:news', '8'],
  ]);
  expect(brief(plan(small, world, { adopt }))).not.toContain('create category:first');
  expect(plan(small, setUp(small, world, { adopt })).steps).toEqual([]);
});

test('a channel that the file puts into a new category moves there', () => {
  const [category] = small.categories;
  const moved = {
    ...small,
    categories: [
      { ...category, channels: category?.channels.slice(1) },
      { key: 'second', name: 'Second', channels: category?.channels.slice(0, 1) },
    ],
  } as Community;
  const world = setUp(small);
  expect(brief(plan(moved, world))).toEqual(['create category:second', 'change channel:talk']);
  expect(plan(moved, setUp(moved, world)).steps).toEqual([]);
});

test('what was made before anybody wrote down how is left as it is', () => {
  const world = setUp(small);
  const unwritten = new Map([...world.known].map(([binding, one]) => [binding, { ...one, set: undefined }]));
  const bare = { ...world, known: unwritten } as unknown as World;
  const [learner, certified] = small.roles;
  const edited = { ...small, roles: [{ ...learner, colour: 7 }, certified] } as Community;
  const { steps, kept } = plan(edited, bare);
  expect(steps).toEqual([]);
  expect(kept[0]?.byHand).toEqual(['colour']);
});
