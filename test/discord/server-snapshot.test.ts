import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { defineCommand, type Request } from '../../src/discord/command.ts';
import type { Server } from '../../src/domain/server.ts';
import { card, text } from '../../src/views/card.ts';
import { withLine } from './a-line.ts';

const { ViewChannel, SendMessages, ManageRoles, ManageGuild } = PermissionFlagsBits;

function looking() {
  const seen: (Server | undefined)[] = [];
  const look = defineCommand({
    name: 'look',
    says: 'Looks',
    options: {},
    run: ({ server }: Request) => {
      seen.push(server());
      return card('plain', [text('Seen')]);
    },
  });
  return { commands: [look], seen };
}

describe('the server as handlers see it', () => {
  test('has its roles and channels, and what the bot may do, without a request', async () => {
    const { seen, ...given } = looking();
    await withLine(
      {
        ...given,
        before: (_, guild) => {
          guild.changeRole(guild.role('Cairn'), { permissions: ViewChannel | SendMessages | ManageRoles });
          guild.setFeature('ROLE_ICONS', true);
        },
      },
      async ({ ada, guild, line, discord }) => {
        await line.whenReady;
        const role = guild.createRole({ name: 'Architect', color: 0x3a9d6e, hoist: true, permissions: ManageGuild });
        const category = guild.createChannel({ name: 'Paths', type: 'category' });
        const channel = guild.createChannel({
          name: 'architects',
          parent: category,
          topic: 'For architects',
          overwrites: [
            { for: guild.everyone, deny: ViewChannel },
            { for: role, allow: ViewChannel },
          ],
        });
        guild.createChannel({ name: 'Talk', type: 'voice' });
        guild.createChannel({ name: 'questions', type: 'forum' });
        const before = discord.requests.length;
        await ada.runs('/look');
        const server = seen[0];
        if (!server) throw new Error('Nothing was seen.');

        expect(discord.requests.slice(before).map(({ route }) => route.split('/').at(-1))).toEqual(['callback']);
        const bot = guild.members.find(({ isBot }) => isBot);
        expect(server).toMatchObject({
          id: guild.id,
          ownerId: guild.owner.id,
          bot: { userId: bot?.id, highestRoleId: guild.role('Cairn').id },
        });
        expect(server.bot.permissions & ManageRoles).toBe(ManageRoles);
        expect(server.features).toContain('ROLE_ICONS');
        expect(server.roles.find(({ id }) => id === role.id)).toEqual({
          id: role.id,
          name: 'Architect',
          position: guild.role('Architect').position,
          permissions: ManageGuild,
          managed: false,
          inPrompt: false,
          colour: 0x3a9d6e,
          hoist: true,
          mentionable: false,
        });
        expect(server.roles.find(({ name }) => name === 'Cairn')).toMatchObject({ managed: true, belongsTo: 'bot' });
        expect(server.channels.map(({ name, type }) => [name, type])).toEqual([
          ['general', 'text'],
          ['Paths', 'category'],
          ['architects', 'text'],
          ['Talk', 'voice'],
          ['questions', 'other'],
        ]);
        expect(server.channels.find(({ id }) => id === channel.id)).toEqual({
          id: channel.id,
          name: 'architects',
          type: 'text',
          parentId: category.id,
          topic: 'For architects',
          overwrites: [
            { id: guild.id, allow: 0n, deny: ViewChannel },
            { id: role.id, allow: ViewChannel, deny: 0n },
          ],
          botPermissions: guild.permissionsOf(bot ?? ada, channel),
        });
      },
    );
  });

  test('is not there while Discord cannot reach it', async () => {
    const { seen, ...given } = looking();
    await withLine(given, async ({ ada, guild, line, discord }) => {
      await line.whenReady;
      const gone = new Promise(resolve => line.client.once('guildUnavailable', resolve));
      discord.gateway.makeUnavailable(guild.id);
      await gone;
      await ada.runs('/look');
      expect(seen).toEqual([undefined]);
    });
  });
});
