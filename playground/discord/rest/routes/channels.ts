/** Channels: made, changed, deleted; and the direct messages of a bot. */
import type { RESTPostAPICurrentUserCreateDMChannelJSONBody } from 'discord-api-types/v10';
import { invalid, Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { allPermissions, has, Permission } from '../../permissions.ts';
import { channelJson, guildChannelJson } from '../../serial/channel.ts';
import {
  addChannel,
  type ChannelFields,
  category,
  changeChannel,
  channelTypes,
  deleteChannel,
} from '../../state/channels.ts';
import type { ChannelRecord, GuildRecord, OverwriteRecord } from '../../state/records.ts';
import { directMessages } from '../../state/users.ts';
import { bot, inChannel, inGuild } from '../access.ts';
import { done, ok, route } from '../route.ts';

export const channelRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/channels',
    run: call => {
      const { guild } = inGuild(call);
      return ok([...guild.channels.values()].map(channel => guildChannelJson(channel, guild.id)));
    },
  }),
  route<ChannelBody & { readonly name: string; readonly type?: number | null }>({
    method: 'POST',
    path: '/guilds/:guild/channels',
    schema: 'CreateGuildChannelRequestSchema',
    run: call => {
      const { guild, needs, permissions } = inGuild(call);
      const { body } = call;
      needs(Permission.manageChannels);
      if (guild.channels.size >= limits.channels.max) throw new Refusal('tooManyChannels');
      const type = body.type ?? channelTypes.text;
      if (type !== channelTypes.text && type !== category)
        throw invalid('type', 'NOT_MODELLED', 'The local Discord has text channels and categories only.');
      const fields = { ...fieldsOf(body), name: body.name };
      checkParent(guild, fields.parentId);
      checkOverwrites(guild, permissions, fields.overwrites ?? []);
      return { status: 201, json: guildChannelJson(addChannel(call.world, guild, type, fields), guild.id) };
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel',
    run: call => ok(channelJson(inChannel(call).channel, call.world.users)),
  }),
  route<ChannelBody>({
    method: 'PATCH',
    path: '/channels/:channel',
    schema: 'UpdateGuildChannelRequestPartialSchema',
    limit: { requests: 10, seconds: 15 },
    run: call => {
      const { channel, guild, needs, permissions } = inChannel(call);
      if (guild === undefined) throw new Refusal('notInDirectMessages');
      needs(Permission.manageChannels);
      const fields = fieldsOf(call.body);
      if (fields.overwrites !== undefined) {
        needs(Permission.manageRoles);
        checkOverwrites(guild, permissions, fields.overwrites);
      }
      if (fields.parentId !== channel.parentId) checkParent(guild, fields.parentId);
      changeChannel(call.world, channel, fields);
      return ok(guildChannelJson(channel, guild.id));
    },
  }),
  route({
    method: 'DELETE',
    path: '/channels/:channel',
    run: call => {
      const { channel, guild, needs } = inChannel(call);
      const json = channelJson(channel, call.world.users);
      // Deleting a direct message only closes it; it opens again with the next message.
      if (guild === undefined) return ok(json);
      needs(Permission.manageChannels);
      if (guild.publicUpdatesChannelId === channel.id) throw new Refusal('requiredChannel');
      deleteChannel(call.world, guild, channel);
      return ok(json);
    },
  }),
  route<Omit<OverwriteBody, 'id'>>({
    method: 'PUT',
    path: '/channels/:channel/permissions/:overwrite',
    schema: 'SetChannelPermissionOverwrite',
    run: call => {
      const { channel, guild, needs, permissions } = inChannel(call);
      if (guild === undefined) throw new Refusal('notInDirectMessages');
      needs(Permission.manageRoles);
      const overwrite = overwriteOf({ ...call.body, id: call.params.overwrite ?? '' });
      checkOverwrites(guild, permissions, [overwrite]);
      const others = channel.overwrites.filter(({ id }) => id !== overwrite.id);
      changeChannel(call.world, channel, { overwrites: [...others, overwrite] });
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/channels/:channel/permissions/:overwrite',
    run: call => {
      const { channel, guild, needs } = inChannel(call);
      if (guild === undefined) throw new Refusal('notInDirectMessages');
      needs(Permission.manageRoles);
      const left = channel.overwrites.filter(({ id }) => id !== call.params.overwrite);
      if (left.length === channel.overwrites.length) throw new Refusal('unknownOverwrite');
      changeChannel(call.world, channel, { overwrites: left });
      return done;
    },
  }),
  route<RESTPostAPICurrentUserCreateDMChannelJSONBody>({
    method: 'POST',
    path: '/users/@me/channels',
    schema: 'CreatePrivateChannelRequestSchema',
    run: call => {
      const { world, body } = call;
      const me = bot(call).bot;
      const user = world.users.get(String(body.recipient_id));
      if (user === undefined || user.id === me.id) throw new Refusal('invalidRecipient');
      return ok(channelJson(directMessages(world, me.id, user.id), world.users));
    },
  }),
];

interface OverwriteBody {
  readonly id: string;
  readonly type?: number | null;
  readonly allow?: string | null;
  readonly deny?: string | null;
}

interface ChannelBody {
  readonly name?: string;
  readonly topic?: string | null;
  readonly parent_id?: string | null;
  readonly position?: number | null;
  readonly nsfw?: boolean | null;
  readonly rate_limit_per_user?: number | null;
  readonly permission_overwrites?: readonly OverwriteBody[] | null;
}

function fieldsOf(body: ChannelBody): ChannelFields {
  return {
    name: body.name,
    topic: body.topic,
    parentId: body.parent_id,
    position: body.position ?? undefined,
    nsfw: body.nsfw ?? undefined,
    rateLimitPerUser: body.rate_limit_per_user ?? undefined,
    overwrites: body.permission_overwrites?.map(overwriteOf),
  };
}

const overwriteOf = ({ id, type, allow, deny }: OverwriteBody): OverwriteRecord => ({
  id,
  type: type === 1 ? 1 : 0,
  allow: BigInt(allow ?? 0),
  deny: BigInt(deny ?? 0),
});

/** Only bits the bot has itself; Manage Roles in a channel is the administrators'. */
function checkOverwrites(guild: GuildRecord, permissions: bigint, overwrites: readonly OverwriteRecord[]): void {
  for (const [index, { id, type, allow, deny }] of overwrites.entries()) {
    const known = type === 0 ? guild.roles.has(id) : guild.members.has(id);
    if (!known)
      throw invalid(`permission_overwrites.${index}.id`, 'INVALID_OVERWRITE_TARGET', 'No such role or member.');
    if (permissions === allPermissions) continue;
    const touched = allow | deny;
    if (!has(permissions, touched) || (touched & Permission.manageRoles) !== 0n)
      throw new Refusal('missingPermissions');
  }
}

function checkParent(guild: GuildRecord, parentId: string | null | undefined): void {
  if (parentId == null) return;
  const parent: ChannelRecord | undefined = guild.channels.get(parentId);
  if (parent?.type !== category) throw invalid('parent_id', 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  const children = [...guild.channels.values()].filter(channel => channel.parentId === parentId).length;
  if (children >= limits.channelsPerCategory.max)
    throw invalid('parent_id', 'CHANNEL_PARENT_MAX_CHANNELS', 'Maximum number of channels in category reached (50)');
}
