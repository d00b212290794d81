/** What happens in the world, told to whoever listens: the gateway, the page, the file. */
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import type {
  ChannelRecord,
  GuildRecord,
  InteractionRecord,
  MemberRecord,
  MessageRecord,
  RoleRecord,
} from './records.ts';

export type WorldEvent =
  | { readonly kind: 'message-created' | 'message-edited' | 'message-deleted'; readonly message: MessageRecord }
  | { readonly kind: 'guild-created' | 'guild-changed' | 'guild-deleted'; readonly guild: GuildRecord }
  | { readonly kind: 'bot-added' | 'bot-removed'; readonly guild: GuildRecord; readonly botId: string }
  | { readonly kind: 'role-created' | 'role-changed' | 'role-deleted'; readonly role: RoleRecord }
  | { readonly kind: 'member-joined' | 'member-changed' | 'member-left'; readonly member: MemberRecord }
  | { readonly kind: 'channel-created' | 'channel-changed' | 'channel-deleted'; readonly channel: ChannelRecord }
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
