/** Puts what the server tells into the store. */

/** `reopen` loads the open channel anew, `redraw` draws its messages again (names and colours may have changed). */
export function receive(store, news, { reopen, redraw, unread }) {
  switch (news.kind) {
    case 'state':
      return receiveState(store, news.state, { reopen, redraw });
    case 'commands-changed':
      return reopen();
    case 'message-created':
    case 'message-edited':
      return receiveMessage(store, news, unread);
    case 'message-deleted':
      if (news.channelId !== store.channelId) return unread.recount();
      store.onceLoaded(() => store.messages.delete(news.messageId));
      return store.isLoading ? undefined : store.tell('message', news);
    case 'reactions-changed':
      return receiveReactions(store, news);
    case 'typing-started':
      return store.tell('typing', news);
    default:
      return undefined;
  }
}

function receiveReactions(store, { channelId, messageId, reactions }) {
  if (channelId !== store.channelId) return;
  store.onceLoaded(() => {
    const message = store.messages.get(messageId);
    if (message) showReactions(store, message, reactions);
  });
}

function showReactions(store, message, reactions) {
  message.reactions = reactions.map(({ emoji, userIds }) => ({
    emoji: { id: null, name: emoji },
    count: userIds.length,
    me: userIds.some(store.isMe),
    userIds,
  }));
  store.tell('message', { kind: 'message-edited', message });
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
const look = ({ members, roles, channels, threads }) =>
  JSON.stringify([
    members,
    roles,
    channels.map(({ id, name, may }) => [id, name, may]),
    threads.map(({ id, name, messageCount }) => [id, name, messageCount]),
  ]);

/** The state is not told anew for each message. */
function countInThread(store, channelId, { id }) {
  const thread = store.state.threads.find(candidate => candidate.id === channelId);
  // The first message of a post does not count.
  if (!thread || id === channelId) return;
  thread.messageCount += 1;
  thread.lastMessageId = id;
  store.tell('state');
}

function receiveMessage(store, { kind, channelId, message }, unread) {
  const isNew = kind === 'message-created';
  if (isNew) countInThread(store, channelId, message);
  if (channelId !== store.channelId) return isNew ? unread.arrived(message, channelId) : undefined;
  const known = store.messages.get(message.id);
  const isKnown = known !== undefined;
  // Reactions are told on their own, with whose they are.
  if (known?.reactions) message.reactions = known.reactions;
  store.messages.set(message.id, message);
  if (store.isLoading) return undefined;
  if (isNew && !isKnown) unread.arrived(message, channelId);
  return store.tell('message', { kind: isKnown ? 'message-edited' : 'message-created', message });
}
