import { PermissionFlagsBits } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BotFacts, obstacleToGrant, type RoleFacts } from '../../../src/discord/effects/hierarchy.ts';

const role = (more: Partial<RoleFacts> = {}): RoleFacts => ({
  id: '200',
  name: 'Leader',
  position: 1,
  permissions: 0n,
  managed: false,
  inPrompt: false,
  ...more,
});
const bot = (more: Partial<BotFacts> = {}): BotFacts => ({
  permissions: PermissionFlagsBits.ManageRoles,
  highest: role({ id: '100', name: 'Cairn', position: 2 }),
  ...more,
});
const tooHigh = { kind: 'role-too-high', roleId: '200', botRoleId: '100' };

describe('a role can be given', () => {
  test('by a bot with Manage Roles and a role above it', () => {
    expect(obstacleToGrant(bot(), role())).toBeUndefined();
  });

  test('with harmless permissions that somebody added', () => {
    const harmless = PermissionFlagsBits.SendMessages | PermissionFlagsBits.AddReactions;
    expect(obstacleToGrant(bot(), role({ permissions: harmless }))).toBeUndefined();
  });
});

describe('a role cannot be given', () => {
  test('by a bot without Manage Roles', () => {
    expect(obstacleToGrant(bot({ permissions: 0n }), role())).toEqual({
      kind: 'permission-missing',
      permission: 'ManageRoles',
    });
  });

  test('from below, or from beside when it is the older one', () => {
    expect(obstacleToGrant(bot(), role({ position: 3 }))).toEqual(tooHigh);
    expect(obstacleToGrant(bot({ highest: role({ id: '300', position: 1 }) }), role())).toMatchObject({
      kind: 'role-too-high',
      botRoleId: '300',
    });
    expect(obstacleToGrant(bot({ highest: role({ id: '100', position: 1 }) }), role())).toBeUndefined();
  });

  test('by an administrator from below: Administrator is no place in the hierarchy', () => {
    const administrator = bot({ permissions: PermissionFlagsBits.Administrator });
    expect(obstacleToGrant(administrator, role())).toBeUndefined();
    expect(obstacleToGrant(administrator, role({ position: 3 }))).toEqual(tooHigh);
  });

  test.each([
    ['managed', role({ managed: true })],
    ['self-assignable', role({ inPrompt: true })],
    ['elevated', role({ permissions: PermissionFlagsBits.ManageMessages })],
    ['elevated', role({ permissions: PermissionFlagsBits.MentionEveryone | PermissionFlagsBits.SendMessages })],
  ])('when it is %s', (why, unsafe) => {
    expect(obstacleToGrant(bot(), unsafe)).toEqual({ kind: 'role-unsafe', roleId: '200', why });
  });
});

test('whatever permissions a role carries, none that moderates gets through', () => {
  const dangerous = [
    PermissionFlagsBits.Administrator,
    PermissionFlagsBits.BanMembers,
    PermissionFlagsBits.KickMembers,
    PermissionFlagsBits.ManageGuild,
    PermissionFlagsBits.ManageRoles,
    PermissionFlagsBits.ManageWebhooks,
    PermissionFlagsBits.ModerateMembers,
  ];
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: (1n << 53n) - 1n }), fc.constantFrom(...dangerous), (others, one) => {
      expect(obstacleToGrant(bot(), role({ permissions: others | one }))).toMatchObject({ why: 'elevated' });
    }),
  );
});
