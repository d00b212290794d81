import { readFile } from 'node:fs/promises';
import { PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { inviteLink, invitePermissions } from '../../src/discord/invite.ts';

test('the invitation asks for what Cairn uses, and never for Administrator', () => {
  expect(new PermissionsBitField(invitePermissions).toArray().sort()).toEqual([
    'AttachFiles',
    'Connect',
    'CreateEvents',
    'CreatePrivateThreads',
    'CreatePublicThreads',
    'ManageChannels',
    'ManageRoles',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
  expect(Object.fromEntries(new URL(inviteLink('1234')).searchParams)).toEqual({
    client_id: '1234',
    scope: 'bot applications.commands',
    permissions: String(invitePermissions),
  });
});

test('the link in the README asks for the same', async () => {
  expect(await readFile('README.md', 'utf8')).toContain(`permissions=${invitePermissions}\``);
});
