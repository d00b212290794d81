/** Above the text: whom the message answers, and whether that rings. */
import { el, icon } from '../dom.js';

export function createReplyBar(store, { onClose }) {
  let message;
  let pings = true;
  const name = el('bdi');
  const ring = el('button.plain.reply-ring', {
    type: 'button',
    onclick: () => {
      pings = !pings;
      draw();
    },
  });
  const element = el(
    'div.reply-bar',
    { hidden: true },
    el('p', {}, 'Replying to ', name),
    ring,
    el(
      'button.icon-button',
      { type: 'button', 'aria-label': 'Do not reply', title: 'Do not reply (Esc)', onclick: () => clear(true) },
      icon('close'),
    ),
  );

  function draw() {
    element.hidden = message === undefined;
    if (!message) return;
    name.textContent = store.member(message.author.id)?.displayName ?? message.author.username;
    ring.textContent = pings ? '@ Ping on' : '@ Ping off';
    ring.classList.toggle('off', !pings);
    ring.hidden = store.isMe(message.author.id);
  }
  function clear(byHand) {
    message = undefined;
    draw();
    if (byHand) onClose();
  }
  return {
    element,
    get isOpen() {
      return message !== undefined;
    },
    begin(about) {
      message = about;
      pings = true;
      draw();
    },
    clear: () => clear(false),
    read: () => (message ? { replyTo: message.id, pingsAuthor: pings } : {}),
  };
}
