/** Invites: to bots that manage their channel. */

import { Intent } from '../../intents.ts';
import { channelPermissions, has, Permission } from '../../permissions.ts';
import { inviteCreatedJson } from '../../serial/invite.ts';
import type { InviteRecord } from '../../state/guilds/invite-record.ts';
import type { World } from '../../state/world.ts';
import { type Dispatch, type DispatchesOf, inGuild } from './dispatch.ts';

export const inviteDispatches: DispatchesOf<'invite-created' | 'invite-deleted'> = {
  'invite-created': (world, { invite }) =>
    toManagers(world, 'INVITE_CREATE', invite, () => inviteCreatedJson(invite, world.users.get(invite.inviterId))),
  'invite-deleted': (world, { invite }) => {
    const { code, channelId, guildId } = invite;
    return toManagers(world, 'INVITE_DELETE', invite, () => ({ code, channel_id: channelId, guild_id: guildId }));
  },
};

function toManagers(world: World, event: string, invite: InviteRecord, data: () => object): Dispatch | undefined {
  const guild = world.guilds.get(invite.guildId);
  const channel = world.channels.get(invite.channelId);
  if (guild === undefined || channel === undefined) return undefined;
  return inGuild(
    world,
    event,
    guild.id,
    ({ bot }) => {
      const me = guild.members.get(bot.id);
      const manages =
        me !== undefined &&
        has(channelPermissions(guild, me, channel, world.clock.millis()), Permission.manageChannels);
      return manages ? data() : undefined;
    },
    Intent.guildInvites,
  );
}
