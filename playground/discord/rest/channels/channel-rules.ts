/** What the schema does not say of channels. */
import { type Issues, invalid, Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { allPermissions, channelPermissions, guildPermissions, has, Permission } from '../../permissions.ts';
import { channelTypes, forumTypes, voiceTypes } from '../../state/channels/channel-types.ts';
import type { ChannelRecord, GuildRecord, MemberRecord, OverwriteRecord } from '../../state/records.ts';
import { collector, longerThan } from '../../validate/issues.ts';
import type { ChannelBody } from './channel-body.ts';

/** Limits that depend on the type. */
export function checkChannel(body: ChannelBody, type: number): Issues | undefined {
  const found = collector();
  const atMost = (field: 'user_limit' | 'bitrate', max: number) => {
    if ((body[field] ?? 0) > max)
      found.add([field], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  };
  if (body.topic != null && !forumTypes.has(type) && longerThan(body.topic, limits.topic.max))
    found.add(['topic'], 'BASE_TYPE_MAX_LENGTH', `Must be ${limits.topic.max} or fewer in length.`);
  if (voiceTypes.has(type)) {
    const isStage = type === channelTypes.stage;
    atMost('user_limit', isStage ? limits.stageUsers.max : limits.voiceUsers.max);
    atMost('bitrate', isStage ? limits.stageBitrate.max : limits.voiceBitrate.max);
  }
  for (const [index, tag] of (body.available_tags ?? []).entries())
    if (tag !== null && longerThan(tag.name, limits.tagName.max))
      found.add(
        ['available_tags', index, 'name'],
        'BASE_TYPE_MAX_LENGTH',
        `Must be ${limits.tagName.max} or fewer in length.`,
      );
  return found.tree;
}

export function checkTags({ available_tags: tags }: ChannelBody): void {
  const names = (tags ?? []).flatMap(tag => (tag === null ? [] : [tag.name]));
  if (new Set(names).size < names.length) throw new Refusal('sameTagNames');
}

/** Stages are for communities, announcements for those with news. */
export function checkType(type: number, features: readonly string[]): void {
  const allowed = [
    channelTypes.text,
    channelTypes.voice,
    channelTypes.category,
    ...(features.includes('NEWS') ? [channelTypes.announcement] : []),
    ...(features.includes('COMMUNITY') ? [channelTypes.stage] : []),
    channelTypes.forum,
  ];
  if (!(allowed as readonly number[]).includes(type))
    throw invalid('type', 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
}

export function checkParent(guild: GuildRecord, parentId: string | null | undefined): void {
  if (parentId == null) return;
  const parent: ChannelRecord | undefined = guild.channels.get(parentId);
  if (parent?.type !== channelTypes.category)
    throw invalid('parent_id', 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  const children = [...guild.channels.values()].filter(channel => channel.parentId === parentId).length;
  if (children >= limits.channelsPerCategory.max)
    throw invalid(
      'parent_id',
      'CHANNEL_PARENT_MAX_CHANNELS',
      'Maximum number of channels in channelTypes.category reached (50)',
    );
}

export interface OverwritesPlace {
  readonly guild: GuildRecord;
  readonly me: MemberRecord;
  /** Absent when the channel is being made. */
  readonly channel?: ChannelRecord | undefined;
  readonly parentId?: string | null | undefined;
  readonly now: number;
}

/** Only bits the bot has itself; Manage Roles in a channel is the administrators'. What stays as it is may stay. */
export function checkOverwrites(place: OverwritesPlace, overwrites: readonly OverwriteRecord[]): void {
  const { guild, channel } = place;
  if (overwrites.length > limits.overwrites.max) throw new Refusal('tooManyOverwrites');
  const held = grantable(place);
  for (const [index, overwrite] of overwrites.entries()) {
    const { id, type } = overwrite;
    const known = type === 0 ? guild.roles.has(id) : guild.members.has(id);
    if (!known)
      throw invalid(`permission_overwrites.${index}.id`, 'INVALID_OVERWRITE_TARGET', 'No such role or member.');
    const before = channel?.overwrites.find(one => one.id === id);
    const touched = (overwrite.allow ^ (before?.allow ?? 0n)) | (overwrite.deny ^ (before?.deny ?? 0n));
    if (!has(held, touched)) throw new Refusal('missingPermissions');
  }
}

function grantable({ guild, me, channel, parentId, now }: OverwritesPlace): bigint {
  const inGuild = guildPermissions(guild, me, now);
  if (inGuild === allPermissions) return inGuild;
  const granted = channel?.overwrites.some(({ id, type, allow }) => {
    const mine = type === 1 ? id === me.user.id : me.roles.has(id);
    return mine && has(allow, Permission.manageRoles);
  });
  if (granted === true) return allPermissions;
  const parent = guild.channels.get(parentId ?? channel?.parentId ?? '');
  const inParent = parent === undefined ? 0n : channelPermissions(guild, me, parent, now);
  return (inGuild | inParent) & ~Permission.manageRoles;
}
