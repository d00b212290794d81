/** What one member's screen shows around the messages: channels, people, roles. Plain JSON for the page. */
import type { Channel, Guild, LocalDiscord, Member } from '../discord/index.ts';
import { directChannel, guildChannel, type PageChannel } from './state/channels.ts';
import { eventsOf, type PageEvent } from './state/events.ts';
import { type PageMember, pageMember } from './state/members.ts';
import { type PageRole, rolesOf } from './state/roles.ts';
import { type PageThread, threadsOf, visibleThreads } from './state/threads.ts';

/** A member worth being, and what for. */
export interface Part {
  readonly name: string;
  /** "Newcomer": what they are. */
  readonly as: string;
  /** What there is to see for them. */
  readonly says: string;
}

/** Someone the visitor can be; listed before anyone is chosen. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly isOwner: boolean;
  readonly roles: readonly { readonly name: string; readonly color: number }[];
  readonly part?: Omit<Part, 'name'>;
}

export interface Start {
  readonly guild: { readonly id: string; readonly name: string };
  readonly personas: readonly Persona[];
}

export interface State {
  readonly guild: { readonly id: string; readonly name: string; readonly systemChannelId: string | null };
  readonly me: PageMember;
  readonly channels: readonly PageChannel[];
  /** Active and archived ones. */
  readonly threads: readonly PageThread[];
  readonly events: readonly PageEvent[];
  readonly members: readonly PageMember[];
  /** Highest first. */
  readonly roles: readonly PageRole[];
}

export function startOf(guild: Guild, cast: readonly Part[] = []): Start {
  const people = guild.members.filter(member => !member.isBot);
  const parts = cast.flatMap(part => people.find(({ name }) => name === part.name) ?? []);
  const others = people.filter(member => !parts.includes(member));
  return {
    guild: { id: guild.id, name: guild.name },
    // Newcomers first: most visitors want to see the community as one of them.
    personas: [...parts, ...others.filter(isNewcomer), ...others.filter(member => !isNewcomer(member))].map(member => ({
      id: member.id,
      name: member.name,
      displayName: member.displayName,
      isOwner: member.id === guild.owner.id,
      roles: member.roles
        .filter(role => role.id !== guild.everyone.id)
        .map(role => ({ name: role.name, color: role.color })),
      ...partOf(member, cast),
    })),
  };
}

function partOf({ name }: Member, cast: readonly Part[]) {
  const part = cast.find(candidate => candidate.name === name);
  return part && { part: { as: part.as, says: part.says } };
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
    threads: threadsOf(me),
    events: eventsOf(me),
    members: guild.members.map(pageMember),
    roles: rolesOf(me),
  };
}

/** The channels on the member's screen: in the guild by permission, threads, and direct messages of theirs. */
export function channelsOf(discord: LocalDiscord, me: Member): readonly Channel[] {
  return [...me.guild.channelsVisibleTo(me), ...visibleThreads(me), ...me.dms].map(({ id }) => discord.channel(id));
}

/** One of those, if it is there. */
export function channelOf(discord: LocalDiscord, me: Member, id: string): Channel | undefined {
  return channelsOf(discord, me).find(channel => channel.id === id);
}
