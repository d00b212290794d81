/** Discord's numbers for types of channels and threads, and the bits of their flags. */

export const channelTypes = {
  text: 0,
  directMessage: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  stage: 13,
  forum: 15,
  media: 16,
} as const;
export const threadTypes = { announcement: 10, public: 11, private: 12 } as const;
/** Where people talk. */
export const voiceTypes: ReadonlySet<number> = new Set([channelTypes.voice, channelTypes.stage]);
/** Where every message belongs to a post. */
export const forumTypes: ReadonlySet<number> = new Set([channelTypes.forum, channelTypes.media]);

/** Bits of a channel's flags. */
export const ChannelFlag = { pinned: 1 << 1, requireTag: 1 << 4, hideMediaDownload: 1 << 15 } as const;
