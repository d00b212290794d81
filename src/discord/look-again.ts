/** Asks Discord itself what a server is like: events may be lost or late, and a new role lifts others without a word. */
import type { Guild } from 'discord.js';
import type { Server } from '../domain/server.ts';
import { serverOf } from './server-snapshot.ts';

export async function refresh(guild: Guild): Promise<void> {
  await Promise.all([guild.roles.fetch(), guild.channels.fetch(), guild.members.fetchMe({ force: true })]);
}

/** As it was last described, where Discord does not answer. */
export async function lookAgain(guild: Guild | undefined): Promise<Server | undefined> {
  if (guild?.available) await refresh(guild).catch(() => {});
  return guild && serverOf(guild);
}
