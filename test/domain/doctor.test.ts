/** What is wrong with a server, as far as it can be known without trying. */
import { expect, test } from 'vitest';
import { diagnose } from '../../src/domain/doctor.ts';
import { oursOn } from '../../src/domain/ours.ts';
import { planSetup } from '../../src/domain/plan-setup.ts';
import { aCommunity, aCommunityChannel } from '../support/a-community.ts';
import { at } from '../support/builders.ts';
import { aChannel, aRole, aServer, choosing, everything } from './a-server.ts';

const now = at('2026-03-02');
const well = { connection: { clockAhead: 0, memberSync: 'off' }, now, isOnline: true } as const;
const community = aCommunity({
  categories: [
    { key: 'team', name: 'Team', channels: [aCommunityChannel('organisers', { sees: 'nobody', writes: 'nobody' })] },
  ],
});
const known = new Map([['channel:organisers', { state: 'bound', discordId: '7' } as const]]);
const view = 1n << 10n;

function foundOn(server: ReturnType<typeof aServer>, around: Partial<Parameters<typeof diagnose>[3]> = {}) {
  const plan = planSetup(community, known, server, choosing());
  return diagnose(server, plan, oursOn(server, known).idOf, { ...well, ...around });
}

function withChannel(deny: bigint, botPermissions = everything) {
  const everyone = aRole('100', { name: '@everyone', position: 0, permissions: view });
  const server = aServer({
    channels: [aChannel('7', { overwrites: [{ id: '100', allow: 0n, deny }], botPermissions })],
  });
  return { ...server, roles: [everyone, ...server.roles.filter(({ id }) => id !== '100')] };
}

test('a server as it should be has no findings', () => {
  expect(foundOn(withChannel(view)).findings).toEqual([]);
});

test('an organisers’ channel that everybody reads, or where Cairn cannot post files, is found', () => {
  expect(foundOn(withChannel(0n)).findings).toEqual([
    { area: 'channels', kind: 'problem', problem: { kind: 'channel-open', channelId: '7' } },
  ]);
  expect(foundOn(withChannel(view, everything & ~(1n << 15n))).findings).toEqual([
    {
      area: 'channels',
      kind: 'problem',
      problem: { kind: 'permission-missing', permission: 'AttachFiles', channelId: '7' },
    },
  ]);
});

test('permissions that lack on the whole server are found', () => {
  const server = { ...withChannel(view), bot: { ...withChannel(view).bot, permissions: everything & ~(1n << 28n) } };
  expect(foundOn(server).findings).toEqual([
    { area: 'permissions', kind: 'problem', problem: { kind: 'permission-missing', permission: 'ManageRoles' } },
  ]);
});

test('what is around the server is looked at as well', () => {
  const around = {
    connection: { clockAhead: -61_000, memberSync: 'refused' },
    nextDue: now.subtract({ minutes: 3 }),
    isOnline: false,
  } as const;
  expect(foundOn(withChannel(view), around)).toEqual({
    findings: [
      { area: 'intents', kind: 'intent-refused' },
      { area: 'schedule', kind: 'schedule-late', since: around.nextDue },
      { area: 'clock', kind: 'clock-wrong', seconds: -61 },
    ],
    notes: [{ kind: 'offline' }],
  });
});

test('a channel that was deleted is found, and what is not there yet is no fault', () => {
  const { findings, notes } = foundOn(aServer());
  expect(findings).toEqual([
    { area: 'channels', kind: 'problem', problem: { kind: 'channel-deleted', binding: 'channel:organisers' } },
  ]);
  expect(notes).toEqual([]);
});
