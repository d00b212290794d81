/** Channels as one member's screen lists them, with what this member may do in each. */
import type { Channel, Guild, Member } from '../../discord/index.ts';

/** Bits of Discord's permissions, by what the page offers. */
const acts = {
  write: 1n << 11n,
  react: 1n << 6n,
  attach: 1n << 15n,
  manageMessages: 1n << 13n,
  pin: 1n << 51n,
  openThreads: 1n << 35n,
  writeInThreads: 1n << 38n,
  manageThreads: 1n << 34n,
  pingEveryone: 1n << 17n,
  connect: 1n << 20n,
} as const;

export type May = Readonly<Record<keyof typeof acts, boolean>>;

export interface PageTag {
  readonly id: string;
  readonly name: string;
  readonly emoji: string | null;
  readonly moderated: boolean;
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly parentId: string | null;
  readonly position: number;
  readonly topic: string | null;
  readonly canWrite: boolean;
  readonly may: May;
  /** Direct messages: whom they are with. */
  readonly withId: string | null;
  /** Not everybody in the guild may see it. */
  readonly isPrivate: boolean;
  /** Voice and stage: who is in there, and how many find a place (0 for any number). */
  readonly voice: { readonly userIds: readonly string[]; readonly limit: number } | null;
  /** Forums: what posts may be marked with. */
  readonly tags: readonly PageTag[];
  readonly requiresTag: boolean;
}

const viewChannel = 1n << 10n;
const voiceTypes = new Set([2, 13]);
const requireTag = 1 << 4;

export function guildChannel(channel: Channel, me: Member): PageChannel {
  const { guild } = me;
  const overwrites = 'permission_overwrites' in channel.json ? (channel.json.permission_overwrites ?? []) : [];
  const forEveryone = overwrites.find(overwrite => overwrite.id === guild.everyone.id);
  const may = mayOf(guild.permissionsOf(me, channel));
  return {
    ...placed(channel),
    withId: null,
    voice: voiceOf(channel, guild),
    tags: tagsOf(channel),
    requiresTag: 'flags' in channel.json && ((channel.json.flags ?? 0) & requireTag) !== 0,
    may,
    canWrite: may.write,
    isPrivate: forEveryone !== undefined && (BigInt(forEveryone.deny) & viewChannel) !== 0n,
  };
}

export function directChannel(channel: Channel, me: Member): PageChannel {
  const other =
    'recipients' in channel.json ? channel.json.recipients?.find(recipient => recipient.id !== me.id) : undefined;
  const bot = me.guild.members.find(member => member.isBot);
  const known = me.guild.members.find(({ id }) => id === other?.id);
  const name = known?.displayName ?? other?.username ?? bot?.displayName ?? 'Direct message';
  return {
    ...placed(channel),
    name,
    withId: other?.id ?? bot?.id ?? null,
    canWrite: true,
    may: inDirectMessages,
    isPrivate: true,
    voice: null,
    tags: [],
    requiresTag: false,
  };
}

const mayOf = (permissions: bigint) =>
  Object.fromEntries(Object.entries(acts).map(([name, bit]) => [name, (permissions & bit) !== 0n])) as May;

const inDirectMessages = mayOf(acts.write | acts.react | acts.attach | acts.pin);

function voiceOf(channel: Channel, guild: Guild): PageChannel['voice'] {
  if (!voiceTypes.has(channel.type)) return null;
  const limit = 'user_limit' in channel.json ? (channel.json.user_limit ?? 0) : 0;
  return { userIds: guild.usersInVoice(channel), limit };
}

function tagsOf({ json }: Channel): readonly PageTag[] {
  const tags = 'available_tags' in json ? json.available_tags : [];
  return tags.map(({ id, name, emoji_name: emoji, moderated }) => ({ id, name, emoji, moderated }));
}

function placed({ id, name, type, parentId, position, topic }: Channel) {
  return { id, name, type, parentId: parentId ?? null, position, topic: topic ?? null };
}
