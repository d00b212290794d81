/** What one member's screen shows around the messages: channels, people, roles. Plain JSON for the page. */
import type { Channel, Guild, LocalDiscord, Member } from '../discord/index.ts';

const sendMessages = 1n << 11n;

/** Someone the visitor can be; listed before anyone is chosen. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly isOwner: boolean;
  readonly roles: readonly { readonly name: string; readonly color: number }[];
}

export interface Start {
  readonly guild: { readonly id: string; readonly name: string };
  readonly personas: readonly Persona[];
}

interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly parentId: string | null;
  readonly position: number;
  readonly topic: string | null;
  readonly canWrite: boolean;
  /** Not everybody in the guild may see it. */
  readonly isPrivate: boolean;
}

interface PageMember {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly isBot: boolean;
  readonly isOwner: boolean;
  readonly roleIds: readonly string[];
}

interface PageRole {
  readonly id: string;
  readonly name: string;
  readonly color: number;
  readonly hoist: boolean;
  /** Belongs to a bot or an integration; nobody is given it. */
  readonly managed: boolean;
  readonly position: number;
}

export interface State {
  readonly guild: { readonly id: string; readonly name: string; readonly systemChannelId: string | null };
  readonly me: PageMember;
  readonly channels: readonly PageChannel[];
  readonly members: readonly PageMember[];
  /** Highest first. */
  readonly roles: readonly PageRole[];
}

export function startOf(guild: Guild): Start {
  const people = guild.members.filter(member => !member.isBot);
  return {
    guild: { id: guild.id, name: guild.name },
    // Newcomers first: most visitors want to see the community as one of them.
    personas: [...people.filter(isNewcomer), ...people.filter(member => !isNewcomer(member))].map(member => ({
      id: member.id,
      name: member.name,
      displayName: member.displayName,
      isOwner: member.id === guild.owner.id,
      roles: member.roles
        .filter(role => role.id !== guild.everyone.id)
        .map(role => ({ name: role.name, color: role.color })),
    })),
  };
}

const isNewcomer = (member: Member) =>
  member.roles.every(role => role.id === member.guild.everyone.id) && member.id !== member.guild.owner.id;

/** Undefined for ids of nobody, and for bots, which nobody plays. */
export function personaOf(guild: Guild, id: string): Member | undefined {
  return guild.members.find(member => member.id === id && !member.isBot);
}

export function stateOf(guild: Guild, me: Member): State {
  return {
    guild: { id: guild.id, name: guild.name, systemChannelId: guild.systemChannelId ?? null },
    me: pageMember(me),
    channels: [
      ...guild.channelsVisibleTo(me).map(channel => guildChannel(channel, me)),
      ...me.dms.map(channel => directChannel(channel, me)),
    ],
    members: guild.members.map(pageMember),
    roles: guild.roles
      .filter(role => role.id !== guild.everyone.id)
      .map(role => ({
        id: role.id,
        name: role.name,
        color: role.color,
        hoist: role.json.hoist,
        managed: role.managed,
        position: role.position,
      })),
  };
}

/** Whether this channel is on the member's screen: in the guild by permission, or a direct message of theirs. */
export function channelOf(discord: LocalDiscord, me: Member, id: string): Channel | undefined {
  return [...me.guild.channelsVisibleTo(me), ...me.dms].find(channel => channel.id === id) && discord.channel(id);
}

function pageMember(member: Member): PageMember {
  return {
    id: member.id,
    name: member.name,
    displayName: member.displayName,
    isBot: member.isBot,
    isOwner: member.id === member.guild.owner.id,
    roleIds: member.roles.filter(role => role.id !== member.guild.everyone.id).map(role => role.id),
  };
}

function guildChannel(channel: Channel, me: Member): PageChannel {
  const { guild } = me;
  const overwrites = 'permission_overwrites' in channel.json ? (channel.json.permission_overwrites ?? []) : [];
  const forEveryone = overwrites.find(overwrite => overwrite.id === guild.everyone.id);
  return {
    ...placed(channel),
    canWrite: (guild.permissionsOf(me, channel) & sendMessages) !== 0n,
    isPrivate: forEveryone !== undefined && (BigInt(forEveryone.deny) & viewChannel) !== 0n,
  };
}

const viewChannel = 1n << 10n;

function directChannel(channel: Channel, me: Member): PageChannel {
  const other =
    'recipients' in channel.json ? channel.json.recipients?.find(recipient => recipient.id !== me.id) : undefined;
  const bot = me.guild.members.find(member => member.isBot);
  const name = other?.username ?? bot?.displayName ?? 'Direct message';
  return { ...placed(channel), name, canWrite: true, isPrivate: true };
}

function placed({ id, name, type, parentId, position, topic }: Channel) {
  return { id, name, type, parentId: parentId ?? null, position, topic: topic ?? null };
}
