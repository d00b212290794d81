/** Puts what the server tells into the store. */

/** `reopen` loads the open channel anew, `redraw` draws its messages again (names and colours may have changed). */
export function receive(store, news, { reopen, redraw }) {
  switch (news.kind) {
    case 'state':
      return receiveState(store, news.state, { reopen, redraw });
    case 'commands-changed':
      return reopen();
    case 'message-created':
    case 'message-edited':
      return receiveMessage(store, news);
    case 'message-deleted':
      if (news.channelId !== store.channelId) return undefined;
      store.messages.delete(news.messageId);
      return store.tell('message', news);
    default:
      return undefined;
  }
}

function receiveState(store, state, { reopen, redraw }) {
  const before = store.state;
  store.state = state;
  store.tell('state');
  if (!store.channel()) return reopen();
  if (!store.isLoading && look(before) !== look(state)) return redraw();
  return undefined;
}

/** What of the state shows in messages. */
const look = ({ members, roles, channels }) =>
  JSON.stringify([members, roles, channels.map(({ id, name }) => [id, name])]);

function receiveMessage(store, news) {
  const { kind, channelId, message } = news;
  if (channelId === store.channelId) {
    const isKnown = store.messages.has(message.id);
    store.messages.set(message.id, message);
    if (store.isLoading) return undefined;
    return store.tell('message', { kind: isKnown ? 'message-edited' : 'message-created', message });
  }
  if (kind === 'message-edited' || store.isMe(message.author.id)) return undefined;
  const { count = 0, pings = 0 } = store.unread.get(channelId) ?? {};
  const pinged = message.mentions?.some(({ id }) => store.isMe(id)) ? 1 : 0;
  store.unread.set(channelId, { count: count + 1, pings: pings + pinged });
  return store.tell('unread');
}
