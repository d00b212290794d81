/** Deleting many messages at once: none older than two weeks, or none at all. */
import { Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { Permission } from '../../../permissions.ts';
import { millisOf } from '../../../snowflake.ts';
import { deleteMessages } from '../../../state/messages/messages.ts';
import { inGuildChannel } from '../../access.ts';
import { done, route } from '../../route.ts';

const day = 86_400_000;

export const bulkDeleteRoutes = [
  route<{ readonly messages: readonly string[] }>({
    method: 'POST',
    path: '/channels/:channel/messages/bulk-delete',
    schema: 'BulkDeleteMessages',
    limit: { requests: 1, seconds: 1 },
    run: call => {
      const { world, body } = call;
      const { channel, needs } = inGuildChannel(call);
      needs(Permission.manageMessages);
      const oldest = world.clock.millis() - limits.bulkDeleteAge.max * day;
      if (body.messages.some(id => millisOf(id) < oldest)) throw new Refusal('tooOldToBulkDelete');
      deleteMessages(
        world,
        channel,
        body.messages.flatMap(id => channel.messages.get(id) ?? []),
      );
      return done;
    },
  }),
];
