/** What happened, as a page or a test hears of it. */
import type { APIChannel, APIGuildMember, APIMessage, APIRole } from 'discord-api-types/v10';

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
  | { readonly kind: 'channel-deleted'; readonly guildId: string | undefined; readonly channelId: string }
  | (OfInteraction & { readonly kind: 'interaction-pending' | 'interaction-deferred' })
  | (OfInteraction & {
      readonly kind: 'interaction-answered';
      readonly with: 'message' | 'update' | 'modal' | 'choices' | 'nothing';
    })
  | (OfInteraction & { readonly kind: 'interaction-failed'; readonly why: string })
  | { readonly kind: 'commands-changed'; readonly applicationId: string; readonly guildId: string | undefined }
  | { readonly kind: 'clock-moved'; readonly now: string };
