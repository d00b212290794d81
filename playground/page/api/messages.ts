/** What was said in a channel, and what members do with their own and others' messages. */
import type { Channel, Member, Shown } from '../../discord/index.ts';
import { editRequest, messageRequest, reactRequest, sayRequest, typingRequest } from '../requests.ts';
import type { Desk } from './desk.ts';
import { offered } from './offered.ts';

const jsonOf = (shown: readonly Shown[]) => shown.flatMap(({ message }) => (message ? [message] : []));

/** A reaction's names are shown, which Discord's client asks for one by one. */
function withReactions(me: Member, shown: Shown) {
  const { message } = shown;
  if (message === undefined) return [];
  if (message.reactions === undefined) return [message];
  const chosen = new Map(me.reactionsTo(shown).map(({ emoji, userIds }) => [emoji, userIds]));
  return [
    { ...message, reactions: message.reactions.map(one => ({ ...one, userIds: chosen.get(one.emoji.name ?? '') })) },
  ];
}

export function messages({ asks, does, at, holding, discord, guild, uploads }: Desk): void {
  const contents = (me: Member, channel: Channel) => ({
    messages: me.reads(channel).flatMap(shown => withReactions(me, shown)),
    commands: offered(discord, guild, me.commands(channel)),
  });
  asks('/channels/:channel', (me, given) => contents(me, at(me, given('channel'))));
  asks('/channels/:channel/pins', (me, given) => ({ messages: jsonOf(me.pinned(at(me, given('channel')))) }));

  does('say', sayRequest, (me, { channel, text, files = [], replyTo, pingsAuthor = true }) => {
    me.says(text, {
      in: at(me, channel),
      files: uploads.of(me.id, files),
      pingsAuthor,
      ...(replyTo !== undefined && { replyTo: holding(me, channel, replyTo) }),
    });
    uploads.forget(files);
  });
  does('edit', editRequest, (me, { channel, message, text }) => void me.edits(holding(me, channel, message), text));
  does('delete', messageRequest, (me, { channel, message }) => me.deletes(holding(me, channel, message)));
  does(
    'react',
    reactRequest,
    (me, { channel, message, emoji }) => void me.reacts(emoji, holding(me, channel, message)),
  );
  does(
    'unreact',
    reactRequest,
    (me, { channel, message, emoji }) => void me.unreacts(emoji, holding(me, channel, message)),
  );
  does('pin', messageRequest, (me, { channel, message }) => me.pins(holding(me, channel, message)));
  does('unpin', messageRequest, (me, { channel, message }) => me.unpins(holding(me, channel, message)));
  does('typing', typingRequest, (me, { channel }) => me.startsTyping(at(me, channel)));
}
