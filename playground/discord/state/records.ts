/** What the server remembers, in the shapes it works with; `serial/` turns them into Discord's. */
import type {
  APIApplicationCommand,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

export interface UserRecord {
  readonly id: string;
  name: string;
  displayName: string | null;
  readonly bot: boolean;
  locale: string;
  dmsClosed: boolean;
}

/** Commands by id; `guildId` is undefined for global ones. */
export interface CommandRecord {
  readonly id: string;
  readonly guildId: string | undefined;
  json: APIApplicationCommand;
}

export interface ApplicationRecord {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly bot: UserRecord;
  /** Bits of the privileged intents switched on in the portal. */
  privilegedIntents: number;
  readonly commands: Map<string, CommandRecord>;
}

export interface RoleRecord {
  readonly id: string;
  readonly guildId: string;
  name: string;
  permissions: bigint;
  position: number;
  color: number;
  hoist: boolean;
  mentionable: boolean;
  readonly managed: boolean;
  /** Set on the role that came with a bot. */
  readonly botId: string | undefined;
}

export interface MemberRecord {
  readonly guildId: string;
  readonly user: UserRecord;
  nick: string | null;
  readonly roles: Set<string>;
  readonly joinedAt: string;
  pending: boolean;
  timedOutUntil: string | null;
}

export interface OverwriteRecord {
  readonly id: string;
  /** 0 role, 1 member. */
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface ChannelRecord {
  readonly id: string;
  readonly type: number;
  readonly guildId: string | undefined;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  nsfw: boolean;
  rateLimitPerUser: number;
  overwrites: readonly OverwriteRecord[];
  /** Direct messages: the member's and the bot's user id. */
  readonly recipientIds: readonly string[];
  readonly messages: Map<string, MessageRecord>;
  lastMessageId: string | null;
}

export interface GuildRecord {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: string;
  systemChannelId: string | null;
  publicUpdatesChannelId: string | null;
  readonly joinedAt: string;
  readonly roles: Map<string, RoleRecord>;
  readonly channels: Map<string, ChannelRecord>;
  readonly members: Map<string, MemberRecord>;
}

/** Where a message came from, if a member's interaction caused it. */
export interface MessageOrigin {
  readonly interactionId: string;
  readonly type: number;
  readonly userId: string;
  /** Name of the command; undefined for components and modals. */
  readonly commandName: string | undefined;
  /** Message whose component was used. */
  readonly interactedMessageId: string | undefined;
}

export interface MessageRecord {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly author: UserRecord;
  readonly applicationId: string | undefined;
  readonly origin: MessageOrigin | undefined;
  /** Ephemeral: the user who alone sees it. */
  readonly onlyFor: string | undefined;
  readonly replyTo: string | undefined;
  readonly nonce: string | number | undefined;
  readonly createdAt: string;
  editedAt: string | null;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly APIMessageTopLevelComponent[];
  flags: number;
  mentionIds: readonly string[];
  mentionRoleIds: readonly string[];
  mentionsEveryone: boolean;
  deleted: boolean;
}

export type Outcome =
  | { readonly kind: 'message' | 'update'; readonly message: MessageRecord }
  | {
      readonly kind: 'modal';
      readonly modal: APIModalInteractionResponseCallbackData;
      /** The one that was answered with the modal. */
      readonly interaction: InteractionRecord;
    }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: string | number }[];
    }
  | { readonly kind: 'failed'; readonly why: string };

export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly applicationId: string;
  readonly userId: string;
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly createdAt: number;
  readonly name: string;
  readonly commandName: string | undefined;
  /** Message of the component, or of the component that opened the modal. */
  readonly source: MessageRecord | undefined;
  state: 'pending' | 'deferred' | 'answered' | 'failed';
  /** What `@original` means: the reply, or the message that was updated. */
  original: MessageRecord | undefined;
  /** Follow-ups by id; they can be fetched and edited with the token only. */
  followUps: Map<string, MessageRecord> | undefined;
  /** Told once, when the member sees something. */
  settle: ((outcome: Outcome) => void) | undefined;
}
