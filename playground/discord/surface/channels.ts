/** Channels as a guild holds them. */
import type { APIChannel } from 'discord-api-types/v10';

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** Discord's number: 0 text, 1 direct message, 4 category. */
  readonly type: number;
  readonly parentId: string | undefined;
  readonly position: number;
  readonly topic: string | undefined;
  readonly json: APIChannel;
}

export interface Overwrite {
  /** A role or a member; the guild's id stands for @everyone. */
  readonly for: { readonly id: string };
  readonly allow?: bigint;
  readonly deny?: bigint;
}

export type ChannelTypeName = 'text' | 'voice' | 'category' | 'announcement' | 'stage' | 'forum' | 'media';

export interface NewChannel {
  readonly name: string;
  /** Default `text`. */
  readonly type?: ChannelTypeName;
  readonly parent?: { readonly id: string };
  readonly topic?: string;
  readonly overwrites?: readonly Overwrite[];
}
