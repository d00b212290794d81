/** Reactions to messages, by emoji. Discord's own and a guild's emojis share the address; only the former are here. */
import { Permission } from '../../../permissions.ts';
import { userJson } from '../../../serial/user.ts';
import { clearEmoji, clearReactions, emojiFrom, react, unreact } from '../../../state/messages/reactions.ts';
import type { MessageRecord } from '../../../state/records.ts';
import { bot, inChannel, inGuildChannel, messageIn } from '../../access.ts';
import { notArchived } from '../../channels/thread-access.ts';
import { pageById } from '../../pages.ts';
import { numberIn, snowflakeIn } from '../../query.ts';
import { type Call, done, ok, route } from '../../route.ts';

const message = '/channels/:channel/messages/:message/reactions';
const emoji = `${message}/:emoji`;
/** Observed: one reaction per quarter of a second. */
const limit = { requests: 1, seconds: 0.25 };

const about = (call: Call<unknown>) => {
  const access = inChannel(call);
  return { access, message: messageIn(access.channel, call) };
};

/** Others' reactions: only in guilds, and by moderators. */
function moderated(call: Call<unknown>): MessageRecord {
  const { channel, needs } = inGuildChannel(call);
  const message = messageIn(channel, call);
  needs(Permission.manageMessages);
  return message;
}

const emojiOf = ({ params }: Call<unknown>) => emojiFrom(params.emoji ?? '');

const superReaction = '1';

export const reactionRoutes = [
  route({
    method: 'PUT',
    path: `${emoji}/@me`,
    limit,
    run: call => {
      const { access, message } = about(call);
      access.needs(Permission.readMessageHistory);
      notArchived(access.channel);
      const wanted = emojiOf(call);
      // Joining in is allowed to everybody who reads.
      if (!message.reactions.has(wanted)) access.needs(Permission.addReactions);
      react(call.world, message, wanted, bot(call).bot);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: `${emoji}/@me`,
    limit,
    run: call => {
      unreact(call.world, about(call).message, emojiOf(call), bot(call).bot.id);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: `${emoji}/:user`,
    limit,
    run: call => {
      const userId = call.params.user ?? '';
      const message = userId === bot(call).bot.id ? about(call).message : moderated(call);
      unreact(call.world, message, emojiOf(call), userId);
      return done;
    },
  }),
  route({
    method: 'GET',
    path: emoji,
    answers: ['UserResponseSchema'],
    limit: { requests: 5, seconds: 5 },
    run: call => {
      const { access, message } = about(call);
      access.needs(Permission.readMessageHistory);
      const bounds = { after: snowflakeIn(call.query, 'after'), limit: numberIn(call.query, 'limit', 25, 100) };
      const all = call.query.get('type') === superReaction ? [] : (message.reactions.get(emojiOf(call)) ?? []);
      const page = pageById([...all], id => id, bounds);
      return ok(page.flatMap(id => call.world.users.get(id) ?? []).map(userJson));
    },
  }),
  route({
    method: 'DELETE',
    path: emoji,
    limit,
    run: call => {
      const message = moderated(call);
      clearEmoji(call.world, message, emojiOf(call));
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: message,
    limit,
    run: call => {
      const message = moderated(call);
      clearReactions(call.world, message);
      return done;
    },
  }),
];
