/** What members do with messages. */
import type { Shown } from './shown.ts';
import type { Upload } from './uploads.ts';

export interface SayOptions {
  /** Default: the first text channel she may use commands in. */
  readonly in?: { readonly id: string };
  readonly files?: readonly Upload[];
  readonly replyTo?: Shown;
  /** Switched off beside a reply: whoever is answered is not pinged. Default true. */
  readonly pingsAuthor?: boolean;
}

/** All of these throw where her client would not offer them. */
export interface MemberMessages {
  /** Posts an ordinary message. */
  says(text: string, options?: SayOptions): Shown;
  /** Changes one of her own messages. */
  edits(message: Shown, text: string): Shown;
  /** One of her own, or another one if she manages messages. */
  deletes(message: Shown): void;
  /** With an emoji, `👍`; to the newest message she sees unless one is given. */
  reacts(emoji: string, message?: Shown): Shown;
  unreacts(emoji: string, message?: Shown): Shown;
  /** Who chose which emoji, in the order of the first. */
  reactionsTo(message: Shown): readonly { readonly emoji: string; readonly userIds: readonly string[] }[];
  pins(message: Shown): void;
  unpins(message: Shown): void;
  /** What is pinned in a channel, latest pin first. */
  pinned(channel: { readonly id: string }): readonly Shown[];
  /** Others see "Ada is typing…". */
  startsTyping(channel: { readonly id: string }): void;
}
