/** One local Discord's whole memory. Every function that changes it takes the world first and tells its bus. */
import { randomBytes } from 'node:crypto';
import type { MovableClock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { createSnowflakes, type Snowflakes } from '../snowflake.ts';
import type { Actor } from './audit/audit-record.ts';
import { type Bus, createBus } from './events.ts';
import type { AttachmentRecord } from './messages/attachment-record.ts';
import type {
  ApplicationRecord,
  ChannelRecord,
  GuildRecord,
  InteractionRecord,
  MemberRecord,
  MessageRecord,
  RoleRecord,
  UserRecord,
} from './records.ts';

export interface World {
  readonly clock: MovableClock;
  /** How far Discord's own time is ahead of the clock; a fault, so never saved. */
  readonly skew: { millis: number };
  readonly ids: Snowflakes;
  readonly bus: Bus;
  readonly keepMessages: number;
  readonly keepInteractions: number;
  /** Makes tokens unguessable. */
  readonly secret: string;
  /** Where this server is reached, `http://127.0.0.1:4400`; known once it listens. */
  origin: string;
  /** Uploaded files, oldest first. */
  readonly attachments: Map<string, AttachmentRecord>;
  /** Under whose name changes are entered in the audit log. */
  actor: Actor | undefined;
  readonly users: Map<string, UserRecord>;
  readonly applications: Map<string, ApplicationRecord>;
  readonly guilds: Map<string, GuildRecord>;
  /** Channels of all guilds and all direct messages. */
  readonly channels: Map<string, ChannelRecord>;
  /** Ephemeral messages by channel: no bot can fetch them and only one member sees each. */
  readonly ephemerals: Map<string, Map<string, MessageRecord>>;
  /** By token, oldest first. */
  readonly interactions: Map<string, InteractionRecord>;
  /** Messages by author and nonce, oldest first. */
  readonly nonces: Map<string, MessageRecord>;
  /** When messages older than an hour were edited, in epoch milliseconds, by channel and author. */
  readonly oldEdits: Map<string, readonly number[]>;
  /** When commands were made, in epoch milliseconds, by application and guild. */
  readonly commandCreates: Map<string, readonly number[]>;
}

export function createWorld(options: {
  readonly clock: MovableClock;
  readonly keepMessages: number;
  readonly keepInteractions: number;
}): World {
  const skew = { millis: 0 };
  return {
    ...options,
    secret: randomBytes(24).toString('hex'),
    origin: '',
    skew,
    ids: createSnowflakes(options.clock.millis, () => skew.millis),
    bus: createBus(),
    attachments: new Map(),
    actor: undefined,
    users: new Map(),
    applications: new Map(),
    guilds: new Map(),
    channels: new Map(),
    ephemerals: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    oldEdits: new Map(),
    commandCreates: new Map(),
  };
}

/** Discord's own time, as its ids, timestamps and Date header tell it: the clock's, unless it was skewed. */
export const discordMillis = ({ clock, skew }: Pick<World, 'clock' | 'skew'>) => clock.millis() + skew.millis;

/** Worded once a millisecond. */
let worded = { millis: 0, text: '' };
export function timestamp(world: World): string {
  const millis = discordMillis(world);
  if (worded.millis !== millis) worded = { millis, text: new Date(millis).toISOString() };
  return worded.text;
}

export function guildOf(world: World, id: string): GuildRecord {
  const guild = world.guilds.get(id);
  if (guild === undefined) throw new Refusal('unknownGuild');
  return guild;
}

/** The guild that a channel, a message or an interaction is in; undefined in direct messages. */
export function guildHolding(
  world: World,
  { guildId }: { readonly guildId?: string | undefined },
): GuildRecord | undefined {
  return guildId === undefined ? undefined : world.guilds.get(guildId);
}

export function channelOf(world: World, id: string): ChannelRecord {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Refusal('unknownChannel');
  return channel;
}

export function memberOf(guild: GuildRecord, userId: string): MemberRecord {
  const member = guild.members.get(userId);
  if (member === undefined) throw new Refusal('unknownMember');
  return member;
}

export function roleOf(guild: GuildRecord, id: string): RoleRecord {
  const role = guild.roles.get(id);
  if (role === undefined) throw new Refusal('unknownRole');
  return role;
}

export function userOf(world: World, id: string): UserRecord {
  const user = world.users.get(id);
  if (user === undefined) throw new Refusal('unknownUser');
  return user;
}
