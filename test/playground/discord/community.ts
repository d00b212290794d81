/** A guild on a local Discord with a real discord.js bot in it; everything is closed when the test ends. */
import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction, REST } from 'discord.js';
import { expect, onTestFinished } from 'vitest';
import {
  type Application,
  type Channel,
  type DiscordOptions,
  type Guild,
  type LocalDiscord,
  type Member,
  startDiscord,
} from '../../../playground/discord/index.ts';

export interface Community {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly general: Channel;
  readonly owner: Member;
  readonly ada: Member;
  readonly bot: Application;
  /** @discordjs/rest with the bot's token, without retries: the test sees every answer. */
  readonly rest: REST;
}

/** A test may be about a bot's violations; what the local Discord itself does wrong fails every test. */
const mistakesOf = ({ violations }: LocalDiscord) =>
  violations.filter(({ kind }) => kind === 'answer' || kind === 'dispatch');

/** What the invite link of an ordinary bot asks for: no administrator. */
export const usualPermissions = 0x10_00_00_00n | 0x10n | 0x400n | 0x800n | 0x4000n | 0x8000n | 0x1_00_00n;

export async function community(
  options: DiscordOptions = {},
  permissions = usualPermissions,
  ownMistakes: 'none' | 'planted' = 'none',
): Promise<Community> {
  const discord = await startDiscord(options);
  onTestFinished(async () => {
    await discord.close({ ignoreViolations: true });
    if (ownMistakes === 'none') expect(mistakesOf(discord)).toEqual([]);
  });
  const guild = discord.createGuild({ name: 'Climbers', owner: 'olga' });
  const general = guild.createChannel({ name: 'general' });
  const ada = guild.join({ name: 'ada' });
  const bot = discord.createApplication({ name: 'Guide' });
  discord.invite(bot, guild, permissions);
  const rest = new REST({ api: discord.url, retries: 0, rejectOnRateLimit: ['/'] }).setToken(bot.token);
  return { discord, guild, general, owner: guild.owner, ada, bot, rest };
}

/** Logs a discord.js client in and waits until it has its guilds. */
export async function login(
  { discord, bot }: Pick<Community, 'discord' | 'bot'>,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    waitGuildTimeout: 500,
    ...options,
    rest: { api: discord.url, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
  await client.login(bot.token);
  return ready;
}

/** discord.js waits five seconds between two IDENTIFYs; a local Discord with `identifyEvery: 0` doesn't ask for that. */
export const identifiesAtOnce = {
  ws: { buildIdentifyThrottler: () => ({ waitForIdentify: () => Promise.resolve() }) },
} satisfies Partial<ClientOptions>;

/** A bot with these commands that answers every interaction with one function. */
export async function botThat(
  answers: (interaction: Interaction) => Promise<unknown>,
  commands: readonly object[],
  where: Community,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = await login(where, options);
  client.on(Events.InteractionCreate, interaction => {
    // What the server refuses is the test's to see, in the violations and in what the member is shown.
    answers(interaction).catch(() => undefined);
  });
  await client.application.commands.set(commands as never);
  return client;
}

/** What a promise was rejected with; fails if it was not. */
export function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('this should have been refused');
    },
    (reason: unknown) => reason,
  );
}

/** With which status and code Discord refused. */
export async function refusal(promise: Promise<unknown>): Promise<{ readonly status: number; readonly code: number }> {
  const error = await rejection(promise);
  const { status, code } = error as { status?: number; code?: number };
  if (status === undefined || code === undefined) throw error;
  return { status, code };
}
