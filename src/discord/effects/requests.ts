/** The requests that effects make. Each is sent once: the client's REST has no retries, the outbox repeats. */
import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIRole,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIGuildChannelJSONBody,
  type RESTPostAPIGuildRoleJSONBody,
  Routes,
} from 'discord.js';
import type { Sending } from './sending.ts';

type Line = Pick<Sending, 'client' | 'guild' | 'signal'>;

export async function getMember({ client, guild, signal }: Line, userId: string): Promise<APIGuildMember> {
  return (await client.rest.get(Routes.guildMember(guild.id, userId), { signal })) as APIGuildMember;
}

export async function getRoles({ client, guild, signal }: Line): Promise<readonly APIRole[]> {
  return (await client.rest.get(Routes.guildRoles(guild.id), { signal })) as APIRole[];
}

export async function createRole(
  { client, guild, signal }: Line,
  body: RESTPostAPIGuildRoleJSONBody,
  reason: string,
): Promise<APIRole> {
  return (await client.rest.post(Routes.guildRoles(guild.id), { body, reason, signal })) as APIRole;
}

export async function deleteRole({ client, guild, signal }: Line, roleId: string, reason: string): Promise<void> {
  await client.rest.delete(Routes.guildRole(guild.id, roleId), { reason, signal });
}

/** One role, idempotent; whatever else the member has stays untouched. */
export async function putMemberRole(
  { client, guild, signal }: Line,
  userId: string,
  roleId: string,
  reason: string,
): Promise<void> {
  await client.rest.put(Routes.guildMemberRole(guild.id, userId, roleId), { reason, signal });
}

export async function getChannels({ client, guild, signal }: Line): Promise<readonly APIChannel[]> {
  return (await client.rest.get(Routes.guildChannels(guild.id), { signal })) as APIChannel[];
}

export async function createChannel(
  { client, guild, signal }: Line,
  body: RESTPostAPIGuildChannelJSONBody,
  reason: string,
): Promise<APIChannel> {
  return (await client.rest.post(Routes.guildChannels(guild.id), { body, reason, signal })) as APIChannel;
}

export async function deleteChannel({ client, signal }: Line, channelId: string, reason: string): Promise<void> {
  await client.rest.delete(Routes.channel(channelId), { reason, signal });
}

/** A page of at most 100, newest first. */
export async function getMessages(
  { client, signal }: Line,
  channelId: string,
  before: string | undefined,
): Promise<readonly APIMessage[]> {
  const query = new URLSearchParams({ limit: '100', ...(before ? { before } : {}) });
  return (await client.rest.get(Routes.channelMessages(channelId), { query, signal })) as APIMessage[];
}

export async function createMessage(
  { client, signal }: Line,
  channelId: string,
  body: RESTPostAPIChannelMessageJSONBody,
): Promise<APIMessage> {
  return (await client.rest.post(Routes.channelMessages(channelId), { body, signal })) as APIMessage;
}
