/** What keeps Cairn from doing something on Discord and only an organiser can repair. */

import type { UnsafeRole } from './role-safety.ts';

/** Names of Discord permissions that Cairn can lack. */
export type PermissionName =
  | 'ManageRoles'
  | 'ManageChannels'
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'CreatePublicThreads'
  | 'CreatePrivateThreads'
  | 'EmbedLinks'
  | 'AttachFiles'
  | 'ReadMessageHistory'
  | 'ManageGuild';

export type OrganiserProblem =
  /** Cairn's highest role is not above the role it should give. */
  | { readonly kind: 'role-too-high'; readonly roleId: string; readonly botRoleId: string }
  | { readonly kind: 'permission-missing'; readonly permission: PermissionName; readonly channelId?: string }
  /** Somebody else's role has the name; Cairn made its own beside it. */
  | { readonly kind: 'role-name-taken'; readonly name: string; readonly roleId: string; readonly ownRoleId: string }
  | {
      readonly kind: 'channel-name-taken';
      readonly name: string;
      readonly channelId: string;
      readonly ownChannelId: string;
    }
  /** The role can do more than one that Cairn gives should, or is nobody's to give. */
  | { readonly kind: 'role-unsafe'; readonly roleId: string; readonly why: UnsafeRole }
  /** `roleKey`: of the community's file, or the certificate's. */
  | { readonly kind: 'role-deleted'; readonly roleKey: string }
  | { readonly kind: 'channel-deleted'; readonly binding: string }
  /** The organisers' channel can be read by everybody. */
  | { readonly kind: 'channel-open'; readonly channelId: string }
  | { readonly kind: 'role-limit' }
  | { readonly kind: 'channel-limit' }
  /** The guild asks moderators for two-factor authentication and the bot's owner has none (60003). */
  | { readonly kind: 'two-factor' }
  /** It was tried until it made no sense any more, or Discord will never take it. */
  | {
      readonly kind: 'given-up';
      readonly effect: 'sync-roles';
      readonly userId: string;
      readonly why: 'expired' | 'failed';
    }
  | {
      readonly kind: 'given-up';
      readonly effect: 'announce-certificate';
      readonly certificateId: string;
      readonly userId: string;
      readonly why: 'expired' | 'failed';
    };

/** What is stored under the binding is not on the server any more. */
export function lossOf(binding: string): OrganiserProblem {
  const role = /^role:(.*)$/.exec(binding)?.[1];
  return role === undefined ? { kind: 'channel-deleted', binding } : { kind: 'role-deleted', roleKey: role };
}
