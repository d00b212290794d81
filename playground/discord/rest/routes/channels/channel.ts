/** One channel or thread: read, changed, deleted. */
import { invalid, Refusal } from '../../../errors.ts';
import { Permission } from '../../../permissions.ts';
import { channelJson } from '../../../serial/channel.ts';
import { guildFeatures } from '../../../serial/guild.ts';
import { threadJsonFor } from '../../../serial/thread.ts';
import { channelTypes } from '../../../state/channels/channel-types.ts';
import { changeChannel, deleteChannel } from '../../../state/channels/channels.ts';
import type { ChannelRecord, GuildRecord } from '../../../state/records.ts';
import { deleteThread } from '../../../state/threads/threads.ts';
import { bot, type InGuildChannel, inChannel, inGuildChannel } from '../../access.ts';
import { type ChannelBody, channelFields } from '../../channels/channel-body.ts';
import { checkChannel, checkOverwrites, checkParent, checkTags } from '../../channels/channel-rules.ts';
import { editThread, type ThreadBody } from '../../channels/thread-edit.ts';
import { renames } from '../../rate-limits/channel-renames.ts';
import { type Call, ok, route } from '../../route.ts';

const placeOf = ({ world, params }: Call<unknown>) => world.channels.get(params.channel ?? '');

export const oneChannelRoutes = [
  route({
    method: 'GET',
    path: '/channels/:channel',
    answers: 'ChannelResponse',
    run: call => ok(jsonFor(call, inChannel(call).channel)),
  }),
  route<ChannelBody | ThreadBody>({
    method: 'PATCH',
    path: '/channels/:channel',
    answers: 'ChannelResponse',
    schema: (_body, call) =>
      placeOf(call)?.thread === undefined
        ? 'UpdateGuildChannelRequestPartialSchema'
        : 'UpdateThreadRequestPartialSchema',
    check: call => {
      const channel = placeOf(call);
      return channel === undefined || channel.thread !== undefined
        ? undefined
        : checkChannel(call.body as ChannelBody, channel.type);
    },
    limit: { requests: 10, seconds: 15 },
    subLimits: renames,
    run: call => {
      const access = inGuildChannel(call);
      const { channel } = access;
      if (channel.thread === undefined) editChannel(call as Call<ChannelBody>, access);
      else editThread(call as Call<ThreadBody>, access);
      return ok(jsonFor(call, channel));
    },
  }),
  route({
    method: 'DELETE',
    path: '/channels/:channel',
    answers: 'ChannelResponse',
    run: call => {
      const { channel, guild, needs } = inChannel(call);
      const json = channelJson(channel, call.world.users);
      // Deleting a direct message only closes it; it opens again with the next message.
      if (guild === undefined) return ok(json);
      if (channel.thread !== undefined) {
        needs(Permission.manageThreads);
        deleteThread(call.world, guild, channel);
        return ok(json);
      }
      needs(Permission.manageChannels);
      const required = [guild.publicUpdatesChannelId, guild.settings.rulesChannelId];
      if (required.includes(channel.id)) throw new Refusal('requiredChannel');
      deleteChannel(call.world, guild, channel);
      return ok(json);
    },
  }),
];

function jsonFor(call: Call<unknown>, channel: ChannelRecord): unknown {
  return channel.thread === undefined
    ? channelJson(channel, call.world.users)
    : threadJsonFor(channel, channel.thread, bot(call).bot.id);
}

function editChannel({ world, body }: Call<ChannelBody>, { channel, guild, me, needs }: InGuildChannel): void {
  needs(Permission.manageChannels);
  const fields = channelFields(world, body, channel.settings.tags);
  if (fields.type !== undefined && fields.type !== channel.type) checkConversion(guild, channel, fields.type);
  checkTags(body);
  if (fields.overwrites !== undefined) {
    needs(Permission.manageRoles);
    checkOverwrites({ guild, me, channel, parentId: fields.parentId, now: world.clock.millis() }, fields.overwrites);
  }
  const parentId = channel.type === channelTypes.category ? undefined : fields.parentId;
  if (parentId !== channel.parentId) checkParent(guild, parentId);
  changeChannel(world, channel, { ...fields, parentId });
}

const convertible: ReadonlySet<number> = new Set([channelTypes.text, channelTypes.announcement]);

function checkConversion(guild: GuildRecord, { type }: ChannelRecord, wanted: number): void {
  const allowed =
    convertible.has(type) && convertible.has(wanted) && (guildFeatures(guild) as string[]).includes('NEWS');
  if (!allowed)
    throw invalid('type', 'CHANNEL_TYPE_CHANGE_INVALID', `A channel of type ${type} can't become type ${wanted}.`);
}
