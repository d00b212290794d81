/** A local Discord with one server that the bot's application is on, and a folder for a database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, type Guild, type LocalDiscord, startDiscord } from '../../playground/discord/index.ts';
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

/** Where the bot may do everything it asks for; `permissions` says otherwise. */
export async function aServer({ permissions = invitePermissions }: { permissions?: bigint } = {}): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-'));
  const discord = await startDiscord({});
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const application = discord.createApplication({ name: 'Cairn' });
  discord.invite(application, guild, permissions);
  const close = async () => {
    await discord.close();
    await rm(folder, { recursive: true });
  };
  return { discord, guild, application, file: join(folder, 'cairn.sqlite'), close };
}
