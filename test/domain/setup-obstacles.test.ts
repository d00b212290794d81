/** What keeps a plan from being carried out, and what organisers should hear although nothing keeps it. */
import { expect, test } from 'vitest';
import { permissionBits } from '../../src/domain/permissions.ts';
import { planSetup } from '../../src/domain/plan-setup.ts';
import type { Server } from '../../src/domain/server.ts';
import { canApply } from '../../src/domain/setup-plan.ts';
import { aCommunity, aCommunityChannel, aCommunityRole, small } from '../support/a-community.ts';
import { aChannel, aRole, aServer, carryOut, choosing, emptyWorld, everything, type World } from './a-server.ts';

const plan = ({ server, known }: World, community = small, more: Parameters<typeof choosing>[0] = {}) =>
  planSetup(community, known, server, choosing(more));
const setUp = (world = emptyWorld()) => plan(world).steps.reduce((now, step) => carryOut(now, step), world);
const crowd = (count: number, make: (id: string) => ReturnType<typeof aRole>) =>
  Array.from({ length: count }, (_, index) => make(String(5000 + index)));

test('permissions that the steps need and Cairn lacks are named once each', () => {
  const { steps, obstacles } = plan(emptyWorld(aServer({ botPermissions: permissionBits.ViewChannel })));
  expect(obstacles).toEqual(
    [
      'ManageRoles',
      'ManageChannels',
      'SendMessages',
      'SendMessagesInThreads',
      'CreatePublicThreads',
      'CreatePrivateThreads',
    ].map(permission => ({ kind: 'permission-missing', permission })),
  );
  expect(canApply({ ...plan(emptyWorld()), steps, obstacles })).toBe(false);
});

test('a server that needs nothing done needs no permissions for it', () => {
  const { server, known } = setUp();
  const powerless = { ...server, bot: { ...server.bot, permissions: 0n } };
  expect(plan({ server: powerless, known }).obstacles).toEqual([]);
});

test('what Cairn may do on the server but not in a channel to adopt is missing there', () => {
  const channels = [aChannel('7', { name: 'talk', botPermissions: everything & ~permissionBits.ViewChannel })];
  const { obstacles } = plan(emptyWorld(aServer({ channels })), small, { adopt: new Map([['channel:talk', '7']]) });
  expect(obstacles).toEqual([{ kind: 'permission-missing', permission: 'ViewChannel', channelId: '7' }]);
});

test('a server with 250 roles has no room for more', () => {
  const full = emptyWorld(aServer({ roles: crowd(247, id => aRole(id)) }));
  expect(plan(full).obstacles).toEqual([{ kind: 'role-limit', most: 250, now: 249, more: 2 }]);
  const room = emptyWorld(aServer({ roles: crowd(246, id => aRole(id)) }));
  expect(plan(room).obstacles).toEqual([]);
});

test('a role that an interrupted attempt made fills no second place', () => {
  const world = emptyWorld(aServer({ roles: crowd(246, id => aRole(id)) }));
  const [first] = plan(world).steps;
  if (!first) throw new Error('nothing to do');
  const cut = carryOut(world, first, 'made');
  const { obstacles, offers, steps } = plan(cut);
  expect([obstacles, offers]).toEqual([[], {}]);
  expect(steps[0]).toMatchObject({ kind: 'create', interrupted: true });
});

test('a server with 500 channels has no room for more, and categories count', () => {
  const channels = Array.from({ length: 498 }, (_, index) => aChannel(String(5000 + index)));
  expect(plan(emptyWorld(aServer({ channels }))).obstacles).toEqual([
    { kind: 'channel-limit', most: 500, now: 498, more: 3 },
  ]);
});

test('a category with 50 channels has no room for more', () => {
  const community = aCommunity({
    categories: [{ key: 'first', name: 'First', channels: [aCommunityChannel('talk')] }],
  });
  const children = Array.from({ length: 50 }, (_, index) => aChannel(String(5000 + index), { parentId: '7' }));
  const channels = [aChannel('7', { name: 'First', type: 'category' }), ...children];
  const { obstacles } = plan(emptyWorld(aServer({ channels })), community, {
    adopt: new Map([['category:first', '7']]),
  });
  expect(obstacles).toEqual([{ kind: 'category-limit', parent: '7', most: 50, now: 50, more: 1 }]);
});

test('a role of ours above Cairn’s is told: it can’t be given, and can’t be changed', () => {
  const { server, known } = setUp();
  const [learner] = server.roles.filter(({ name }) => name === 'The learner');
  const lifted: Server = {
    ...server,
    roles: server.roles.map(one => (one === learner ? { ...one, position: 99 } : one)),
  };
  const tooHigh = { kind: 'role-too-high', roleId: learner?.id, botRoleId: '300' };
  const unchanged = plan({ server: lifted, known });
  expect([unchanged.warnings, unchanged.obstacles]).toEqual([[tooHigh], []]);
  const edited = { ...small, roles: small.roles.map(one => ({ ...one, colour: 7 })) };
  expect(plan({ server: lifted, known }, edited).obstacles).toEqual([tooHigh]);
});

test('a role of ours that somebody gave power, and a channel of ours that Cairn can’t see, are told', () => {
  const { server, known } = setUp();
  const roles = server.roles.map(one =>
    one.name === 'The certified'
      ? { ...one, inPrompt: true }
      : one.name === 'The learner'
        ? { ...one, permissions: 1n << 3n }
        : one,
  );
  const channels = server.channels.map(one => (one.name === 'talk' ? { ...one, botPermissions: 0n } : one));
  expect(plan({ server: { ...server, roles, channels }, known }).warnings).toMatchObject([
    { kind: 'role-unsafe', binding: 'role:learner', why: 'elevated' },
    { kind: 'role-unsafe', binding: 'role:certified', why: 'self-assignable' },
    { kind: 'channel-hidden', binding: 'channel:talk' },
  ]);
});

test('a role that Cairn gives to nobody may have power and stand above it; one that mentors get may not', () => {
  const roles = [aCommunityRole('staff'), aCommunityRole('helper')];
  const pool = { key: 'm', title: 'Mentors', paths: [], role: 'helper', aim: 1 };
  const community = aCommunity({ roles, mentorPools: [pool] });
  const { server, known } = plan(emptyWorld(), community).steps.reduce(
    (now, step) => carryOut(now, step),
    emptyWorld(),
  );
  const lifted = server.roles.map(one =>
    one.name.startsWith('The ') ? { ...one, position: 99, permissions: 1n << 3n } : one,
  );
  expect(plan({ server: { ...server, roles: lifted }, known }, community).warnings).toMatchObject([
    { kind: 'role-unsafe', binding: 'role:helper' },
    { kind: 'role-too-high' },
  ]);
});

const asker = { isOwner: false, permissions: permissionBits.ManageRoles, highestRoleId: '400' };
const admin = aRole('400', { name: 'Admin', position: 20 });

test.each([
  ['belongs to a bot', { belongsTo: 'bot', managed: true }, 'bot'],
  ['belongs to an integration', { belongsTo: 'integration', managed: true }, 'integration'],
  ['belongs to boosters', { belongsTo: 'boosters', managed: true }, 'boosters'],
  ['is sold', { belongsTo: 'subscription', managed: true }, 'subscription'],
  ['follows from a linked account', { belongsTo: 'linked-account' }, 'linked-account'],
  ['is managed by nobody knows whom', { managed: true }, 'managed'],
  ['moderates', { permissions: 1n << 40n }, 'elevated'],
  ['is above Cairn', { position: 60 }, 'above-cairn'],
  ['is above the asker', { position: 30 }, 'above-asker'],
] as const)('a role that %s is not adopted', (_, more, why) => {
  const world = emptyWorld(aServer({ roles: [admin, aRole('7', { name: 'The learner', ...more })] }));
  expect(plan(world, small, { asker }).offers['role:learner']).toEqual([
    { id: '7', name: 'The learner', refused: why },
  ]);
  const { steps, obstacles } = plan(world, small, { asker, adopt: new Map([['role:learner', '7']]) });
  expect(obstacles).toEqual([{ kind: 'refused', binding: 'role:learner', id: '7', why }]);
  expect(steps.some(({ thing }) => thing.binding === 'role:learner')).toBe(false);
});

test('a role that members pick when they join is adopted for a path, not for a certificate', () => {
  const roles = [
    aRole('7', { name: 'The learner', inPrompt: true }),
    aRole('8', { name: 'The certified', inPrompt: true }),
  ];
  expect(plan(emptyWorld(aServer({ roles }))).offers).toEqual({
    'role:learner': [{ id: '7', name: 'The learner' }],
    'role:certified': [{ id: '8', name: 'The certified', refused: 'self-assignable' }],
  });
});

test('whoever may not manage roles or channels adopts none', () => {
  const server = aServer({ roles: [admin, aRole('7')], channels: [aChannel('8')] });
  const adopt = new Map([
    ['role:learner', '7'],
    ['channel:talk', '8'],
  ]);
  const { obstacles } = plan(emptyWorld(server), small, { asker: { ...asker, permissions: 0n }, adopt });
  expect(obstacles).toEqual([
    { kind: 'refused', binding: 'role:learner', id: '7', why: 'asker-lacks-manage-roles' },
    { kind: 'refused', binding: 'channel:talk', id: '8', why: 'asker-lacks-manage-channels' },
  ]);
});

test('nothing is adopted that is not there, is of another kind, is ours already, or is chosen twice', () => {
  const world = setUp();
  const community = aCommunity({ roles: ['a', 'b', 'c', 'd', 'e', 'f'].map(key => aCommunityRole(key)) });
  const learner = world.server.roles.find(({ name }) => name === 'The learner')?.id ?? '';
  const server = {
    ...world.server,
    roles: [...world.server.roles, aRole('7')],
    channels: [...world.server.channels, aChannel('8')],
  };
  const adopt = new Map(
    Object.entries({
      'role:a': '1',
      'role:b': '8',
      'role:c': learner,
      'role:d': '7',
      'role:e': '7',
      'role:f': '100',
    }),
  );
  const whys = plan({ ...world, server }, community, { adopt }).obstacles.map(one => one.kind === 'refused' && one.why);
  expect(whys).toEqual(['gone', 'other-kind', 'ours-already', 'ours-already', 'ours-already', 'everyone']);
});
