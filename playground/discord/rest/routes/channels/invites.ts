/** Invites to guilds. */
import type { RESTPostAPIChannelInviteJSONBody } from 'discord-api-types/v10';
import { NotModelled, Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { channelPermissions, guildPermissions, has, Permission } from '../../../permissions.ts';
import { countsJson } from '../../../serial/guild.ts';
import { inviteJson, inviteWithMetadataJson } from '../../../serial/invite.ts';
import { channelTypes } from '../../../state/channels/channel-types.ts';
import type { InviteRecord } from '../../../state/guilds/invite-record.ts';
import { addInvite, deleteInvite, inviteOf, invitesOf } from '../../../state/guilds/invites.ts';
import { isAssignable, outranks } from '../../../state/members/hierarchy.ts';
import { channelOf, guildOf, roleOf, type World } from '../../../state/world.ts';
import { issue } from '../../../validate/issues.ts';
import { bot, type InGuildChannel, inGuild, inGuildChannel } from '../../access.ts';
import { isSet } from '../../query.ts';
import { type Call, ok, route } from '../../route.ts';

type InviteBody = RESTPostAPIChannelInviteJSONBody & { readonly role_ids?: readonly string[] | null };

const oneDay = 86_400;

export const inviteRoutes = [
  route<InviteBody>({
    method: 'POST',
    path: '/channels/:channel/invites',
    answers: 'GuildInviteResponseSchema',
    schema: 'CreateGuildInviteRequestSchema',
    check: ({ body }) =>
      (body.max_age ?? 0) > limits.inviteAge.max
        ? { max_age: issue('NUMBER_TYPE_MAX', `int value should be less than or equal to ${limits.inviteAge.max}.`) }
        : undefined,
    limit: { requests: 5, seconds: 15 },
    run: call => {
      const { world, body } = call;
      const access = inGuildChannel(call);
      const { channel, guild } = access;
      if (channel.thread !== undefined || channel.type === channelTypes.category) throw new Refusal('wrongChannelType');
      access.needs(Permission.createInstantInvite);
      if (body.target_type != null) throw new NotModelled('invites to streams and activities');
      if (invitesOf(world, guild).length >= limits.invites.max) throw new Refusal('tooManyInvites');
      const invite = addInvite(world, guild, channel, bot(call).bot, {
        maxAge: body.max_age ?? oneDay,
        maxUses: body.max_uses ?? 0,
        temporary: body.temporary ?? false,
        unique: body.unique ?? false,
        roleIds: grantedRoles(access, body.role_ids ?? []),
      });
      return ok(inviteWithMetadataJson(invite, placeOf(world, invite)));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/invites',
    answers: ['GuildInviteResponseSchema'],
    run: call => {
      const { channel, guild, needs } = inGuildChannel(call);
      needs(Permission.manageChannels);
      const own = invitesOf(call.world, guild).filter(({ channelId }) => channelId === channel.id);
      return ok(own.map(invite => inviteWithMetadataJson(invite, placeOf(call.world, invite))));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/invites',
    answers: ['GuildInviteResponseSchema'],
    run: call => {
      const { guild, needs, permissions } = inGuild(call);
      if (!has(permissions, Permission.viewAuditLog)) needs(Permission.manageGuild);
      return ok(
        invitesOf(call.world, guild).map(invite => inviteWithMetadataJson(invite, placeOf(call.world, invite))),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/invites/:code',
    answers: 'GuildInviteResponseSchema',
    run: call => {
      const invite = inviteInPath(call);
      const place = placeOf(call.world, invite);
      return ok({ ...inviteJson(invite, place), ...(isSet(call.query, 'with_counts') && countsJson(place.guild)) });
    },
  }),
  route({
    method: 'DELETE',
    path: '/invites/:code',
    answers: 'GuildInviteResponseSchema',
    run: call => {
      const invite = inviteInPath(call);
      const { guild, channel, inviter } = placeOf(call.world, invite);
      const me = guild.members.get(bot(call).bot.id);
      if (me === undefined) throw new Refusal('missingAccess');
      const now = call.world.clock.millis();
      const manages =
        has(channelPermissions(guild, me, channel, now), Permission.manageChannels) ||
        has(guildPermissions(guild, me, now), Permission.manageGuild);
      if (!manages) throw new Refusal('missingPermissions');
      deleteInvite(call.world, guild, invite);
      return ok(inviteJson(invite, { guild, channel, inviter }));
    },
  }),
];

function inviteInPath({ world, params }: Call<unknown>): InviteRecord {
  const invite = inviteOf(world, params.code ?? '');
  if (invite === undefined) throw new Refusal('unknownInvite');
  return invite;
}

const placeOf = (world: World, { guildId, channelId, inviterId }: InviteRecord) => ({
  guild: guildOf(world, guildId),
  channel: channelOf(world, channelId),
  inviter: world.users.get(inviterId),
});

/** Nobody hands out by invitation what she could not hand out by hand. */
function grantedRoles({ guild, me, needs }: InGuildChannel, ids: readonly string[]): readonly string[] {
  if (ids.length > 0) needs(Permission.manageRoles);
  for (const id of ids) {
    const role = roleOf(guild, id);
    if (!isAssignable(guild, role)) throw new Refusal('invalidRole');
    if (!outranks(guild, me, role)) throw new Refusal('missingPermissions');
  }
  return [...ids];
}
