/** What a member does with messages: writes, reacts, pins. */
import { Permission, toWriteIn } from '../permissions.ts';
import { deleteMessage } from '../state/messages/messages.ts';
import { pin, pinsOf, unpin } from '../state/messages/pins.ts';
import { emojiFrom, react, unreact } from '../state/messages/reactions.ts';
import type { ChannelRecord, GuildRecord, MemberRecord, MessageRecord } from '../state/records.ts';
import { channelOf } from '../state/world.ts';
import type { MemberMessages } from '../surface/messages.ts';
import type { Shown } from '../surface/shown.ts';
import type { Context } from './context.ts';
import { rewrite, say } from './say.ts';
import { shownMessage } from './shown.ts';
import { mayIn, onScreen } from './view.ts';

export function memberMessages({ world }: Context, guild: GuildRecord, member: MemberRecord): MemberMessages {
  const { user } = member;
  const show = (message: MessageRecord) => shownMessage(world, message, 'message', user.id);
  const may = (channel: ChannelRecord, permission: bigint, what: string) => {
    if (!mayIn(world, member, channel, permission)) throw new Error(`${user.name} may not ${what} in #${channel.name}`);
  };
  const meant = (shown?: Shown): { readonly message: MessageRecord; readonly channel: ChannelRecord } => {
    const seen = onScreen(world, member).filter(({ onlyFor }) => onlyFor === undefined);
    const message = shown === undefined ? seen.at(-1) : seen.find(({ id }) => id === shown.message?.id);
    if (message === undefined) throw new Error(`${user.name} does not see this message, or it is gone`);
    return { message, channel: channelOf(world, message.channelId) };
  };

  const awake = (channel: ChannelRecord) => {
    if (channel.thread?.archived === true) throw new Error(`"${channel.name}" is archived: write there to open it`);
  };

  return {
    says: (text, options) => show(say(world, guild, member, text, options)),
    edits(shown, text) {
      const { message, channel } = meant(shown);
      awake(channel);
      rewrite(world, member, message, text);
      return show(message);
    },
    deletes(shown) {
      const { message, channel } = meant(shown);
      if (message.author.id !== user.id) {
        if (channel.guildId === undefined) throw new Error('in direct messages, others’ messages cannot be deleted');
        may(channel, Permission.manageMessages, 'delete messages of others');
      }
      deleteMessage(world, message);
    },
    reacts(emoji, shown) {
      const { message, channel } = meant(shown);
      awake(channel);
      may(channel, Permission.readMessageHistory, 'react');
      if (!message.reactions.has(emoji)) may(channel, Permission.addReactions, 'add reactions');
      react(world, message, emojiFrom(emoji), user);
      return show(message);
    },
    unreacts(emoji, shown) {
      const { message } = meant(shown);
      if (message.reactions.get(emoji)?.has(user.id) !== true)
        throw new Error(`${user.name} has not reacted with ${emoji} there`);
      unreact(world, message, emoji, user.id);
      return show(message);
    },
    reactionsTo: shown =>
      [...meant(shown).message.reactions].map(([emoji, users]) => ({ emoji, userIds: [...users.keys()] })),
    pins(shown) {
      const { message, channel } = meant(shown);
      awake(channel);
      may(channel, Permission.pinMessages, 'pin messages');
      pin(world, channel, message, user);
    },
    unpins(shown) {
      const { message, channel } = meant(shown);
      may(channel, Permission.pinMessages, 'unpin messages');
      unpin(world, channel, message);
    },
    pinned(where) {
      const channel = channelOf(world, where.id);
      return mayIn(world, member, channel, toRead) ? pinsOf(channel).map(show) : [];
    },
    startsTyping(where) {
      const channel = channelOf(world, where.id);
      may(channel, Permission.viewChannel | toWriteIn(channel), 'write');
      world.bus.emit({ kind: 'typing-started', channel, user });
    },
  };
}

const toRead = Permission.viewChannel | Permission.readMessageHistory;
