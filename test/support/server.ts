/** A local Discord with one server that the bot's application is on, and a folder for a database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Application,
  type DiscordOptions,
  type Guild,
  type LocalDiscord,
  startDiscord,
} from '../../playground/discord/index.ts';
import { invitePermissions } from '../../src/discord/invite.ts';

export interface Server {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly application: Application;
  /** Path of the database file. */
  readonly file: string;
  /** Fails if the bot sent anything that Discord would not take. */
  close(): Promise<void>;
}

export interface ServerOptions extends Pick<DiscordOptions, 'strict' | 'gateway'> {
  /** Default: all that the bot asks for. */
  readonly permissions?: bigint;
  /** By how many seconds Discord's clock is ahead of the bot's. */
  readonly skew?: number;
  /** What is switched on for the application in the portal. Default: none. */
  readonly privilegedIntents?: number;
}

export async function aServer(options: ServerOptions = {}): Promise<Server> {
  const { permissions, skew = 0, strict, gateway, privilegedIntents = 0 } = options;
  const folder = await mkdtemp(join(tmpdir(), 'cairn-'));
  const discord = await startDiscord({
    gateway: { identifyEvery: 0, ...gateway },
    ...(strict !== undefined && { strict }),
  });
  discord.faults.skew({ seconds: skew });
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const application = discord.createApplication({ name: 'Cairn', privilegedIntents });
  discord.invite(application, guild, permissions ?? invitePermissions);
  const close = async () => {
    await discord.close();
    await rm(folder, { recursive: true });
  };
  return { discord, guild, application, file: join(folder, 'cairn.sqlite'), close };
}
