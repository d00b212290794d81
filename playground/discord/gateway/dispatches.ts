/** From what happened in the world to the dispatches of bots: which event, behind which intent, with what inside. */
import { channelPermissions, has, Permission } from '../permissions.ts';
import { messageFor } from '../rest/content-visibility.ts';
import { channelJson } from '../serial/channel.ts';
import { guildCreateJson, guildJson } from '../serial/guild.ts';
import { roleJson } from '../serial/role.ts';
import { bareMemberJson, memberJson, userJson } from '../serial/user.ts';
import type { WorldEvent } from '../state/events.ts';
import type { ApplicationRecord, MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { Intent } from './intents.ts';

export interface Dispatch {
  readonly event: string;
  readonly guildId: string | undefined;
  readonly intent: number;
  /** For this bot; undefined when it is none of its business. */
  readonly data: (application: ApplicationRecord) => unknown;
}

export function dispatchOf(world: World, event: WorldEvent): Dispatch | undefined {
  switch (event.kind) {
    case 'message-created':
      return ofMessage(world, event.message, 'MESSAGE_CREATE', application =>
        createdJson(world, application, event.message),
      );
    case 'message-edited':
      return ofMessage(world, event.message, 'MESSAGE_UPDATE', application =>
        createdJson(world, application, event.message),
      );
    case 'message-deleted': {
      const { id, channelId, guildId } = event.message;
      const data = { id, channel_id: channelId, ...(guildId !== undefined && { guild_id: guildId }) };
      return ofMessage(world, event.message, 'MESSAGE_DELETE', () => data);
    }
    case 'guild-changed':
      return inGuild(world, 'GUILD_UPDATE', event.guild.id, () => guildJson(event.guild));
    case 'bot-added': {
      const { guild, botId } = event;
      const own = guild.members.get(botId);
      return onlyFor(
        botId,
        inGuild(world, 'GUILD_CREATE', guild.id, () => guildCreateJson(guild, own)),
      );
    }
    case 'bot-removed':
      return onlyFor(
        event.botId,
        inGuild(world, 'GUILD_DELETE', event.guild.id, () => ({ id: event.guild.id })),
      );
    case 'role-created':
    case 'role-changed': {
      const { guildId } = event.role;
      const name = event.kind === 'role-created' ? 'GUILD_ROLE_CREATE' : 'GUILD_ROLE_UPDATE';
      return inGuild(world, name, guildId, () => ({ guild_id: guildId, role: roleJson(event.role) }));
    }
    case 'role-deleted': {
      const { guildId, id } = event.role;
      return inGuild(world, 'GUILD_ROLE_DELETE', guildId, () => ({ guild_id: guildId, role_id: id }));
    }
    case 'channel-created':
    case 'channel-changed':
    case 'channel-deleted':
      return ofChannel(world, event);
    case 'member-joined':
    case 'member-changed':
    case 'member-left':
      return ofMember(world, event);
    default:
      return undefined;
  }
}

function inGuild(
  world: World,
  event: string,
  guildId: string,
  data: (application: ApplicationRecord) => unknown,
  intent: number = Intent.guilds,
): Dispatch {
  const guild = world.guilds.get(guildId);
  return {
    event,
    guildId,
    intent,
    data: application => (guild?.members.has(application.bot.id) ? data(application) : undefined),
  };
}

function onlyFor(botId: string, dispatch: Dispatch): Dispatch {
  return { ...dispatch, data: application => (application.bot.id === botId ? dispatch.data(application) : undefined) };
}

const channelEvents = {
  'channel-created': 'CHANNEL_CREATE',
  'channel-changed': 'CHANNEL_UPDATE',
  'channel-deleted': 'CHANNEL_DELETE',
} as const;

/** Direct messages open without an event; their first message tells. */
function ofChannel(
  world: World,
  event: Extract<WorldEvent, { kind: keyof typeof channelEvents }>,
): Dispatch | undefined {
  const { channel, kind } = event;
  if (channel.guildId === undefined) return undefined;
  return inGuild(world, channelEvents[kind], channel.guildId, () => channelJson(channel, world.users));
}

const memberEvents = {
  'member-joined': 'GUILD_MEMBER_ADD',
  'member-changed': 'GUILD_MEMBER_UPDATE',
  'member-left': 'GUILD_MEMBER_REMOVE',
} as const;

function ofMember(world: World, event: Extract<WorldEvent, { kind: keyof typeof memberEvents }>): Dispatch {
  const { member, kind } = event;
  const { guildId } = member;
  const data =
    kind === 'member-left'
      ? () => ({ guild_id: guildId, user: userJson(member.user) })
      : () => ({ ...memberJson(member), guild_id: guildId });
  const dispatch = inGuild(world, memberEvents[kind], guildId, data, Intent.guildMembers);
  // A bot always hears of changes to itself.
  return kind === 'member-changed' && member.user.bot
    ? {
        ...dispatch,
        intent: Intent.none,
        data: application => (application.bot.id === member.user.id ? data() : undefined),
      }
    : dispatch;
}

function ofMessage(
  world: World,
  message: MessageRecord,
  event: string,
  data: (application: ApplicationRecord) => unknown,
): Dispatch {
  const channel = world.channels.get(message.channelId);
  const guild = message.guildId === undefined ? undefined : world.guilds.get(message.guildId);
  // Ephemeral messages go to the bot that sent them, as if they were direct messages.
  if (message.onlyFor !== undefined)
    return onlyFor(message.author.id, { event, guildId: undefined, intent: Intent.directMessages, data });
  const sees = ({ bot }: ApplicationRecord): boolean => {
    if (channel === undefined) return false;
    if (guild === undefined) return channel.recipientIds.includes(bot.id);
    const me = guild.members.get(bot.id);
    return (
      me !== undefined && has(channelPermissions(guild, me, channel, world.clock.millis()), Permission.viewChannel)
    );
  };
  const intent = guild === undefined ? Intent.directMessages : Intent.guildMessages;
  return { event, guildId: message.guildId, intent, data: bot => (sees(bot) ? data(bot) : undefined) };
}

function createdJson(world: World, application: ApplicationRecord, message: MessageRecord): unknown {
  const json = messageFor(world, application, message);
  if (message.guildId === undefined || message.onlyFor !== undefined) return { ...json, channel_type: 1 };
  const member = world.guilds.get(message.guildId)?.members.get(message.author.id);
  return {
    ...json,
    channel_type: 0,
    guild_id: message.guildId,
    ...(member !== undefined && { member: bareMemberJson(member) }),
  };
}
