/** Single permission overwrites of a channel. */
import { Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { Permission } from '../../../permissions.ts';
import { changeChannel } from '../../../state/channels/channels.ts';
import { inGuildChannel } from '../../access.ts';
import { type OverwriteBody, overwriteOf } from '../../channels/channel-body.ts';
import { checkOverwrites } from '../../channels/channel-rules.ts';
import { type Call, done, route } from '../../route.ts';

export const overwriteRoutes = [
  route<Omit<OverwriteBody, 'id'>>({
    method: 'PUT',
    path: '/channels/:channel/permissions/:overwrite',
    schema: 'SetChannelPermissionOverwrite',
    run: call => {
      const { channel, guild, me } = inOverwrittenChannel(call);
      const overwrite = overwriteOf({ ...call.body, id: call.params.overwrite ?? '' });
      checkOverwrites({ guild, me, channel, now: call.world.clock.millis() }, [overwrite]);
      const others = channel.overwrites.filter(({ id }) => id !== overwrite.id);
      if (others.length >= limits.overwrites.max) throw new Refusal('tooManyOverwrites');
      changeChannel(call.world, channel, { overwrites: [...others, overwrite] });
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/channels/:channel/permissions/:overwrite',
    run: call => {
      const { channel } = inOverwrittenChannel(call);
      const left = channel.overwrites.filter(({ id }) => id !== call.params.overwrite);
      if (left.length === channel.overwrites.length) throw new Refusal('unknownOverwrite');
      changeChannel(call.world, channel, { overwrites: left });
      return done;
    },
  }),
];

function inOverwrittenChannel(call: Call<unknown>) {
  const { channel, guild, me, needs } = inGuildChannel(call);
  // Threads have none of their own.
  if (channel.thread !== undefined) throw new Refusal('wrongChannelType');
  needs(Permission.manageRoles);
  return { channel, guild, me };
}
