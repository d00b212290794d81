/** After a change on a server: looks whether anything is wrong now, and tells the organisers. */
import type { Client } from 'discord.js';
import type { OrganiserProblem } from '../domain/problem.ts';
import type { Flows } from '../flows/index.ts';
import { lookAgain } from './look-again.ts';
import { serverOf } from './server-snapshot.ts';

export interface CheckUpOptions {
  readonly client: Client;
  readonly flows: Pick<Flows, 'troubles'>;
  readonly tell: (guildId: string, problem: OrganiserProblem) => Promise<void>;
}

/** Asks Discord only where something seems wrong: the events may have told of half a change. */
export function createCheckUp({ client, flows, tell }: CheckUpOptions): (guildId: string) => Promise<void> {
  return async guildId => {
    const guild = client.guilds.cache.get(guildId);
    const seen = guild && serverOf(guild);
    if (!seen || (await flows.troubles(seen)).length === 0) return;
    const server = await lookAgain(guild);
    const problems = server ? await flows.troubles(server) : [];
    for (const problem of problems) await tell(guildId, problem);
  };
}
