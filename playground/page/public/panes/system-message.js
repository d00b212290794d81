/** What Discord itself notes among the messages: pins, new threads, joins. */
import { el, icon } from '../dom.js';
import { formatPosted, postedAt } from '../time.js';

const notes = {
  6: ['pin', 'pinned a message to this channel.'],
  7: ['reply', 'joined.'],
  18: ['thread', 'started a thread: '],
};

export const isSystemMessage = ({ type }) => type in notes;

/** As the message's main part; `author` is who did it. */
export function systemMessage(message, author, { store, openChannel }) {
  const [sign, text] = notes[message.type];
  const color = store.colorOf(author);
  const threadId = message.message_reference?.channel_id;
  return el(
    'p.system-message',
    {},
    icon(sign),
    el('bdi.system-author', { style: color ? { color } : {} }, author.displayName),
    ` ${text}`,
    message.type === 18 &&
      el('button.plain', { type: 'button', onclick: () => openChannel(threadId) }, message.content),
    el('time.message-time', { datetime: message.timestamp }, formatPosted(postedAt(message))),
  );
}
