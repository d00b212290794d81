/** From a request's body to the fields of a channel. */
import type { ArchiveAfter, ChannelSettings, TagRecord } from '../../state/channels/channel-settings-record.ts';
import type { ChannelFields } from '../../state/channels/channels.ts';
import type { OverwriteRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';

export interface OverwriteBody {
  readonly id: string;
  readonly type?: number | null;
  readonly allow?: string | number | null;
  readonly deny?: string | number | null;
}

export interface TagBody {
  readonly id?: string | null;
  readonly name: string;
  readonly moderated?: boolean | null;
  readonly emoji_id?: string | null;
  readonly emoji_name?: string | null;
}

export interface ChannelBody {
  readonly name?: string;
  readonly type?: number | null;
  readonly topic?: string | null;
  readonly parent_id?: string | null;
  readonly position?: number | null;
  readonly nsfw?: boolean | null;
  readonly rate_limit_per_user?: number | null;
  readonly permission_overwrites?: readonly OverwriteBody[] | null;
  readonly flags?: number | null;
  readonly bitrate?: number | null;
  readonly user_limit?: number | null;
  readonly rtc_region?: string | null;
  readonly video_quality_mode?: 1 | 2 | null;
  readonly default_auto_archive_duration?: ArchiveAfter | null;
  readonly default_thread_rate_limit_per_user?: number | null;
  readonly available_tags?: readonly (TagBody | null)[] | null;
  readonly default_reaction_emoji?: { readonly emoji_id?: string | null; readonly emoji_name?: string | null } | null;
  readonly default_sort_order?: 0 | 1 | null;
  readonly default_forum_layout?: 0 | 1 | 2 | null;
  readonly default_tag_setting?: 'match_all' | 'match_some' | null;
}

export function channelFields(
  world: World,
  body: ChannelBody,
  knownTags: readonly TagRecord[] = [],
): ChannelFields & { readonly type?: number | undefined } {
  return {
    name: body.name,
    type: body.type ?? undefined,
    topic: body.topic,
    parentId: body.parent_id,
    position: body.position ?? undefined,
    nsfw: body.nsfw ?? undefined,
    rateLimitPerUser: body.rate_limit_per_user ?? undefined,
    overwrites: body.permission_overwrites?.map(overwriteOf),
    flags: body.flags ?? undefined,
    settings: settingsOf(world, body, knownTags),
  };
}

function settingsOf(world: World, body: ChannelBody, knownTags: readonly TagRecord[]): ChannelSettings {
  const reaction = body.default_reaction_emoji;
  return {
    bitrate: body.bitrate ?? undefined,
    userLimit: body.user_limit ?? undefined,
    rtcRegion: body.rtc_region,
    videoQuality: body.video_quality_mode ?? undefined,
    archiveAfter: body.default_auto_archive_duration ?? undefined,
    threadRateLimit: body.default_thread_rate_limit_per_user ?? undefined,
    tags: body.available_tags?.flatMap(tag => (tag === null ? [] : [tagOf(world, tag, knownTags)])),
    defaultReaction: reaction && { emojiId: reaction.emoji_id ?? null, emojiName: reaction.emoji_name ?? null },
    sortOrder: body.default_sort_order,
    layout: body.default_forum_layout ?? undefined,
    tagSetting: body.default_tag_setting,
  };
}

/** A tag that is named by its id, or else by its name, stays the same tag. */
function tagOf(world: World, tag: TagBody, known: readonly TagRecord[]): TagRecord {
  const before = known.find(({ id }) => id === tag.id) ?? known.find(({ name }) => tag.id == null && name === tag.name);
  return {
    id: before?.id ?? world.ids.next(),
    name: tag.name,
    moderated: tag.moderated ?? before?.moderated ?? false,
    emojiId: tag.emoji_id ?? null,
    emojiName: tag.emoji_name ?? null,
  };
}

export const overwriteOf = ({ id, type, allow, deny }: OverwriteBody): OverwriteRecord => ({
  id,
  type: type === 1 ? 1 : 0,
  allow: BigInt(allow ?? 0),
  deny: BigInt(deny ?? 0),
});
