/** The local Discord of the benchmark: one guild, its members, and an application for each bot. */
import {
  type Application,
  type Guild,
  type LocalDiscord,
  type Member,
  startDiscord,
} from '../playground/discord/index.ts';
import { invitePermissions } from '../src/discord/invite.ts';

export interface World {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly members: readonly Member[];
  /** A new application with the permissions Cairn asks for, already in the guild. */
  invited(name: string): Application;
}

/** Checks are off: their cost would fall between a dispatch and its callback, and tests hold them anyway. */
const unchecked = {
  schema: false,
  limits: false,
  allowedMentions: false,
  earlyRetries: false,
  answers: false,
  dispatches: false,
};

export async function startWorld(size: number): Promise<World> {
  const discord = await startDiscord({
    strict: unchecked,
    rateLimits: false,
    keep: { messages: 50, requests: 100, interactions: 1_000, dispatches: 100 },
  });
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const members = Array.from({ length: size }, (_, index) => guild.join({ name: `member${index}` }));
  const invited = (name: string) => {
    const application = discord.createApplication({ name });
    discord.invite(application, guild, invitePermissions);
    return application;
  };
  return { discord, guild, members, invited };
}
