import { readFile } from 'node:fs/promises';
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { inviteLink, invitePermissions } from '../../src/discord/invite.ts';

test('the invitation asks for what Cairn uses, and never for Administrator', () => {
  const { ViewChannel, SendMessages, ReadMessageHistory, ManageRoles, ManageChannels } = PermissionFlagsBits;
  expect(invitePermissions).toBe(ViewChannel | SendMessages | ReadMessageHistory | ManageRoles | ManageChannels);
  expect(Object.fromEntries(new URL(inviteLink('1234')).searchParams)).toEqual({
    client_id: '1234',
    scope: 'bot applications.commands',
    permissions: String(invitePermissions),
  });
});

test('the link in the README asks for the same', async () => {
  expect(await readFile('README.md', 'utf8')).toContain(`permissions=${invitePermissions}\``);
});
