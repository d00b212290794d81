/** What keeps Cairn from doing something on Discord and only an organiser can repair. */

/** Names of Discord permissions that Cairn can lack. */
export type PermissionName =
  | 'ManageRoles'
  | 'ManageChannels'
  | 'ViewChannel'
  | 'SendMessages'
  | 'EmbedLinks'
  | 'ReadMessageHistory';

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
  /** The role can do more than a certificate's role should. */
  | { readonly kind: 'role-unsafe'; readonly roleId: string; readonly why: 'elevated' | 'managed' | 'self-assignable' }
  | { readonly kind: 'role-deleted'; readonly certificateId: string }
  | { readonly kind: 'channel-deleted'; readonly binding: string }
  | { readonly kind: 'role-limit' }
  | { readonly kind: 'channel-limit' }
  /** The guild asks moderators for two-factor authentication and the bot's owner has none (60003). */
  | { readonly kind: 'two-factor' }
  /** It was tried until it made no sense any more, or Discord will never take it. */
  | {
      readonly kind: 'given-up';
      readonly effect: 'grant-role' | 'announce-certificate';
      readonly certificateId: string;
      readonly userId: string;
      readonly why: 'expired' | 'failed';
    };
