/** Whether a group is heard on a server: its channel, its ping, its events, and what else is good to know. */
import { expect, test } from 'vitest';
import { clashesOf, type GroupsSeen, groupNotes, groupTroubles } from '../../../src/domain/groups/doctor.ts';
import type { Group } from '../../../src/domain/groups/group.ts';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { noExceptions, sessionsOf } from '../../../src/domain/groups/session.ts';
import { permissionBits } from '../../../src/domain/permissions.ts';
import type { Overwrite } from '../../../src/domain/server.ts';
import { at } from '../../support/builders.ts';
import { aChannel, aRole, aServer, everything } from '../a-server.ts';

const group = (key: string, more: Partial<Group> = {}): Group => ({
  key,
  title: key.toUpperCase(),
  kind: 'study-group',
  paths: [],
  channel: 'talk',
  voice: 'hall',
  role: 'learners',
  isProposed: false,
  slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' }],
  ...more,
});

const monday = at('2027-03-01');
const seen = (groups: readonly Group[], more: Partial<GroupsSeen> = {}): GroupsSeen => ({
  groups,
  rules: usualRules,
  disabled: new Set(),
  members: new Map(groups.map(({ key }) => [key, 3])),
  hosted: new Set(groups.map(({ key }) => key)),
  sessions: groups.flatMap(one => sessionsOf(one, noExceptions, monday, monday.add({ hours: 14 * 24 }))),
  suppressed: new Map(),
  ...more,
});

const ids = new Map([
  ['channel:talk', '7'],
  ['channel:hall', '8'],
  ['role:learners', '9'],
]);
const idOf = (binding: string) => ids.get(binding);

function aHall({
  mentionable = true,
  talk = everything,
  hall = everything,
  permissions = permissionBits.ViewChannel,
} = {}) {
  const server = aServer({
    channels: [aChannel('7', { botPermissions: talk }), aChannel('8', { type: 'voice', botPermissions: hall })],
  });
  return { ...server, roles: [...server.roles, aRole('9', { mentionable, permissions })] };
}

test('a group that can be heard has no trouble', () => {
  expect(groupTroubles(aHall(), idOf, seen([group('a')]))).toEqual([]);
});

test('a ping that rings nobody’s phone is found, unless Cairn may mention everyone there or pings no role', () => {
  const mute = [{ kind: 'ping-mute', roleId: '9', channelId: '7' }];
  expect(groupTroubles(aHall({ mentionable: false }), idOf, seen([group('a')]))).toEqual(mute);
  const mentionsAll = everything | (1n << 17n);
  expect(groupTroubles(aHall({ mentionable: false, talk: mentionsAll }), idOf, seen([group('a')]))).toEqual([]);
  const rules = { ...usualRules, session: { on: false, minutesBefore: 15 } };
  expect(groupTroubles(aHall({ mentionable: false }), idOf, seen([group('a')], { rules }))).toEqual([]);
});

test('a role that does not see the channel is found, whoever was meant to see it there', () => {
  const { ViewChannel } = permissionBits;
  const troubles = (permissions: bigint, ...overwrites: readonly Overwrite[]) => {
    const server = aHall({ permissions });
    const channels = server.channels.map(channel => (channel.id === '7' ? { ...channel, overwrites } : channel));
    return groupTroubles({ ...server, channels }, idOf, seen([group('a')]));
  };
  const hidden = { id: '100', allow: 0n, deny: ViewChannel };
  const unseen = [{ kind: 'ping-unseen', roleId: '9', channelId: '7' }];
  expect(troubles(ViewChannel, hidden)).toEqual(unseen);
  expect(troubles(ViewChannel, hidden, { id: '9', allow: ViewChannel, deny: 0n })).toEqual([]);
  expect(troubles(ViewChannel, { id: '9', allow: 0n, deny: ViewChannel })).toEqual(unseen);
  expect(troubles(1n << 3n, hidden)).toEqual([]);
  expect(troubles(0n, { id: '100', allow: ViewChannel, deny: 0n })).toEqual([]);
});

test.each([
  ['ViewChannel', '7'],
  ['CreatePublicThreads', '7'],
  ['SendMessagesInThreads', '7'],
  ['Connect', '8'],
  ['CreateEvents', '8'],
] as const)('without %s in the channel %s the group is not whole', (permission, channelId) => {
  const without = everything & ~permissionBits[permission];
  const server = aHall(channelId === '7' ? { talk: without } : { hall: without });
  expect(groupTroubles(server, idOf, seen([group('a')]))).toEqual([
    { kind: 'permission-missing', permission, channelId },
  ]);
});

test('a group without a channel, or that was disabled, is named with its channel', () => {
  expect(groupTroubles(aHall(), () => undefined, seen([group('a')]))).toEqual([
    { kind: 'channel-not-set-up', binding: 'channel:talk' },
  ]);
  expect(groupTroubles(aHall(), idOf, seen([group('a')], { disabled: new Set(['a']) }))).toEqual([
    { kind: 'pings-disabled', groupKey: 'a', binding: 'channel:talk' },
  ]);
});

test('where events are switched off, nothing is asked for them', () => {
  const hall = everything & ~permissionBits.CreateEvents;
  const rules = { ...usualRules, events: { on: false } };
  expect(groupTroubles(aHall({ hall }), idOf, seen([group('a')], { rules }))).toEqual([]);
});

test('two groups in one voice channel at the same time are found once, also across zones', () => {
  const other = group('b', { slots: [{ day: 'Monday', at: '13:30', minutes: 60, zone: 'America/New_York' }] });
  expect(clashesOf(seen([group('a'), other]), idOf)).toEqual([
    { titles: ['A', 'B'], channelId: '8', at: at('2027-03-01T18:30:00Z') },
  ]);
  const after = group('b', { slots: [{ day: 'Monday', at: '20:00', minutes: 60, zone: 'Europe/Berlin' }] });
  expect(clashesOf(seen([group('a'), after]), idOf)).toEqual([]);
  expect(clashesOf(seen([group('a'), { ...other, voice: 'another' }]), idOf)).toEqual([]);
});

test('an empty group, one without a host, the zone nobody chose and what was not said are noted', () => {
  const groups = [group('a'), group('b'), group('c', { kind: 'office-hours' })];
  const notes = groupNotes(
    seen(groups, {
      members: new Map([['a', 2]]),
      hosted: new Set(),
      suppressed: new Map([['b', 3]]),
      unchosenZone: 'UTC',
    }),
  );
  expect(notes).toEqual([
    { kind: 'pings-withheld', times: 3, titles: ['B'] },
    { kind: 'zone-unchosen', zone: 'UTC' },
    { kind: 'no-member', titles: ['B'] },
    { kind: 'no-host', titles: ['A'] },
  ]);
});
