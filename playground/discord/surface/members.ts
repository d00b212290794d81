/** Members as a test or a page drives them, and the guild they live in. */
import type { APIGuildMember } from 'discord-api-types/v10';
import type { Channel, NewChannel } from './channels.ts';
import type { GuildCommandPermissions } from './command-permissions.ts';
import type { OfferedCommand, OptionValue, RunOptions } from './commands.ts';
import type { MemberContextMenus } from './context-menu.ts';
import type { GuildSwitches } from './guild-settings.ts';
import type { GuildInvites } from './invites.ts';
import type { MemberMessages } from './messages.ts';
import type { GuildModeration } from './moderation.ts';
import type { GuildOnboarding, MemberOnboarding } from './onboarding.ts';
import type { NewRole, Role } from './roles.ts';
import type { GuildScheduledEvents, MemberScheduledEvents, ScheduledEvent } from './scheduled-events.ts';
import type { Choice, FieldValue, Shown } from './shown.ts';
import type { GuildThreads, MemberThreads } from './threads.ts';
import type { User } from './users.ts';
import type { GuildVoice, MemberVoice } from './voice.ts';

export interface NewMember {
  readonly name: string;
  readonly displayName?: string;
  readonly locale?: string;
  readonly roles?: readonly { readonly id: string }[];
  /** Has not passed the guild's screening yet. */
  readonly pending?: boolean;
}

export interface Member
  extends MemberContextMenus,
    MemberOnboarding,
    MemberMessages,
    MemberScheduledEvents,
    MemberThreads,
    MemberVoice {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly guild: Guild;
  readonly roles: readonly Role[];
  readonly isBot: boolean;
  readonly json: APIGuildMember;
  has(role: { readonly id: string } | string): boolean;
  /**
   * `ada.runs('/path choose', { path: 'new-graduate' })` resolves with what she is shown once the bot has answered. Names are
   * those the bot published, not their translations into her language.
   */
  runs(command: string, options?: Readonly<Record<string, OptionValue>>, where?: RunOptions): Promise<Shown>;
  /** Types into one option and resolves with the suggestions; rejects if the bot does not answer. */
  types(
    command: string,
    option: string,
    typed: string,
    others?: Readonly<Record<string, OptionValue>>,
    where?: RunOptions,
  ): Promise<readonly Choice[]>;
  /** Presses a button by label or custom_id; without `shown`, on the newest message she sees that has it. */
  clicks(button: string, shown?: Shown): Promise<Shown>;
  /** Picks from a select, by value or label (ids for users, roles and channels). */
  picks(values: string | readonly string[], shown?: Shown, select?: string): Promise<Shown>;
  /** Fills and sends the modal that is open, by label or custom_id. */
  submits(fields: Readonly<Record<string, FieldValue>>): Promise<Shown>;
  /** Closes the open modal without sending it. */
  dismisses(): void;
  /** Everything on her screen in all channels and DMs, ephemeral messages included, oldest first. */
  sees(): readonly Shown[];
  /** One channel as she sees it, ephemeral messages included; empty if she may not see it. */
  reads(channel: { readonly id: string }): readonly Shown[];
  /** The commands her client offers in this channel. */
  commands(channel?: { readonly id: string }): readonly OfferedCommand[];
  /** Channels of direct messages with bots. */
  readonly dms: readonly Channel[];
  /** From now on bots get 50007 when they write to her. */
  closesDms(): void;
  opensDms(): void;
  readonly hasClosedDms: boolean;
  gets(role: { readonly id: string }): void;
  loses(role: { readonly id: string }): void;
  leaves(): void;
  /** Change of what moderators can change: a timeout's end, the screening, the nickname. */
  becomes(change: {
    readonly timedOutUntil?: Temporal.Instant | null;
    readonly pending?: boolean;
    readonly nick?: string | null;
  }): void;
}

export interface Guild
  extends GuildCommandPermissions,
    GuildOnboarding,
    GuildSwitches,
    GuildInvites,
    GuildModeration,
    GuildScheduledEvents,
    GuildThreads,
    GuildVoice {
  readonly id: string;
  readonly name: string;
  readonly owner: Member;
  readonly everyone: Role;
  /** Highest first. */
  readonly roles: readonly Role[];
  readonly channels: readonly Channel[];
  /** To come and under way, in the order in which they begin. */
  readonly scheduledEvents: readonly ScheduledEvent[];
  readonly members: readonly Member[];
  systemChannelId: string | undefined;
  publicUpdatesChannelId: string | undefined;
  createRole(role: NewRole): Role;
  changeRole(role: { readonly id: string }, change: Partial<Omit<NewRole, 'managed' | 'origin'>>): Role;
  deleteRole(role: { readonly id: string }): void;
  createChannel(channel: NewChannel): Channel;
  changeChannel(channel: { readonly id: string }, change: Partial<Omit<NewChannel, 'type'>>): Channel;
  deleteChannel(channel: { readonly id: string }): void;
  join(member: NewMember | User): Member;
  /** With the code of an invite, which gives its roles; throws if it is not good any more. */
  joinBy(code: string, user: User): Member;
  /** By id, user name or display name; throws if nobody has it. */
  member(idOrName: string): Member;
  role(idOrName: string): Role;
  channel(idOrName: string): Channel;
  channelsVisibleTo(member: { readonly id: string }): readonly Channel[];
  permissionsOf(member: { readonly id: string }, channel?: { readonly id: string }): bigint;
}
