/** What keeps Cairn from doing something on Discord and only an organiser can repair. */

import type { Cause } from './groups/suppression.ts';
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
  | 'ManageGuild'
  | 'CreateEvents'
  | 'Connect';

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
  /** Something is to be said in a channel of the community's file that this server does not have. */
  | { readonly kind: 'channel-not-set-up'; readonly binding: string }
  /** Discord said more than once that the channel does not exist, so nothing is said for the group any more. */
  | { readonly kind: 'pings-disabled'; readonly groupKey: string; readonly binding: string }
  /** A group's role is pinged in vain: it is not mentionable, and Cairn may not mention everyone there. */
  | { readonly kind: 'ping-mute'; readonly roleId: string; readonly channelId: string }
  /** A group's role does not see the channel it is pinged in: who sees it by no other role hears nothing. */
  | { readonly kind: 'ping-unseen'; readonly roleId: string; readonly channelId: string }
  /** The organisers' channel can be read by everybody. */
  | { readonly kind: 'channel-open'; readonly channelId: string }
  | { readonly kind: 'role-limit' }
  | { readonly kind: 'channel-limit' }
  | { readonly kind: 'event-limit' }
  /** Somebody moved a group's event to where its session can't be. `planned`: the session's wall time. */
  | {
      readonly kind: 'event-impossible';
      readonly title: string;
      readonly planned: string;
      /** `begun`: the session had begun when Cairn saw it. `twice`: the second of a time that the clocks go through twice. */
      readonly why: 'past' | 'too-far' | 'taken' | 'begun' | 'twice';
    }
  /** What was due by the calendar was not said; `groupKey` may be the community's own. */
  | { readonly kind: 'pings-suppressed'; readonly groupKey: string; readonly why: Exclude<Cause, 'dropped'> }
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
    }
  | {
      readonly kind: 'given-up';
      readonly effect: 'group-proposal';
      readonly groupKey: string;
      readonly why: 'expired' | 'failed';
    };

/** What is stored under the binding is not on the server any more. */
export function lossOf(binding: string): OrganiserProblem {
  const role = /^role:(.*)$/.exec(binding)?.[1];
  return role === undefined ? { kind: 'channel-deleted', binding } : { kind: 'role-deleted', roleKey: role };
}
