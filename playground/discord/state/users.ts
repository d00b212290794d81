/** People and bots, and the applications behind the bots. */
import { randomBytes } from 'node:crypto';
import type { ApplicationRecord, ChannelRecord, UserRecord } from './records.ts';
import type { World } from './world.ts';

export interface NewUser {
  readonly name: string;
  readonly displayName?: string | undefined;
  readonly locale?: string | undefined;
}

export function createUser(world: World, user: NewUser, bot = false): UserRecord {
  const record: UserRecord = {
    id: world.ids.next(),
    name: user.name,
    displayName: user.displayName ?? null,
    bot,
    locale: user.locale ?? 'en-US',
    dmsClosed: false,
  };
  world.users.set(record.id, record);
  return record;
}

export function renameUser(world: World, user: UserRecord, name: string): void {
  user.name = name;
  world.bus.emit({ kind: 'user-changed', user });
}

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

/** The one channel between a bot and a user; made when first asked for. */
export function directMessages(world: World, botId: string, userId: string): ChannelRecord {
  for (const channel of world.channels.values()) {
    if (channel.guildId !== undefined) continue;
    if (channel.recipientIds.includes(botId) && channel.recipientIds.includes(userId)) return channel;
  }
  const channel: ChannelRecord = {
    id: world.ids.next(),
    type: 1,
    guildId: undefined,
    name: '',
    topic: null,
    parentId: null,
    position: 0,
    nsfw: false,
    rateLimitPerUser: 0,
    overwrites: [],
    flags: 0,
    settings: {},
    thread: undefined,
    recipientIds: [userId, botId],
    messages: new Map(),
    lastMessageId: null,
  };
  world.channels.set(channel.id, channel);
  world.bus.emit({ kind: 'channel-created', channel });
  return channel;
}
