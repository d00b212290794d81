/** What happens in the world, told to whoever listens: the gateway, the page, the file. */
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import type { AuditEntryRecord } from './audit/audit-record.ts';
import type { VoiceStateRecord } from './channels/voice-record.ts';
import type { InviteRecord } from './guilds/invite-record.ts';
import type {
  ChannelRecord,
  GuildRecord,
  InteractionRecord,
  MemberRecord,
  MessageRecord,
  RoleRecord,
  UserRecord,
} from './records.ts';
import type {
  EventExceptionRecord,
  EventResponse,
  ScheduledEventRecord,
} from './scheduled-events/scheduled-event-record.ts';
import type { ThreadMemberRecord } from './threads/thread-record.ts';

export type WorldEvent =
  | { readonly kind: 'message-created' | 'message-edited'; readonly message: MessageRecord }
  | {
      readonly kind: 'message-deleted';
      readonly message: MessageRecord;
      /** One of several; "messages-deleted" follows. */
      readonly inBulk?: true;
    }
  | { readonly kind: 'messages-deleted'; readonly channel: ChannelRecord; readonly ids: readonly string[] }
  | {
      readonly kind: 'reaction-added' | 'reaction-removed';
      readonly message: MessageRecord;
      readonly emoji: string;
      readonly userId: string;
    }
  /** Those with one emoji, or all. */
  | { readonly kind: 'reactions-cleared'; readonly message: MessageRecord; readonly emoji: string | undefined }
  | { readonly kind: 'pins-changed'; readonly channel: ChannelRecord }
  | { readonly kind: 'typing-started'; readonly channel: ChannelRecord; readonly user: UserRecord }
  | { readonly kind: 'guild-created' | 'guild-changed' | 'guild-deleted'; readonly guild: GuildRecord }
  | { readonly kind: 'audit-entry-created'; readonly entry: AuditEntryRecord }
  | { readonly kind: 'member-banned' | 'member-unbanned'; readonly guild: GuildRecord; readonly user: UserRecord }
  | { readonly kind: 'bot-added' | 'bot-removed'; readonly guild: GuildRecord; readonly botId: string }
  | { readonly kind: 'role-created' | 'role-changed' | 'role-deleted'; readonly role: RoleRecord }
  | { readonly kind: 'member-joined' | 'member-changed' | 'member-left'; readonly member: MemberRecord }
  /** The same change once more, for the bot it happened to. */
  | { readonly kind: 'own-member-changed'; readonly member: MemberRecord }
  | { readonly kind: 'channel-created' | 'channel-changed' | 'channel-deleted'; readonly channel: ChannelRecord }
  | { readonly kind: 'thread-created' | 'thread-changed' | 'thread-deleted'; readonly thread: ChannelRecord }
  | {
      readonly kind: 'thread-members-changed';
      readonly thread: ChannelRecord;
      readonly added: readonly ThreadMemberRecord[];
      readonly removedIds: readonly string[];
    }
  | { readonly kind: 'thread-bot-came'; readonly thread: ChannelRecord; readonly botId: string }
  /** The same for one of the bots that came or went. */
  | {
      readonly kind: 'thread-bot-told';
      readonly botId: string;
      readonly thread: ChannelRecord;
      readonly added: readonly ThreadMemberRecord[];
      readonly removedIds: readonly string[];
    }
  /** A bot sees these channels from now on. */
  | {
      readonly kind: 'threads-revealed';
      readonly guild: GuildRecord;
      readonly botId: string;
      readonly channelIds: readonly string[];
    }
  /** Everything is another than before. */
  | { readonly kind: 'world-restored' }
  | { readonly kind: 'voice-changed'; readonly state: VoiceStateRecord }
  | { readonly kind: 'invite-created' | 'invite-deleted'; readonly invite: InviteRecord }
  | { readonly kind: 'voice-status-changed'; readonly channel: ChannelRecord }
  | {
      readonly kind: 'scheduled-event-created' | 'scheduled-event-changed' | 'scheduled-event-deleted';
      readonly event: ScheduledEventRecord;
    }
  /** Of an event in a stage channel. */
  | {
      readonly kind: 'stage-opened' | 'stage-closed';
      readonly event: ScheduledEventRecord;
      readonly stageId: string;
    }
  | {
      readonly kind: 'event-exception-created' | 'event-exception-changed' | 'event-exception-deleted';
      readonly event: ScheduledEventRecord;
      readonly exception: EventExceptionRecord;
    }
  | {
      readonly kind: 'event-response-given' | 'event-response-withdrawn';
      readonly event: ScheduledEventRecord;
      readonly userId: string;
      /** Set where the answer is to one occurrence only. */
      readonly exceptionId: string | undefined;
      readonly response: EventResponse;
    }
  | {
      readonly kind: 'command-permissions-changed';
      readonly guild: GuildRecord;
      readonly applicationId: string;
      readonly id: string;
    }
  | { readonly kind: 'user-changed'; readonly user: UserRecord }
  | { readonly kind: 'commands-changed'; readonly applicationId: string; readonly guildId: string | undefined }
  | {
      readonly kind: 'interaction-pending';
      readonly interaction: InteractionRecord;
      readonly payload: GatewayInteractionCreateDispatchData;
    }
  | { readonly kind: 'interaction-deferred'; readonly interaction: InteractionRecord }
  | {
      readonly kind: 'interaction-answered';
      readonly interaction: InteractionRecord;
      readonly with: 'message' | 'update' | 'modal' | 'choices' | 'nothing';
    }
  | { readonly kind: 'interaction-failed'; readonly interaction: InteractionRecord; readonly why: string };

export interface Bus {
  emit(event: WorldEvent): void;
  listen(listener: (event: WorldEvent) => void): () => void;
}

export function createBus(): Bus {
  const listeners = new Set<(event: WorldEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
