/** Channels as a guild holds them. */
import type { APIChannel } from 'discord-api-types/v10';
import type { ThreadState } from './thread-state.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
  /**
   * Discord's number: 0 text, 1 direct message, 2 voice, 4 category, 5 announcement, 11 thread or post, 12 private thread,
   * 13 stage, 15 forum, 16 media.
   */
  readonly type: number;
  readonly parentId: string | undefined;
  readonly position: number;
  readonly topic: string | undefined;
  /** Set on threads and posts. */
  readonly thread: ThreadState | undefined;
  readonly json: APIChannel;
}

export interface Overwrite {
  /** A role or a member; the guild's id stands for @everyone. */
  readonly for: { readonly id: string };
  readonly allow?: bigint;
  readonly deny?: bigint;
}

export type ChannelTypeName = 'text' | 'voice' | 'category' | 'announcement' | 'stage' | 'forum' | 'media';

export interface NewTag {
  readonly name: string;
  /** Only moderators put it on posts. */
  readonly moderated?: boolean;
  readonly emoji?: string;
}

export interface NewChannel {
  readonly name: string;
  /** Default `text`. */
  readonly type?: ChannelTypeName;
  readonly parent?: { readonly id: string };
  readonly topic?: string;
  readonly overwrites?: readonly Overwrite[];
  /** Voice and stage: how many find a place; 0 for any number. */
  readonly userLimit?: number;
  /** Forum and media. */
  readonly tags?: readonly NewTag[];
  /** Forum and media: no post without a tag. */
  readonly requireTag?: boolean;
}
