/** The requests that pings make besides messages. Each is sent once: the outbox repeats. */
import { type APIChannel, type APIThreadChannel, ChannelType, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { Sending } from '../effects/sending.ts';

type Line = Pick<Sending, 'client' | 'guild' | 'signal'>;

const reason = 'For a study group’s meeting';

/** Public: without a type Discord makes a private one. Kept open for a week after the last word. */
export async function createThread(
  { client, signal }: Line,
  channelId: string,
  name: string,
): Promise<APIThreadChannel> {
  const body = { name, type: ChannelType.PublicThread, auto_archive_duration: ThreadAutoArchiveDuration.OneWeek };
  return (await client.rest.post(Routes.threads(channelId), { body, reason, signal })) as APIThreadChannel;
}

/** On the whole server; archived ones are not among them. */
export async function activeThreads({ client, guild, signal }: Line): Promise<readonly APIThreadChannel[]> {
  const answer = await client.rest.get(Routes.guildActiveThreads(guild.id), { signal });
  return (answer as { readonly threads: readonly APIThreadChannel[] }).threads;
}

export async function renameThread({ client, signal }: Line, threadId: string, name: string): Promise<void> {
  await client.rest.patch(Routes.channel(threadId), { body: { name, archived: false }, reason, signal });
}

export async function archiveThread({ client, signal }: Line, threadId: string): Promise<void> {
  await client.rest.patch(Routes.channel(threadId), { body: { archived: true }, reason, signal });
}

/** The same channel each time. */
export async function openDirectChannel({ client, signal }: Line, userId: string): Promise<string> {
  const body = { recipient_id: userId };
  return ((await client.rest.post(Routes.userChannels(), { body, signal })) as APIChannel).id;
}
