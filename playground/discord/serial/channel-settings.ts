/** What each type of guild channel shows beyond what all have. */

import type { TagRecord } from '../state/channels/channel-settings-record.ts';
import { channelTypes } from '../state/channels/channel-types.ts';
import type { ChannelRecord } from '../state/records.ts';

export function settingsJson(channel: ChannelRecord): object {
  switch (channel.type) {
    case channelTypes.category:
      return { parent_id: null };
    case channelTypes.voice:
      return { ...ofMessages(channel), ...ofVoice(channel) };
    case channelTypes.stage:
      return { ...ofMessages(channel), ...ofVoice(channel), topic: channel.topic };
    case channelTypes.forum:
    case channelTypes.media:
      return { ...ofMessages(channel), ...ofThreads(channel), ...ofForum(channel) };
    default:
      return { ...ofMessages(channel), ...ofThreads(channel), last_pin_timestamp: channel.lastPinAt ?? null };
  }
}

const ofMessages = (channel: ChannelRecord) => ({
  nsfw: channel.nsfw,
  rate_limit_per_user: channel.rateLimitPerUser,
  last_message_id: channel.lastMessageId,
});

const ofVoice = ({ settings }: ChannelRecord) => ({
  bitrate: settings.bitrate ?? 64_000,
  user_limit: settings.userLimit ?? 0,
  rtc_region: settings.rtcRegion ?? null,
  ...(settings.videoQuality !== undefined && { video_quality_mode: settings.videoQuality }),
});

const ofThreads = ({ topic, settings }: ChannelRecord) => ({
  topic,
  ...(settings.archiveAfter !== undefined && { default_auto_archive_duration: settings.archiveAfter }),
  ...(settings.threadRateLimit !== undefined && { default_thread_rate_limit_per_user: settings.threadRateLimit }),
});

const ofForum = ({ type, settings }: ChannelRecord) => ({
  available_tags: (settings.tags ?? []).map(tagJson),
  default_reaction_emoji: settings.defaultReaction
    ? { emoji_id: settings.defaultReaction.emojiId, emoji_name: settings.defaultReaction.emojiName }
    : null,
  default_sort_order: settings.sortOrder ?? null,
  ...(type === channelTypes.forum && { default_forum_layout: settings.layout ?? 0 }),
  ...(settings.tagSetting != null && { default_tag_setting: settings.tagSetting }),
});

const tagJson = ({ id, name, moderated, emojiId, emojiName }: TagRecord) => ({
  id,
  name,
  moderated,
  emoji_id: emojiId,
  emoji_name: emojiName,
});
