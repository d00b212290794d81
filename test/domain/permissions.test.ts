/** The bits written down here are Discord's. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { elevated, holds, isElevated, permissionBits } from '../../src/domain/permissions.ts';

test('every permission has the bit that Discord gives it', () => {
  for (const [name, bit] of [...Object.entries(permissionBits), ...Object.entries(elevated)])
    expect(bit, name).toBe(PermissionFlagsBits[name as keyof typeof PermissionFlagsBits]);
});

test('every permission to manage something is elevated, and so is Administrator', () => {
  const managing = Object.keys(PermissionFlagsBits).filter(name => /^(?:Manage|Administrator)/.test(name));
  // Discord's former name of another.
  expect(managing.filter(name => !(name in elevated) && name !== 'ManageEmojisAndStickers')).toEqual([]);
  expect([isElevated(PermissionFlagsBits.BanMembers), isElevated(PermissionFlagsBits.SendMessages)]).toEqual([
    true,
    false,
  ]);
});

test('Administrator holds every permission', () => {
  expect(holds(PermissionFlagsBits.Administrator, 'ManageRoles')).toBe(true);
  expect(holds(PermissionFlagsBits.ManageChannels, 'ManageRoles')).toBe(false);
});
