/** Who sees and writes, as overwrites: only those that change, and never so that Cairn shuts itself out. */
import { expect, test } from 'vitest';
import { overwritesAfter } from '../../src/domain/overwrites.ts';
import { aServer } from './a-server.ts';

const server = aServer();
const view = 1n << 10n;
const ban = 1n << 2n;
const [everyone, cairn] = [server.id, server.bot.userId];

test('closing a channel lets Cairn and the roles in before everybody is shut out', () => {
  const access = {
    'access/everyone/ViewChannel': 'deny',
    'access/77/ViewChannel': 'allow',
    'access/cairn/ViewChannel': 'allow',
  };
  expect(overwritesAfter([], access, server)).toEqual([
    { id: cairn, allow: view, deny: 0n, isMember: true },
    { id: '77', allow: view, deny: 0n, isMember: false },
    { id: everyone, allow: 0n, deny: view, isMember: false },
  ]);
});

test('opening it takes Cairn’s own entry last', () => {
  const now = [
    { id: cairn, allow: view, deny: 0n },
    { id: everyone, allow: 0n, deny: view },
  ];
  const access = { 'access/cairn/ViewChannel': null, 'access/everyone/ViewChannel': null };
  expect(overwritesAfter(now, access, server).map(({ id, allow, deny }) => [id, allow, deny])).toEqual([
    [everyone, 0n, 0n],
    [cairn, 0n, 0n],
  ]);
});

test('what others set in the same overwrite stays, and overwrites of which nothing changes are left out', () => {
  const now = [
    { id: '77', allow: ban, deny: view },
    { id: '78', allow: ban, deny: 0n },
  ];
  expect(overwritesAfter(now, { name: 'x', 'access/77/ViewChannel': 'allow' }, server)).toEqual([
    { id: '77', allow: ban | view, deny: 0n, isMember: false },
  ]);
});
