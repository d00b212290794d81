/** The yardstick: a plain discord.js bot that answers every command with a constant of the size of Cairn's answer. */
import { readFileSync } from 'node:fs';
import {
  type APIApplicationCommand,
  Client,
  Events,
  GatewayIntentBits,
  type InteractionReplyOptions,
} from 'discord.js';

/** What the bench writes down for this bot, learned from Cairn. */
export interface Constants {
  readonly commands: readonly APIApplicationCommand[];
  /** By "progress done": the answer's data as it went to Discord. */
  readonly cards: Readonly<Record<string, { readonly flags: number; readonly components: readonly object[] }>>;
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

const { TOKEN = '', API_URL = '', CONSTANTS = '' } = process.env;
const { commands, cards, choices } = JSON.parse(readFileSync(CONSTANTS, 'utf8')) as Constants;

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: API_URL } });

client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isAutocomplete()) return await interaction.respond(choices);
  if (!interaction.isChatInputCommand()) return;
  const name = `${interaction.commandName} ${interaction.options.getSubcommand(false) ?? ''}`.trim();
  const { flags, components } = cards[name] ?? { flags: 0, components: [] };
  await interaction.reply({ flags, components, allowedMentions: { parse: [] } } as InteractionReplyOptions);
});

client.once(Events.ClientReady, async ready => {
  await ready.application.commands.set(
    commands.map(({ name, description, options = [] }) => ({ name, description, options })) as never,
  );
});

process.on('SIGTERM', () => client.destroy().finally(() => process.exit(0)));
await client.login(TOKEN);
