/** A private channel for organisers that Cairn knows for one, as /admin setup leaves it. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel } from '../../playground/discord/index.ts';
import { bind, reserve } from '../../src/store/bindings.ts';
import { openStore } from '../../src/store/open.ts';
import type { World } from './world.ts';

export async function organisersChannel({ discord, guild, file }: World): Promise<Channel> {
  const { ViewChannel, SendMessages, AttachFiles } = PermissionFlagsBits;
  const channel = guild.createChannel({
    name: 'organisers',
    overwrites: [
      { for: guild.everyone, deny: ViewChannel },
      { for: guild.role('Cairn'), allow: ViewChannel | SendMessages | AttachFiles },
    ],
  });
  await using store = await openStore(`file:${file}`);
  const since = discord.clock.now();
  await reserve(store.db, guild.id, 'channel:organisers', since);
  await bind(store.db, guild.id, 'channel:organisers', since, channel.id);
  return channel;
}
