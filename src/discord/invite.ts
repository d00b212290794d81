/** What Cairn asks for when it is invited: what it uses, nothing else; never Administrator. */
import { OAuth2Scopes, PermissionFlagsBits } from 'discord-api-types/v10';

export const invitePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.CreatePrivateThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.CreateEvents |
  // Who may make an event in a voice channel must be able to join it.
  PermissionFlagsBits.Connect;

/** The link with which a server's owner invites the application. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(invitePermissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
