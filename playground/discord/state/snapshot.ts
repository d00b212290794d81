/** The world as JSON and back, so that yesterday's community is there again. */
import type {
  ApplicationRecord,
  ChannelRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  UserRecord,
} from './records.ts';
import type { World } from './world.ts';

export interface WorldSnapshot {
  readonly version: 1;
  readonly idCounter: number;
  /** Milliseconds the clock was ahead of the system's. */
  readonly clockOffset: number;
  readonly users: readonly UserRecord[];
  readonly applications: readonly object[];
  readonly guilds: readonly object[];
  readonly channels: readonly object[];
}

/** Ephemeral messages and interactions do not outlive a restart, as on the real thing. */
export function takeSnapshot(world: World): WorldSnapshot {
  const { frozenAt, offset } = world.clock.state;
  return toJson({
    version: 1,
    idCounter: world.ids.counter,
    clockOffset: frozenAt === undefined ? offset : 0,
    users: [...world.users.values()],
    applications: [...world.applications.values()].map(application => ({
      ...application,
      bot: application.bot.id,
      commands: [...application.commands.values()],
    })),
    guilds: [...world.guilds.values()].map(guild => ({
      ...guild,
      roles: [...guild.roles.values()],
      channels: [...guild.channels.keys()],
      members: [...guild.members.values()].map(member => ({
        ...member,
        user: member.user.id,
        roles: [...member.roles],
      })),
    })),
    channels: [...world.channels.values()].map(channel => ({
      ...channel,
      messages: [...channel.messages.values()].map(message => ({ ...message, author: message.author.id })),
      whispers: [],
    })),
  }) as WorldSnapshot;
}

const bitsets = new Set(['permissions', 'allow', 'deny']);

/** Bit sets become strings, by the names they always have. */
const toJson = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part)));

type Stored<T, Keys extends keyof T> = Omit<T, Keys>;
type StoredMessage = Stored<MessageRecord, 'author'> & { readonly author: string };
type StoredChannel = Stored<ChannelRecord, 'messages' | 'whispers' | 'guildId'> & {
  readonly guildId?: string;
  readonly messages: readonly StoredMessage[];
};
type StoredMember = Stored<MemberRecord, 'user' | 'roles'> & {
  readonly user: string;
  readonly roles: readonly string[];
};
type StoredGuild = Stored<GuildRecord, 'roles' | 'channels' | 'members'> & {
  readonly roles: readonly (GuildRecord['roles'] extends Map<string, infer Role> ? Role : never)[];
  readonly channels: readonly string[];
  readonly members: readonly StoredMember[];
};
type StoredApplication = Stored<ApplicationRecord, 'bot' | 'commands'> & {
  readonly bot: string;
  readonly commands: readonly (ApplicationRecord['commands'] extends Map<string, infer Command> ? Command : never)[];
};

/** Replaces everything the world holds. */
export function restoreSnapshot(world: World, snapshot: WorldSnapshot): void {
  if (snapshot.version !== 1)
    throw new Error(
      `This snapshot has version ${snapshot.version}; this local Discord reads version 1. Start with a new file.`,
    );
  for (const map of [world.users, world.applications, world.guilds, world.channels, world.interactions, world.nonces])
    map.clear();
  const stored = reviveBits(snapshot) as {
    readonly users: readonly UserRecord[];
    readonly applications: readonly StoredApplication[];
    readonly guilds: readonly StoredGuild[];
    readonly channels: readonly StoredChannel[];
  };
  world.ids.counter = snapshot.idCounter;
  if (world.clock.state.frozenAt === undefined) world.clock.setOffset({ milliseconds: snapshot.clockOffset });
  for (const user of stored.users) world.users.set(user.id, user);
  for (const { bot, commands, ...rest } of stored.applications)
    world.applications.set(rest.id, {
      ...rest,
      bot: known(world.users, bot),
      commands: new Map(commands.map(command => [command.id, { ...command, guildId: command.guildId ?? undefined }])),
    });
  for (const channel of stored.channels) world.channels.set(channel.id, reviveChannel(world, channel));
  for (const { roles, channels, members, ...rest } of stored.guilds)
    world.guilds.set(rest.id, {
      ...rest,
      roles: new Map(roles.map(role => [role.id, { ...role, botId: role.botId ?? undefined }])),
      channels: new Map(channels.map(id => [id, known(world.channels, id)])),
      members: new Map(
        members.map(member => [
          member.user,
          { ...member, user: known(world.users, member.user), roles: new Set(member.roles) },
        ]),
      ),
    });
}

function reviveChannel(world: World, { messages, ...rest }: StoredChannel): ChannelRecord {
  const revived = messages.map((message): [string, MessageRecord] => [
    message.id,
    {
      ...message,
      author: known(world.users, message.author),
      guildId: message.guildId ?? undefined,
      applicationId: message.applicationId ?? undefined,
      origin: message.origin ?? undefined,
      onlyFor: undefined,
      replyTo: message.replyTo ?? undefined,
      nonce: message.nonce ?? undefined,
    },
  ]);
  return { ...rest, guildId: rest.guildId ?? undefined, messages: new Map(revived), whispers: new Map() };
}

function reviveBits(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && bitsets.has(key)) return BigInt(value);
  if (Array.isArray(value)) return value.map(part => reviveBits(part));
  if (typeof value !== 'object' || value === null) return value;
  // Commands, embeds and components are Discord's own JSON: nothing in there is ours to revive.
  const entries = Object.entries(value).map(([name, part]) => [name, opaque.has(name) ? part : reviveBits(part, name)]);
  return Object.fromEntries(entries);
}

const opaque = new Set(['json', 'embeds', 'components']);

function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`The snapshot mentions ${id}, which is not in it. Start with a new file.`);
  return value;
}
