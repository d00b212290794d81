/** What all handles share, so that guilds can hand out members and members guilds without importing each other. */
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type {
  ApplicationRecord,
  ChannelRecord,
  GuildRecord,
  InteractionRecord,
  MemberRecord,
  MessageRecord,
  RoleRecord,
} from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { Channel } from '../surface/channels.ts';
import type { Guild, Member } from '../surface/members.ts';
import type { Role } from '../surface/roles.ts';
import type { Application } from '../surface/users.ts';

/** A form on somebody's screen. */
export interface OpenModal {
  readonly modal: APIModalInteractionResponseCallbackData;
  readonly applicationId: string;
  readonly channelId: string;
  /** Message whose button opened it. */
  readonly source: MessageRecord | undefined;
  /** The interaction that was answered with it. */
  readonly opener: InteractionRecord;
}

export interface Context {
  readonly world: World;
  /** By user id; opening another one replaces it. */
  readonly modals: Map<string, OpenModal>;
  guild(record: GuildRecord): Guild;
  member(record: MemberRecord): Member;
  role(record: RoleRecord): Role;
  channel(record: ChannelRecord): Channel;
  application(record: ApplicationRecord): Application;
}
