/** "Guide is typing…" */
import { bot, inChannel } from '../../access.ts';
import { maySend } from '../../messages/sending.ts';
import { done, route } from '../../route.ts';

export const typingRoutes = [
  route({
    method: 'POST',
    path: '/channels/:channel/typing',
    limit: { requests: 5, seconds: 5 },
    run: call => {
      const access = inChannel(call);
      const me = bot(call).bot;
      maySend(call.world, access, me);
      call.world.bus.emit({ kind: 'typing-started', channel: access.channel, user: me });
      return done;
    },
  }),
];
