/** Below a message from which a thread was made: its name, how much was said in it, and the way there. */
import { el } from '../dom.js';

export const messagesIn = ({ messageCount }) => (messageCount === 1 ? '1 message' : `${messageCount} messages`);

export function threadChip(message, { store, openChannel }) {
  const thread = store.state.threads.find(({ id }) => id === message.id);
  // A post's first message has the post's own id.
  if (!thread || thread.id === store.channelId) return undefined;
  return el(
    'button.thread-chip',
    { type: 'button', dataset: { customId: `thread-${thread.id}` }, onclick: () => openChannel(thread.id) },
    el('strong', {}, thread.name),
    el('span.plain', {}, `${messagesIn(thread)} ›`),
  );
}
