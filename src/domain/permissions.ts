/** Discord's permissions, as far as rules ask for them, by the names that Discord's documentation gives them. */

/** What `/admin setup` and `/admin doctor` use. The bits are Discord's; a test compares them with its published list. */
export const permissionBits = {
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  Connect: 1n << 20n,
  ManageRoles: 1n << 28n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  SendMessagesInThreads: 1n << 38n,
  CreateEvents: 1n << 44n,
} as const;

export type Permission = keyof typeof permissionBits;

const administrator = 1n << 3n;

/** What moderates, manages or shouts: no role that Cairn gives brings any of it. */
export const elevated = {
  KickMembers: 1n << 1n,
  BanMembers: 1n << 2n,
  Administrator: administrator,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  ViewAuditLog: 1n << 7n,
  ManageMessages: 1n << 13n,
  MentionEveryone: 1n << 17n,
  MuteMembers: 1n << 22n,
  DeafenMembers: 1n << 23n,
  MoveMembers: 1n << 24n,
  ManageNicknames: 1n << 27n,
  ManageRoles: 1n << 28n,
  ManageWebhooks: 1n << 29n,
  ManageGuildExpressions: 1n << 30n,
  ManageEvents: 1n << 33n,
  ManageThreads: 1n << 34n,
  ModerateMembers: 1n << 40n,
} as const;

/** Administrator brings every permission, but no place in the hierarchy. */
export function holds(held: bigint, permission: Permission): boolean {
  return (held & (permissionBits[permission] | administrator)) !== 0n;
}

export function isElevated(held: bigint): boolean {
  return Object.values(elevated).some(bit => (held & bit) !== 0n);
}
