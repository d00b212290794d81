/** The requests that effects make. Each is sent once: the client's REST has no retries, the outbox repeats. */
import {
  type APIChannel,
  type APIGuildMember,
  type APIGuildOnboarding,
  type APIMessage,
  type APIRole,
  type OverwriteType,
  type RESTPatchAPIChannelJSONBody,
  type RESTPatchAPIGuildRoleJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIGuildChannelJSONBody,
  type RESTPostAPIGuildRoleJSONBody,
  type RESTPutAPIGuildOnboardingJSONBody,
  Routes,
} from 'discord.js';
import type { Message, MessageFile } from '../../views/message.ts';
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

export async function changeRole(
  { client, guild, signal }: Line,
  roleId: string,
  body: RESTPatchAPIGuildRoleJSONBody,
  reason: string,
): Promise<void> {
  await client.rest.patch(Routes.guildRole(guild.id, roleId), { body, reason, signal });
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

/** The same the other way. */
export async function deleteMemberRole(
  { client, guild, signal }: Line,
  userId: string,
  roleId: string,
  reason: string,
): Promise<void> {
  await client.rest.delete(Routes.guildMemberRole(guild.id, userId, roleId), { reason, signal });
}

export async function getOnboarding({ client, guild, signal }: Line): Promise<APIGuildOnboarding> {
  return (await client.rest.get(Routes.guildOnboarding(guild.id), { signal })) as APIGuildOnboarding;
}

/** What it does not name stays; the questions it names replace all others. */
export async function putOnboarding(
  { client, guild, signal }: Line,
  body: RESTPutAPIGuildOnboardingJSONBody,
  reason: string,
): Promise<APIGuildOnboarding> {
  return (await client.rest.put(Routes.guildOnboarding(guild.id), { body, reason, signal })) as APIGuildOnboarding;
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

export async function changeChannel(
  { client, signal }: Line,
  channelId: string,
  body: RESTPatchAPIChannelJSONBody,
  reason: string,
): Promise<void> {
  await client.rest.patch(Routes.channel(channelId), { body, reason, signal });
}

/** One role's or member's; the others stay untouched. */
export async function putOverwrite(
  { client, signal }: Line,
  channelId: string,
  { id, ...body }: { readonly id: string; readonly type: OverwriteType; readonly allow: string; readonly deny: string },
  reason: string,
): Promise<void> {
  await client.rest.put(Routes.channelPermission(channelId, id), { body, reason, signal });
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

/** What a message of the bot's own shows from now on; it rings nobody. */
export async function changeMessage(
  { client, signal }: Line,
  channelId: string,
  messageId: string,
  { components }: Message,
): Promise<void> {
  const body = { components: [...components], allowed_mentions: { parse: [] } };
  await client.rest.patch(Routes.channelMessage(channelId, messageId), { body, signal });
}

export async function createMessage(
  { client, signal }: Line,
  channelId: string,
  body: RESTPostAPIChannelMessageJSONBody,
  files: readonly MessageFile[] = [],
): Promise<APIMessage> {
  const sent = files.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }));
  const request = { body, signal, ...(sent.length > 0 && { files: sent }) };
  return (await client.rest.post(Routes.channelMessages(channelId), request)) as APIMessage;
}
