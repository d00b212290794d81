/** Applications, each with its bot and the token it logs in with. */
import { randomBytes } from 'node:crypto';
import type { ApplicationRecord } from './records.ts';
import { createUser } from './users.ts';
import type { World } from './world.ts';

export function createApplication(
  world: World,
  application: {
    readonly name: string;
    readonly token?: string | undefined;
    readonly privilegedIntents?: number | undefined;
    readonly ownerHasTwoFactor?: boolean | undefined;
  },
): ApplicationRecord {
  const bot = createUser(world, { name: application.name }, true);
  const record: ApplicationRecord = {
    // Newer applications share their id with their bot user; older ones do not, and neither may be assumed.
    id: world.ids.next(),
    name: application.name,
    token: application.token ?? makeToken(bot.id),
    bot,
    privilegedIntents: application.privilegedIntents ?? 0,
    ownerHasTwoFactor: application.ownerHasTwoFactor ?? true,
    commands: new Map(),
  };
  world.applications.set(record.id, record);
  return record;
}

export function applicationWithToken(world: World, given: string): ApplicationRecord | undefined {
  // Some libraries identify with the word that the REST API wants before it, and Discord lets them.
  const token = given.startsWith('Bot ') ? given.slice(4) : given;
  for (const application of world.applications.values()) if (application.token === token) return application;
  return undefined;
}

/** The old one is void at once. */
export function resetToken(application: ApplicationRecord): void {
  application.token = makeToken(application.bot.id);
}

/** In the shape of a real token, since libraries read the user id from it. */
function makeToken(botId: string): string {
  return [Buffer.from(botId).toString('base64url'), 'local1', randomBytes(27).toString('base64url')].join('.');
}

export function applicationOfBot(world: World, botId: string): ApplicationRecord | undefined {
  for (const application of world.applications.values()) if (application.bot.id === botId) return application;
  return undefined;
}

/** How many guilds the bot is in. */
export function guildCount(world: World, { bot }: ApplicationRecord): number {
  let count = 0;
  for (const { members } of world.guilds.values()) if (members.has(bot.id)) count += 1;
  return count;
}
