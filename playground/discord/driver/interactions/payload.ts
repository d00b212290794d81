/** A complete INTERACTION_CREATE, as Discord sends it. */
import type { GatewayInteractionCreateDispatchData, Locale } from 'discord-api-types/v10';
import { channelPermissions } from '../../permissions.ts';
import { channelJson } from '../../serial/channel.ts';
import { guildFeatures } from '../../serial/guild.ts';
import { messageJson } from '../../serial/message.ts';
import { interactionMemberJson, userJson } from '../../serial/user.ts';
import type { ApplicationRecord, ChannelRecord, InteractionRecord, UserRecord } from '../../state/records.ts';
import { guildHolding, type World } from '../../state/world.ts';

/** What a bot may do in direct messages, as Discord states it in every such interaction. */
const dmPermissions = '2248473465835073';
const attachmentLimit = 10 * 1024 * 1024;

export function interactionPayload(
  world: World,
  interaction: InteractionRecord,
  user: UserRecord,
  application: ApplicationRecord,
  channel: ChannelRecord,
  data: unknown,
): GatewayInteractionCreateDispatchData {
  const guild = guildHolding(world, channel);
  const member = guild?.members.get(user.id);
  const now = world.clock.millis();
  const inGuild = () => {
    if (guild === undefined || member === undefined) return { user: userJson(user), app_permissions: dmPermissions };
    const permissions = channelPermissions(guild, member, channel, now);
    const bot = guild.members.get(application.bot.id);
    return {
      guild_id: guild.id,
      guild: { id: guild.id, locale: guild.locale as Locale, features: guildFeatures(guild) },
      guild_locale: guild.locale as Locale,
      member: interactionMemberJson(member, permissions),
      app_permissions: String(bot === undefined ? 0n : channelPermissions(guild, bot, channel, now)),
    };
  };
  const payload = {
    version: 1,
    type: interaction.type,
    id: interaction.id,
    token: interaction.token,
    application_id: application.id,
    channel_id: channel.id,
    channel: channelOfInteraction(world, channel, interaction, user),
    locale: user.locale as Locale,
    entitlements: [],
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    context: guild === undefined ? 1 : 0,
    attachment_size_limit: attachmentLimit,
    ...inGuild(),
    ...(interaction.source !== undefined && { message: messageJson(interaction.source, world) }),
    data,
  };
  return payload as unknown as GatewayInteractionCreateDispatchData;
}

function channelOfInteraction(
  world: World,
  channel: ChannelRecord,
  interaction: InteractionRecord,
  user: UserRecord,
): unknown {
  const json = channelJson(channel, world.users);
  const guild = guildHolding(world, channel);
  const member = guild?.members.get(interaction.userId);
  if (guild === undefined || member === undefined) return { ...json, recipients: [userJson(user)] };
  const { permission_overwrites: _, ...bare } = json as { permission_overwrites?: unknown };
  return { ...bare, permissions: String(channelPermissions(guild, member, channel, world.clock.millis())) };
}
