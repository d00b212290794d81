/** The channels of direct messages. */
import type { RESTPostAPICurrentUserCreateDMChannelJSONBody } from 'discord-api-types/v10';
import { Refusal } from '../../../errors.ts';
import { channelJson } from '../../../serial/channel.ts';
import { directMessages } from '../../../state/channels/direct-messages.ts';
import { bot } from '../../access.ts';
import { ok, route } from '../../route.ts';

export const directMessageRoutes = [
  route<RESTPostAPICurrentUserCreateDMChannelJSONBody>({
    method: 'POST',
    path: '/users/@me/channels',
    answers: 'PrivateChannelResponseSchema',
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
