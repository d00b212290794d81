/** Pinned messages: the routes of today, in pages, and the deprecated ones. */
import { has, Permission } from '../../../permissions.ts';
import { pin, pinsOf, unpin } from '../../../state/messages/pins.ts';
import { bot, inChannel, messageIn } from '../../access.ts';
import { notArchived } from '../../channels/thread-access.ts';
import { messageFor } from '../../messages/content-visibility.ts';
import { dateIn, numberIn } from '../../query.ts';
import { type Call, done, ok, type Route, route } from '../../route.ts';

const limit = { requests: 5, seconds: 5 };

export const pinRoutes = [
  route({
    method: 'GET',
    path: '/channels/:channel/messages/pins',
    answers: 'PinnedMessagesResponseSchema',
    limit,
    run: call => {
      const { world, query } = call;
      const { channel, permissions } = inChannel(call);
      if (!has(permissions, Permission.readMessageHistory)) return ok({ items: [], has_more: false });
      const count = numberIn(query, 'limit', 50, 50);
      const before = dateIn(query, 'before') ?? Number.POSITIVE_INFINITY;
      const older = pinsOf(channel).filter(({ pinnedAt }) => Date.parse(pinnedAt ?? '') < before);
      const items = older
        .slice(0, count)
        .map(message => ({ pinned_at: message.pinnedAt, message: messageFor(world, bot(call), message) }));
      return ok({ items, has_more: older.length > count });
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/pins',
    answers: ['MessageResponseSchema'],
    limit,
    run: call => {
      const { channel, permissions } = inChannel(call);
      if (!has(permissions, Permission.readMessageHistory)) return ok([]);
      return ok(
        pinsOf(channel)
          .slice(0, 50)
          .map(message => messageFor(call.world, bot(call), message)),
      );
    },
  }),
  ...pinning('/channels/:channel/messages/pins/:message'),
  ...pinning('/channels/:channel/pins/:message'),
];

function pinning(path: string): readonly Route[] {
  const target = (call: Call<unknown>) => {
    const access = inChannel(call);
    access.needs(Permission.pinMessages | Permission.readMessageHistory);
    notArchived(access.channel);
    return { channel: access.channel, message: messageIn(access.channel, call) };
  };
  return [
    route({
      method: 'PUT',
      path,
      limit,
      run: call => {
        const { channel, message } = target(call);
        pin(call.world, channel, message, bot(call).bot);
        return done;
      },
    }),
    route({
      method: 'DELETE',
      path,
      limit,
      run: call => {
        const { channel, message } = target(call);
        unpin(call.world, channel, message);
        return done;
      },
    }),
  ];
}
