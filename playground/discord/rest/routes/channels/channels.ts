/** The channels of a guild: listed, made, moved. */
import { type Issues, Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { Permission } from '../../../permissions.ts';
import { guildChannelJson } from '../../../serial/channel.ts';
import { guildFeatures } from '../../../serial/guild.ts';
import { channelTypes } from '../../../state/channels/channel-types.ts';
import { addChannel, changeChannel } from '../../../state/channels/channels.ts';
import { type InGuild, inGuild } from '../../access.ts';
import { type ChannelBody, channelFields } from '../../channels/channel-body.ts';
import { checkChannel, checkOverwrites, checkParent, checkTags, checkType } from '../../channels/channel-rules.ts';
import { type Call, created, done, ok, route } from '../../route.ts';

interface Move {
  readonly id?: string | null;
  readonly position?: number | null;
  readonly parent_id?: string | null;
  readonly lock_permissions?: boolean | null;
}

export const channelRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/channels',
    answers: ['GuildChannelResponse'],
    run: call => {
      const { guild } = inGuild(call);
      return ok([...guild.channels.values()].map(channel => guildChannelJson(channel, guild.id)));
    },
  }),
  route<ChannelBody & { readonly name: string }>({
    method: 'POST',
    path: '/guilds/:guild/channels',
    answers: 'GuildChannelResponse',
    schema: 'CreateGuildChannelRequestSchema',
    check: ({ body }): Issues | undefined => checkChannel(body, body.type ?? channelTypes.text),
    run: call => {
      const { guild, me, needs } = inGuild(call);
      const { world, body } = call;
      needs(Permission.manageChannels);
      if (guild.channels.size >= limits.channels.max) throw new Refusal('tooManyChannels');
      const type = body.type ?? channelTypes.text;
      checkType(type, guildFeatures(guild));
      checkTags(body);
      const fields = { ...channelFields(world, body), name: body.name };
      const parentId = type === channelTypes.category ? null : fields.parentId;
      checkParent(guild, parentId);
      checkOverwrites({ guild, me, parentId, now: world.clock.millis() }, fields.overwrites ?? []);
      return created(guildChannelJson(addChannel(world, guild, type, { ...fields, parentId }), guild.id));
    },
  }),
  route<readonly Move[]>({
    method: 'PATCH',
    path: '/guilds/:guild/channels',
    schema: ['MoveGuildChannel'],
    run: call => {
      const access = inGuild(call);
      access.needs(Permission.manageChannels);
      if (call.body.filter(({ parent_id: parentId }) => parentId !== undefined).length > 1)
        throw new Refusal('oneParentAtATime');
      for (const move of call.body) checkMove(access, move);
      for (const move of call.body) carryOut(call, access, move);
      return done;
    },
  }),
];

function checkMove({ guild, needs }: InGuild, { id, parent_id: parentId, lock_permissions: lock }: Move): void {
  const channel = guild.channels.get(id ?? '');
  if (channel === undefined) throw new Refusal('unknownChannel');
  if (lock === true) needs(Permission.manageRoles);
  if (parentId !== channel.parentId) checkParent(guild, parentId);
}

function carryOut({ world }: Call, { guild }: InGuild, move: Move): void {
  const channel = guild.channels.get(move.id ?? '');
  if (channel === undefined) return;
  const parentId = move.parent_id === undefined ? channel.parentId : move.parent_id;
  const parent = guild.channels.get(parentId ?? '');
  const position = move.position ?? channel.position;
  const overwrites = move.lock_permissions === true && parent !== undefined ? parent.overwrites : undefined;
  if (parentId === channel.parentId && position === channel.position && overwrites === undefined) return;
  changeChannel(world, channel, { parentId, position, overwrites });
}
