/** Who is writing in the open channel. */
import { byId, el } from '../dom.js';

const fades = 10_000;

export function createTyping(store) {
  const line = el('p.typing', { 'aria-live': 'off' });
  byId('composer').append(line);
  /** Timers by user. */
  const writing = new Map();

  function draw() {
    const names = [...writing.keys()].flatMap(id => store.member(id)?.displayName ?? []);
    line.textContent =
      names.length === 0
        ? ''
        : names.length > 3
          ? 'Several people are typing…'
          : `${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'} typing…`;
  }
  function stop(userId) {
    clearTimeout(writing.get(userId));
    if (writing.delete(userId)) draw();
  }
  store.on('typing', ({ channelId, userId }) => {
    if (channelId !== store.channelId || store.isMe(userId)) return;
    clearTimeout(writing.get(userId));
    writing.set(userId, setTimeout(stop, fades, userId));
    draw();
  });
  store.on('message', ({ message }) => message && stop(message.author.id));
  store.on('channel', () => {
    for (const id of [...writing.keys()]) stop(id);
  });
}
