/** Before anything is asked of Discord: whether it would let Cairn give or take a role. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elevated, permissionBits } from '../../src/domain/permissions.ts';
import { type BotFacts, obstacleToGive, obstacleToTake } from '../../src/domain/role-obstacle.ts';
import type { ServerRole } from '../../src/domain/server.ts';
import { aRole } from './a-server.ts';

const role = (more: Partial<ServerRole> = {}) => aRole('200', { position: 1, ...more });
const bot = (more: Partial<BotFacts> = {}): BotFacts => ({
  serverId: '1',
  permissions: permissionBits.ManageRoles,
  highest: aRole('100', { name: 'Cairn', position: 2 }),
  ...more,
});
const tooHigh = { kind: 'role-too-high', roleId: '200', botRoleId: '100' };
const harmless = permissionBits.SendMessages | permissionBits.ViewChannel;

describe('a role can be given', () => {
  test('by a bot with Manage Roles and a role above it', () => {
    expect(obstacleToGive(bot(), role(), 'certificate')).toBeUndefined();
  });

  test('with harmless permissions that somebody added', () => {
    expect(obstacleToGive(bot(), role({ permissions: harmless }), 'certificate')).toBeUndefined();
  });

  test('that members can pick themselves, where it is a path’s', () => {
    expect(obstacleToGive(bot(), role({ inPrompt: true }), 'path')).toBeUndefined();
  });
});

describe('a role cannot be given', () => {
  test('by a bot without Manage Roles', () => {
    expect(obstacleToGive(bot({ permissions: 0n }), role(), 'path')).toEqual({
      kind: 'permission-missing',
      permission: 'ManageRoles',
    });
  });

  test('from below, or from beside when it is the older one', () => {
    expect(obstacleToGive(bot(), role({ position: 3 }), 'path')).toEqual(tooHigh);
    expect(obstacleToGive(bot({ highest: aRole('300', { position: 1 }) }), role(), 'path')).toMatchObject({
      kind: 'role-too-high',
      botRoleId: '300',
    });
    expect(obstacleToGive(bot({ highest: aRole('100', { position: 1 }) }), role(), 'path')).toBeUndefined();
  });

  test('by an administrator from below: Administrator is no place in the hierarchy', () => {
    const administrator = bot({ permissions: elevated.Administrator });
    expect(obstacleToGive(administrator, role(), 'path')).toBeUndefined();
    expect(obstacleToGive(administrator, role({ position: 3 }), 'path')).toEqual(tooHigh);
  });

  test.each([
    ['managed', role({ managed: true })],
    ['boosters', role({ managed: true, belongsTo: 'boosters' })],
    ['self-assignable', role({ inPrompt: true })],
    ['elevated', role({ permissions: elevated.ManageMessages })],
    ['elevated', role({ permissions: elevated.MentionEveryone | harmless })],
  ])('as a certificate’s when it is %s', (why, unsafe) => {
    expect(obstacleToGive(bot(), unsafe, 'certificate')).toEqual({ kind: 'role-unsafe', roleId: '200', why });
  });
});

test('a role that was given power can still be taken, from above', () => {
  const powerful = role({ permissions: elevated.ManageMessages });
  expect(obstacleToTake(bot(), powerful)).toBeUndefined();
  expect(obstacleToTake(bot(), { ...powerful, position: 3 })).toEqual(tooHigh);
});

test('whatever permissions a role carries, none that moderates gets through', () => {
  const others = fc.bigInt({ min: 0n, max: (1n << 53n) - 1n });
  fc.assert(
    fc.property(others, fc.constantFrom(...Object.values(elevated)), (some, one) => {
      const dangerous = role({ permissions: some | one });
      expect(obstacleToGive(bot(), dangerous, 'path')).toMatchObject({ why: 'elevated' });
    }),
  );
});
