/** What happened, as a page or a test hears of it. */
import type { APIChannel, APIGuildMember, APIMessage, APIRole } from 'discord-api-types/v10';
import type { ScheduledEventJson } from './scheduled-events.ts';

interface OfMessage {
  readonly guildId: string | undefined;
  readonly channelId: string;
  /** Set on ephemeral messages: the only user who sees it. */
  readonly onlyFor: string | undefined;
}

interface OfInteraction {
  readonly interactionId: string;
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly userId: string;
  /** "/path choose", or the custom_id of a component or modal. */
  readonly name: string;
}

export type Change =
  | (OfMessage & { readonly kind: 'message-created' | 'message-edited'; readonly message: APIMessage })
  | (OfMessage & { readonly kind: 'message-deleted'; readonly messageId: string })
  | (OfMessage & {
      readonly kind: 'reactions-changed';
      readonly messageId: string;
      /** All of the message's, in order. */
      readonly reactions: readonly { readonly emoji: string; readonly userIds: readonly string[] }[];
    })
  | {
      readonly kind: 'typing-started';
      readonly guildId: string | undefined;
      readonly channelId: string;
      readonly userId: string;
    }
  | { readonly kind: 'guild-created' | 'guild-changed' | 'guild-deleted'; readonly guildId: string }
  | { readonly kind: 'role-created' | 'role-changed'; readonly guildId: string; readonly role: APIRole }
  | { readonly kind: 'role-deleted'; readonly guildId: string; readonly roleId: string }
  | {
      readonly kind: 'member-joined' | 'member-changed';
      readonly guildId: string;
      readonly userId: string;
      readonly member: APIGuildMember;
    }
  | { readonly kind: 'member-left'; readonly guildId: string; readonly userId: string }
  | {
      readonly kind: 'channel-created' | 'channel-changed';
      readonly guildId: string | undefined;
      readonly channel: APIChannel;
    }
  | {
      readonly kind: 'thread-created' | 'thread-changed';
      readonly guildId: string | undefined;
      readonly parentId: string | null;
      readonly thread: APIChannel;
    }
  | {
      readonly kind: 'thread-deleted';
      readonly guildId: string | undefined;
      readonly parentId: string | null;
      readonly threadId: string;
    }
  | {
      readonly kind: 'thread-members-changed';
      readonly guildId: string | undefined;
      readonly threadId: string;
      readonly addedIds: readonly string[];
      readonly removedIds: readonly string[];
    }
  | {
      readonly kind: 'voice-changed';
      readonly guildId: string;
      readonly userId: string;
      /** Null when she left. */
      readonly voiceChannelId: string | null;
    }
  | {
      readonly kind: 'voice-status-changed';
      readonly guildId: string | undefined;
      readonly voiceChannelId: string;
      readonly status: string | null;
    }
  | { readonly kind: 'channel-deleted'; readonly guildId: string | undefined; readonly channelId: string }
  | {
      readonly kind: 'scheduled-event-created' | 'scheduled-event-changed';
      readonly guildId: string;
      readonly event: ScheduledEventJson;
    }
  | { readonly kind: 'scheduled-event-deleted'; readonly guildId: string; readonly eventId: string }
  /** Somebody is interested or not any more; in the event, the new number of them. */
  | {
      readonly kind: 'event-response-given' | 'event-response-withdrawn';
      readonly guildId: string;
      readonly userId: string;
      /** Set where the answer is to one occurrence only. */
      readonly exceptionId: string | undefined;
      readonly response: 0 | 1;
      readonly event: ScheduledEventJson;
    }
  | (OfInteraction & { readonly kind: 'interaction-pending' | 'interaction-deferred' })
  | (OfInteraction & {
      readonly kind: 'interaction-answered';
      readonly with: 'message' | 'update' | 'modal' | 'choices' | 'nothing';
    })
  | (OfInteraction & { readonly kind: 'interaction-failed'; readonly why: string })
  | { readonly kind: 'commands-changed'; readonly applicationId: string; readonly guildId: string | undefined }
  | { readonly kind: 'clock-moved'; readonly now: string };
