/** What the server remembers, in the shapes it works with; `serial/` turns them into Discord's. */

import type {
  APIApplicationCommand,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { AuditEntryRecord } from './audit/audit-record.ts';
import type { ChannelSettings } from './channels/channel-settings-record.ts';
import type { VoiceStateRecord } from './channels/voice-record.ts';
import type { GuildSettings } from './guilds/guild-settings-record.ts';
import type { InviteRecord } from './guilds/invite-record.ts';
import type { OnboardingRecord } from './guilds/onboarding-record.ts';
import type { WelcomeScreenRecord } from './guilds/welcome-screen-record.ts';
import type { CommandPermissionRecord } from './interactions/command-permission-record.ts';
import type { BanRecord } from './members/ban-record.ts';
import type { RoleLook, RoleTags } from './members/role-look-record.ts';
import type { AttachmentRecord } from './messages/attachment-record.ts';
import type { MessageReferenceRecord } from './messages/message-reference-record.ts';
import type { ScheduledEventRecord } from './scheduled-events/scheduled-event-record.ts';
import type { ThreadRecord } from './threads/thread-record.ts';

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
  token: string;
  readonly bot: UserRecord;
  /** Bits of the privileged intents switched on in the portal. */
  privilegedIntents: number;
  /** Whether its owner logs in with two factors. */
  ownerHasTwoFactor: boolean;
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
  look: RoleLook;
  readonly tags: RoleTags;
  /** Bit 0: members can take it in onboarding. */
  flags: number;
}

export interface MemberRecord {
  readonly guildId: string;
  readonly user: UserRecord;
  nick: string | null;
  readonly roles: Set<string>;
  readonly joinedAt: string;
  pending: boolean;
  timedOutUntil: string | null;
  /** By moderators, in voice channels. */
  mute: boolean;
  deaf: boolean;
  flags: number;
  /** Taken up in onboarding. */
  followedChannelIds?: readonly string[] | undefined;
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
  /** Only text and announcement channels turn into each other. */
  type: number;
  readonly guildId: string | undefined;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  nsfw: boolean;
  rateLimitPerUser: number;
  overwrites: readonly OverwriteRecord[];
  flags: number;
  settings: ChannelSettings;
  /** Set on threads and posts. */
  readonly thread: ThreadRecord | undefined;
  /** Direct messages: the member's and the bot's user id. */
  readonly recipientIds: readonly string[];
  readonly messages: Map<string, MessageRecord>;
  lastMessageId: string | null;
  /** When a message was last pinned here. */
  lastPinAt?: string | undefined;
}

export interface GuildRecord {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: string;
  systemChannelId: string | null;
  publicUpdatesChannelId: string | null;
  settings: GuildSettings;
  onboarding: OnboardingRecord;
  welcomeScreen?: WelcomeScreenRecord;
  readonly joinedAt: string;
  readonly roles: Map<string, RoleRecord>;
  readonly channels: Map<string, ChannelRecord>;
  /** Archived ones too; they count to no limit of channels. */
  readonly threads: Map<string, ChannelRecord>;
  readonly members: Map<string, MemberRecord>;
  /** By user id. */
  readonly voiceStates: Map<string, VoiceStateRecord>;
  /** By code. */
  readonly invites: Map<string, InviteRecord>;
  /** Finished ones too, as long as they are remembered. */
  readonly scheduledEvents: Map<string, ScheduledEventRecord>;
  readonly bans: Map<string, BanRecord>;
  /** Users who were here once. */
  readonly formerMembers: Set<string>;
  /** By the id of a command, or of an application for all of its commands. */
  readonly commandPermissions: Map<string, readonly CommandPermissionRecord[]>;
  /** Oldest first. */
  readonly auditLog: AuditEntryRecord[];
}

/** What a context-menu command was used on. */
export interface ContextTarget {
  readonly kind: 'user' | 'message';
  readonly id: string;
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
  /** Of a modal: what opened it. */
  readonly opener?: MessageOrigin | undefined;
  readonly target?: ContextTarget | undefined;
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
  /** Discord's number: 0 ordinary, 6 pinned, 18 thread created, 19 reply, 20 and 23 answers to commands. */
  readonly type: number;
  readonly reference: MessageReferenceRecord | undefined;
  readonly nonce: string | number | undefined;
  readonly tts: boolean;
  readonly createdAt: string;
  editedAt: string | null;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly APIMessageTopLevelComponent[];
  attachments: readonly AttachmentRecord[];
  /** Who reacted, by emoji, in the order of the first reactions. */
  readonly reactions: Map<string, Set<string>>;
  /** When it was pinned; null while it is not. */
  pinnedAt: string | null;
  flags: number;
  mentionIds: readonly string[];
  mentionRoleIds: readonly string[];
  mentionsEveryone: boolean;
  /** The thread that was made from it. */
  thread?: ChannelRecord | undefined;
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
  readonly opener?: MessageOrigin | undefined;
  readonly target?: ContextTarget | undefined;
  state: 'pending' | 'deferred' | 'answered' | 'failed';
  /** What `@original` means: the reply, or the message that was updated. */
  original: MessageRecord | undefined;
  /** Follow-ups by id; they can be fetched and edited with the token only. */
  followUps: Map<string, MessageRecord> | undefined;
  /** Told once, when the member sees something. */
  settle: ((outcome: Outcome) => void) | undefined;
}
