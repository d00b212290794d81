/** Registers the commands with Discord, and writes only when something has changed. */
import { DiscordAPIError, type REST } from 'discord.js';
import { type RESTGetAPIApplicationCommandsResult, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Log } from '../log.ts';
import { canonicalCommand } from './canonical.ts';
import type { Command } from './command.ts';
import { declarationOf } from './declaration.ts';

export interface Publishing {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  readonly commands: readonly Command[];
  readonly log: Log;
}

/** `refused`: no use in trying again before a person, or another day, has changed something. */
export type PublishOutcome = 'unchanged' | 'published' | 'refused';

export async function publishCommands({ rest, applicationId, commands, log }: Publishing): Promise<PublishOutcome> {
  const route = Routes.applicationCommands(applicationId);
  const declared = commands.map(declarationOf);
  try {
    const query = new URLSearchParams({ with_localizations: 'true' });
    const published = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult;
    const before = new Set(published.map(canonicalCommand));
    const after = new Set(declared.map(canonicalCommand));
    if (before.symmetricDifference(after).size === 0) return 'unchanged';

    const names = new Set(declared.map(({ name }) => name));
    const gone = published.map(({ name }) => name).filter(name => !names.has(name));
    if (gone.length > 0) {
      log.warn(
        { commands: gone },
        'Commands are removed or renamed: permissions that organisers set for them on a server are lost',
      );
    }
    await rest.put(route, { body: declared });
    log.info({ commands: [...names] }, 'Commands published');
    return 'published';
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status < 400 || error.status >= 500 || error.status === 429)
      throw error;
    const why =
      error.code === RESTJSONErrorCodes.MaximumDailyApplicationCommandCreatesReached
        ? 'Commands not published: Discord takes 200 new ones a day. Start again tomorrow; until then the old ones work'
        : 'Commands not published: Discord refuses them';
    log.error({ err: error }, why);
    return 'refused';
  }
}
