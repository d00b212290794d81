/** Setting up, whatever the community, the server and the interruption: it arrives, stays quiet, and touches only what is ours. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience, Community } from '../../src/domain/community.ts';
import { fingerprintOf, isSamePlan } from '../../src/domain/plan-fingerprint.ts';
import { planSetup } from '../../src/domain/plan-setup.ts';
import type { Server } from '../../src/domain/server.ts';
import type { SetupChoices } from '../../src/domain/setup-choices.ts';
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

const roleKeys = ['a', 'b', 'c'];
const channelKeys = ['d', 'e', 'f', 'g'];
const audience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constantFrom<Audience>('everyone', 'nobody'),
  fc.subarray(roleKeys, { minLength: 1 }),
);

const communities: fc.Arbitrary<Community> = fc
  .record({
    roles: fc.subarray(roleKeys),
    looks: fc.record({ colour: fc.integer({ min: 1, max: 9 }), hoist: fc.boolean(), mentionable: fc.boolean() }),
    channels: fc.array(fc.record({ sees: audience, writes: audience, category: fc.nat(1) }), {
      minLength: 4,
      maxLength: 4,
    }),
    used: fc.subarray(channelKeys),
  })
  .map(({ roles, looks, channels, used }) =>
    aCommunity({
      roles: roles.map(key => aCommunityRole(key, { ...looks, paths: [key] })),
      categories: ['one', 'two'].map((key, index) => ({
        key,
        name: key,
        channels: channelKeys.flatMap((channel, place) => {
          const { category, ...more } = channels[place] ?? { category: 0 };
          return category === index && used.includes(channel) ? [aCommunityChannel(channel, more)] : [];
        }),
      })),
    }),
  );

/** Strangers, some under names of ours. */
const servers: fc.Arbitrary<Server> = fc
  .record({ roles: fc.subarray(roleKeys), channels: fc.subarray(channelKeys), categories: fc.subarray(['one', 'two']) })
  .map(({ roles, channels, categories }) =>
    aServer({
      roles: roles.map((key, index) => aRole(String(20 + index), { name: `The ${key}`, position: 2 + index })),
      channels: [
        ...channels.map((name, index) => aChannel(String(30 + index), { name })),
        ...categories.map((name, index) => aChannel(String(40 + index), { name, type: 'category' })),
      ],
    }),
  );

const plan = (community: Community, { server, known }: World, choices: Partial<SetupChoices> = {}) =>
  planSetup(community, known, server, choosing(choices));
const apply = (community: Community, world: World, choices?: Partial<SetupChoices>) =>
  plan(community, world, choices).steps.reduce((now, step) => carryOut(now, step), world);

/** Every offer taken up. */
function adoptingAll(community: Community, world: World): Partial<SetupChoices> {
  const { offers } = plan(community, world);
  const adopt = new Map(
    Object.entries(offers).flatMap(([binding, [one]]) => (one ? [[binding, one.id] as const] : [])),
  );
  return { adopt };
}

/** What stands on the server and is none of ours, as far as Cairn could have touched it. */
function strangers({ server, known }: World) {
  const ours = new Set([...known.values()].flatMap(one => ('discordId' in one ? [one.discordId] : [])));
  const roles = server.roles.filter(({ id }) => !ours.has(id)).map(({ position: _, ...role }) => role);
  return { roles, channels: server.channels.filter(({ id }) => !ours.has(id)) };
}

test('once a plan is carried out, nothing is left to do', () => {
  fc.assert(
    fc.property(communities, servers, fc.boolean(), (community, server, adopts) => {
      const world = emptyWorld(server);
      const done = apply(community, world, adopts ? adoptingAll(community, world) : {});
      const { steps, missing, obstacles, warnings } = plan(community, done);
      expect([steps, missing, obstacles, warnings]).toEqual([[], [], [], []]);
    }),
  );
});

test('once the file has changed and its plan is carried out, nothing is left to do', () => {
  fc.assert(
    fc.property(communities, communities, servers, (before, after, server) => {
      const done = apply(after, apply(before, emptyWorld(server)));
      expect(plan(after, done).steps).toEqual([]);
    }),
  );
});

test('whatever interrupts it, planning again completes it and makes nothing twice', () => {
  const cuts = fc.array(fc.tuple(fc.nat(6), fc.constantFrom('reserved', 'made', 'done')), { maxLength: 4 });
  fc.assert(
    fc.property(communities, cuts, (community, interruptions) => {
      let world = emptyWorld();
      for (const [length, cut] of interruptions) {
        const { steps } = plan(community, world);
        world = steps.slice(0, length).reduce((now, step) => carryOut(now, step), world);
        const next = steps[length];
        if (next) world = carryOut(world, next, cut as 'reserved' | 'made' | 'done');
      }
      const done = apply(community, world);
      expect(plan(community, done).steps).toEqual([]);
      const smooth = apply(community, emptyWorld());
      const names = ({ server }: World) => [...server.roles, ...server.channels].map(({ name }) => name).sort();
      expect(names(done)).toEqual(names(smooth));
      expect(strangers(done)).toEqual(strangers(emptyWorld()));
    }),
  );
});

test('what is not ours and was not chosen stays as it was', () => {
  fc.assert(
    fc.property(communities, communities, servers, (before, after, server) => {
      const world = emptyWorld(server);
      expect(strangers(apply(after, apply(before, world)))).toEqual(strangers(world));
    }),
  );
});

test('what was deleted by hand is never made again by itself', () => {
  fc.assert(
    fc.property(communities, fc.nat(), (community, which) => {
      const world = apply(community, emptyWorld());
      const bound = [...world.known.values()].flatMap(one => ('discordId' in one ? [one.discordId] : []));
      const victim = bound[which % Math.max(bound.length, 1)];
      if (victim === undefined) return;
      const { steps, missing } = plan(community, without(world, victim));
      expect([steps, missing.map(({ id }) => id)]).toEqual([[], [victim]]);
    }),
  );
});

test('a channel that not everyone may see is never seen by everyone, and roles have no power, whatever is missing', () => {
  fc.assert(
    fc.property(communities, fc.nat(9), (community, length) => {
      const { steps } = plan(community, emptyWorld());
      const world = steps.slice(0, length).reduce((now, step) => carryOut(now, step), emptyWorld());
      const secret = new Set(
        community.categories.flatMap(({ channels }) =>
          channels.flatMap(one => (one.sees === 'everyone' ? [] : [one.name])),
        ),
      );
      for (const channel of world.server.channels.filter(({ name }) => secret.has(name)))
        expect(channel.overwrites.find(({ id }) => id === world.server.id)?.deny).not.toBe(0n);
      expect(world.server.roles.every(({ permissions }) => permissions === 0n)).toBe(true);
      expect(world.server.channels.every(({ botPermissions }) => botPermissions !== 0n)).toBe(true);
    }),
  );
});

test('a plan is the same plan as long as nothing that matters to it has changed', () => {
  const world = emptyWorld();
  const shown = plan(small, world);
  const stranger = { ...world.server, channels: [aChannel('9', { name: 'elsewhere' })] };
  expect(isSamePlan(shown, plan(small, { ...world, server: stranger }))).toBe(true);
  expect(fingerprintOf(shown)).toMatch(/^[0-9a-z]{22}$/);
  const changes: readonly World[] = [
    { ...world, server: { ...world.server, channels: [aChannel('9', { name: 'talk' })] } },
    { ...world, server: { ...world.server, bot: { ...world.server.bot, permissions: 0n } } },
    { ...world, server: { ...world.server, features: ['ROLE_ICONS'] } },
    { ...world, known: new Map([['role:learner', { state: 'gone', discordId: '5' }]]) },
  ];
  for (const changed of changes) expect(isSamePlan(shown, plan(small, changed))).toBe(false);
});

test('a plan carried out half is another plan, and so is one whose channel somebody renamed', () => {
  const done = apply(small, emptyWorld());
  const shown = plan(small, done);
  const talk = done.server.channels.find(({ name }) => name === 'talk')?.id ?? '';
  expect(isSamePlan(shown, plan(small, { ...done, server: withAttributes(done, talk, { name: 'chat' }) }))).toBe(false);
  const [first] = plan(small, emptyWorld()).steps;
  if (!first) throw new Error('nothing to do');
  expect(isSamePlan(plan(small, emptyWorld()), plan(small, carryOut(emptyWorld(), first)))).toBe(false);
});
