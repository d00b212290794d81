/** While somebody reads what is older: how much has come since, and the way back to it. */
import { byId, el, icon } from '../dom.js';

/** `isAtEnd()` and `toEnd()` are the log's. */
export function createJump(store, { isAtEnd, toEnd }) {
  const label = el('span');
  const button = el('button.jump', { type: 'button', hidden: true, onclick: toEnd }, label, icon('down'));
  byId('composer').append(button);

  function draw() {
    const { count = 0 } = store.unread.get(store.channelId) ?? {};
    button.hidden = isAtEnd();
    label.textContent = count === 0 ? 'To the newest' : count === 1 ? '1 new message' : `${count} new messages`;
  }
  store.on('unread', draw);
  return { draw };
}
