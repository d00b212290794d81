/** What the asking bot may do: every route starts with these guards. */
import { Refusal } from '../errors.ts';
import { Intent } from '../intents.ts';
import {
  allPermissions,
  channelPermissions,
  guildPermissions,
  has,
  needsTwoFactor,
  Permission,
} from '../permissions.ts';
import type { ApplicationRecord, ChannelRecord, GuildRecord, MemberRecord, MessageRecord } from '../state/records.ts';
import { channelOf, guildHolding, guildOf, type World } from '../state/world.ts';
import type { Call } from './route.ts';

/** The bot's application; routes with a token of their own never ask for it. */
export function bot(call: Call<unknown>): ApplicationRecord {
  if (call.application === undefined) throw new Refusal('unauthorized');
  return call.application;
}

export interface InGuild {
  readonly guild: GuildRecord;
  /** The bot's own member. */
  readonly me: MemberRecord;
  /** Throws 50013. */
  readonly needs: (permission: bigint) => void;
  readonly permissions: bigint;
}

/** Discord hides guilds the bot is not in. */
export function inGuild(call: Call<unknown>): InGuild {
  const guild = guildOf(call.world, call.params.guild ?? '');
  const me = guild.members.get(bot(call).bot.id);
  if (me === undefined) throw new Refusal('unknownGuild');
  const permissions = guildPermissions(guild, me, call.world.clock.millis());
  return { guild, me, permissions, needs: needing(permissions, isOneFactorShort(call, guild)) };
}

export interface InChannel {
  readonly channel: ChannelRecord;
  /** Undefined in direct messages. */
  readonly guild: GuildRecord | undefined;
  readonly me: MemberRecord | undefined;
  readonly permissions: bigint;
  readonly needs: (permission: bigint) => void;
}

/** A channel the bot can see: 50001 otherwise. In direct messages it may do everything that exists there. */
export function inChannel(call: Call<unknown>): InChannel {
  const { world } = call;
  const channel = channelOf(world, call.params.channel ?? '');
  const { id } = bot(call).bot;
  if (channel.guildId === undefined) {
    if (!channel.recipientIds.includes(id)) throw new Refusal('unknownChannel');
    return { channel, guild: undefined, me: undefined, permissions: allPermissions, needs: needing(allPermissions) };
  }
  const guild = guildOf(world, channel.guildId);
  const me = guild.members.get(id);
  if (me === undefined) throw new Refusal('missingAccess');
  const permissions = channelPermissions(guild, me, channel, world.clock.millis());
  if (!has(permissions, Permission.viewChannel)) throw new Refusal('missingAccess');
  return { channel, guild, me, permissions, needs: needing(permissions, isOneFactorShort(call, guild)) };
}

export interface InGuildChannel extends InChannel {
  readonly guild: GuildRecord;
  readonly me: MemberRecord;
}

/** What direct messages don't have: 50003 there. */
export function inGuildChannel(call: Call<unknown>): InGuildChannel {
  const access = inChannel(call);
  const { guild, me } = access;
  if (guild === undefined || me === undefined) throw new Refusal('notInDirectMessages');
  return { ...access, guild, me };
}

/** The message a route is about. */
export function messageIn(channel: ChannelRecord, { params }: Call<unknown>): MessageRecord {
  const message = channel.messages.get(params.message ?? '');
  if (message === undefined) throw new Refusal('unknownMessage');
  return message;
}

/** Lists of members: the switch in the portal counts, whatever intents a session asked for. */
export function mayListMembers(call: Call<unknown>): void {
  if ((bot(call).privilegedIntents & Intent.guildMembers) === 0) throw new Refusal('missingAccess');
}

const needing =
  (permissions: bigint, oneFactorShort = false) =>
  (permission: bigint) => {
    if (!has(permissions, permission)) throw new Refusal('missingPermissions');
    if (oneFactorShort && (permission & needsTwoFactor) !== 0n) throw new Refusal('twoFactorRequired');
  };

const isOneFactorShort = (call: Call<unknown>, guild: GuildRecord) =>
  guild.settings.mfaLevel === 1 && !bot(call).ownerHasTwoFactor;

/** Permissions of a user in a channel; everything in direct messages. */
export function permissionsIn(world: World, userId: string, channel: ChannelRecord): bigint {
  const guild = guildHolding(world, channel);
  if (guild === undefined) return allPermissions;
  const member = guild.members.get(userId);
  return member === undefined ? 0n : channelPermissions(guild, member, channel, world.clock.millis());
}
