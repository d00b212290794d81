/** Threads and posts as members use them. */
import type { Channel } from './channels.ts';
import type { Shown } from './shown.ts';

export interface NewThread {
  readonly name: string;
  /** The channel; not needed with `from`. */
  readonly in?: { readonly id: string };
  /** Makes the thread from this message. */
  readonly from?: Shown;
  readonly isPrivate?: boolean;
}

export interface NewPost {
  /** A forum or media channel. */
  readonly in: { readonly id: string };
  readonly title: string;
  readonly text: string;
  /** Names or ids of the forum's tags. */
  readonly tags?: readonly string[];
}

export interface MemberThreads {
  /** All of these throw where her client would not offer them. */
  opensThread(thread: NewThread): Channel;
  posts(post: NewPost): Channel;
  joinsThread(thread: { readonly id: string }): void;
  leavesThread(thread: { readonly id: string }): void;
  /** Adds somebody else. */
  bringsIntoThread(thread: { readonly id: string }, member: { readonly id: string }): void;
  archivesThread(thread: { readonly id: string }): void;
  /** Nobody but moderators writes in a locked thread. */
  locksThread(thread: { readonly id: string }, locked?: boolean): void;
}

export interface GuildThreads {
  /** Archived ones too, oldest first. */
  readonly threads: readonly Channel[];
  /** Active and archived, by id or name; throws if there is none. */
  thread(idOrName: string): Channel;
  /** As a moderator does. */
  deleteThread(thread: { readonly id: string }): void;
  /** Active threads of this channel that the member sees. */
  threadsVisibleTo(member: { readonly id: string }, channel?: { readonly id: string }): readonly Channel[];
}
