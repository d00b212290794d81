/** Which channels hold something new for this member, what of it is a ping, and where reading goes on. */
import { createMarks, isAfter } from './marks.js';

const ephemeral = 1 << 6;
const direct = 1;

/** `load(marks)` asks the server to count what came before the page was open. */
export async function createUnread(memberId, store, load) {
  const marks = createMarks(memberId);
  /** The last message the server has counted. */
  let counted = '0';
  /** What has arrived while the server counts: it may have seen it or not. */
  let arrivals = [];

  async function recount() {
    arrivals = [];
    const asked = { ...marks.all };
    const { newest, channels } = await load({ since: marks.since, read: asked });
    marks.begin(newest);
    counted = newest;
    // What was read in the meantime was counted in vain.
    const isAsAsked = ([id, { count }]) => count > 0 && marks.all[id] === asked[id];
    store.unread = new Map(Object.entries(channels).filter(isAsAsked));
    for (const [message, channelId] of arrivals.splice(0)) {
      if (isAfter(message.id, marks.of(channelId))) count(message, channelId);
    }
    store.tell('unread');
  }
  marks.onChange(recount);

  function count(message, channelId) {
    if (!isAfter(message.id, counted)) return;
    const { count = 0, pings = 0 } = store.unread.get(channelId) ?? {};
    store.unread.set(channelId, { count: count + 1, pings: pings + Number(pingsMe(message, store, channelId)) });
  }

  const counts = message => !store.isMe(message.author.id) && (message.flags & ephemeral) === 0;

  function read(channelId, messageId) {
    if (messageId && isAfter(messageId, marks.of(channelId))) marks.set(channelId, messageId);
    if (store.unread.delete(channelId)) store.tell('unread');
  }

  const unread = {
    /** The open channel was loaded: a line stands where reading stopped. */
    opened() {
      const { channelId } = store;
      const mark = marks.of(channelId);
      const fresh = [...store.messages.values()].find(message => counts(message) && isAfter(message.id, mark));
      store.lineBefore = fresh?.id;
      unread.seen();
    },
    /** Everything in the open channel is on the screen. */
    seen() {
      if (document.visibilityState !== 'visible') return;
      read(store.channelId, [...store.messages.keys()].at(-1));
    },
    arrived(message, channelId) {
      if (!counts(message)) return;
      arrivals.push([message, channelId]);
      count(message, channelId);
      if (channelId === store.channelId) store.lineBefore ??= message.id;
      store.tell('unread');
    },
    /** All of a channel, as its menu offers. */
    markRead(channelId) {
      const { lastMessageId } = store.channel(channelId) ?? {};
      if (channelId === store.channelId) store.lineBefore = undefined;
      read(channelId, channelId === store.channelId ? [...store.messages.keys()].at(-1) : lastMessageId);
    },
    /** From this message on, as its menu offers. */
    async markUnread({ id, channel_id: channelId }) {
      marks.set(channelId, String(BigInt(id) - 1n));
      store.lineBefore = id;
      await recount();
    },
    recount,
  };
  await recount();
  return unread;
}

/** Whether a message really rang for this member: Discord has applied allowed_mentions already. */
export function pingsMe(message, store, channelId = message.channel_id) {
  if (store.isMe(message.author.id)) return false;
  return (
    store.channel(channelId)?.type === direct ||
    message.mention_everyone === true ||
    (message.mentions ?? []).some(({ id }) => store.isMe(id)) ||
    (message.mention_roles ?? []).some(id => store.state.me.roleIds.includes(id))
  );
}
