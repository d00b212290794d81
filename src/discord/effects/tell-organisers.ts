/** Tells the organisers what only they can repair, where nobody else reads it. */
import {
  ChannelType,
  type Guild,
  type NewsChannel,
  OverwriteType,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type Effect, effectKey, problemKey } from '../../domain/effect.ts';
import { inTransaction } from '../../store/database.ts';
import { markTold, untold } from '../../store/notices.ts';
import { localeOf } from '../../views/locale.ts';
import { organisersMessage } from '../../views/organisers.ts';
import { isSeenByAll } from '../private-channel.ts';
import { namesOn } from './names.ts';
import { postOnce } from './own-message.ts';
import { hasCode } from './refusal.ts';
import type { Sending } from './sending.ts';

type TellOrganisers = Extract<Effect, { kind: 'tell-organisers' }>;

/** Where no channel is private enough the notice stays untold, and whoever can repair it sees it at their next command. */
export async function tellOrganisers(sending: Sending, effect: TellOrganisers, attempt: Attempt): Promise<SendResult> {
  const { db, guild, curriculum, now, log } = sending;
  const channelId = await whereOrganisersRead(sending);
  if (!channelId) return { kind: 'delivered' };

  // Told at somebody's command meanwhile, or by an attempt that was cut off before it could say so.
  if (!(await untold(db, guild.id)).some(problem => problemKey(problem) === problemKey(effect.problem))) {
    return { kind: 'delivered' };
  }
  const key = effectKey(effect, attempt.askedAt);
  const message = organisersMessage(
    [effect.problem],
    namesOn(guild, curriculum, sending.community),
    localeOf(guild.preferredLocale),
  );
  try {
    const posted = await postOnce(sending, { channelId, message, key, attempt });
    await inTransaction(db, tx => markTold(tx, guild.id, [effect.problem], now()));
    return { kind: 'delivered', ...(posted ? { reference: posted } : {}) };
  } catch (error) {
    if (!hasCode(error, 10003, 50001, 50013)) throw error;
    log.warn({ guildId: guild.id, channelId, err: error }, 'the organisers’ channel cannot be written to');
    return { kind: 'delivered' };
  }
}

/** Undefined where no channel is private enough. */
export async function whereOrganisersRead(sending: Sending): Promise<string | undefined> {
  return (await ownChannel(sending)) ?? privateChannel(sending.guild);
}

const posting =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.ReadMessageHistory;

/** The community's own: organisers decide who is let in there, and it was made to be reported in. */
async function ownChannel({ flows, guild }: Sending): Promise<string | undefined> {
  const channel = guild.channels.cache.get((await flows.organisersChannel(guild.id)) ?? '');
  const { me } = guild.members;
  if (!me || channel?.type !== ChannelType.GuildText) return undefined;
  return channel.permissionsFor(me).has(posting) && !isSeenByAll(channel) ? channel.id : undefined;
}

function privateChannel(guild: Guild): string | undefined {
  const { me } = guild.members;
  return (
    [guild.publicUpdatesChannelId, guild.systemChannelId].find(id => {
      const channel = id ? guild.channels.cache.get(id) : undefined;
      if (!me || !channel || (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement))
        return false;
      return onlyOrganisersRead(channel) && channel.permissionsFor(me).has(posting);
    }) ?? undefined
  );
}

const organising = [
  PermissionFlagsBits.Administrator,
  PermissionFlagsBits.ManageGuild,
  PermissionFlagsBits.ManageRoles,
];

/** Every role that may read it can also repair, and nobody was let in by name; bots aside. */
function onlyOrganisersRead(channel: TextChannel | NewsChannel): boolean {
  const { guild } = channel;
  const letInByName = channel.permissionOverwrites.cache.some(
    ({ type, id, allow }) =>
      type === OverwriteType.Member && id !== guild.members.me?.id && allow.has(PermissionFlagsBits.ViewChannel),
  );
  if (letInByName) return false;
  return guild.roles.cache.every(
    role =>
      role.managed ||
      organising.some(permission => role.permissions.has(permission)) ||
      !channel.permissionsFor(role).has(PermissionFlagsBits.ViewChannel),
  );
}
