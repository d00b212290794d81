/** A small community with a bot and the page on it, for members who chat in a real browser. */
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { startDiscord } from '../../../playground/discord/index.ts';
import { openDoor } from '../../../playground/page/door.ts';
import { startPage } from '../../../playground/page/server.ts';
import { pageInOneFile } from '../../support/page-in-one-file.ts';
import { inTheBrowser, type Scene, type Tabs } from '../../support/tabs.ts';

/** What an ordinary bot asks for, and writing in threads. */
const permissions =
  0x10_00_00_00n | 0x10n | 0x40n | 0x400n | 0x800n | 0x4000n | 0x8000n | 0x1_00_00n | (1n << 35n) | (1n << 38n);

export interface Bot {
  readonly commands: readonly object[];
  answers(interaction: Interaction): Promise<unknown>;
}

export interface Place extends Scene {
  readonly client: Client<true>;
}

/** Nothing is asked of it. */
export const quietBot: Bot = { commands: [], answers: async () => undefined };

/** A group of tests in one community. They fail if the bot did anything wrong, too. */
export function chatting(title: string, bot: Bot, tests: (place: Place & Tabs) => void): void {
  inTheBrowser(
    title,
    async complain => {
      const discord = await startDiscord();
      const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
      for (const channel of guild.channels) guild.deleteChannel(channel);
      guild.systemChannelId = guild.createChannel({ name: 'general', topic: 'Talk' }).id;
      guild.createChannel({ name: 'questions' });
      const application = discord.createApplication({ name: 'Guide' });
      discord.invite(application, guild, permissions);
      const client = new Client({
        intents: [GatewayIntentBits.Guilds],
        rest: { api: discord.url },
        allowedMentions: { parse: [] },
      });
      client.on(Events.InteractionCreate, interaction => void bot.answers(interaction).catch(complain));
      const isReady = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
      await client.login(application.token);
      const ready = await isReady;
      await ready.application.commands.set(bot.commands as never);
      const page = startPage({ door: await openDoor(0), discord, guild, onFault: complain, files: pageInOneFile() });
      const close = async () => {
        await page.close();
        await client.destroy();
        await discord.close();
      };
      return { client: ready, discord, guild, page, close };
    },
    tests,
  );
}
