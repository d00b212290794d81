/** The buttons that appear on a message under the pointer or the focus. */
import { el, icon } from '../dom.js';

/** `acts`: react, reply and edit where they are possible, and openMenu(message, place). */
export function messageTools(message, acts) {
  const tool = (label, sign, does) =>
    does &&
    el(
      'button.icon-button',
      { type: 'button', 'aria-label': label, title: label, onclick: event => does(message, event.currentTarget) },
      icon(sign),
    );
  return el(
    'div.message-tools',
    { role: 'group', 'aria-label': 'Message actions' },
    tool('Add reaction', 'smile', acts.react),
    tool('Reply', 'answer', acts.reply),
    tool('Edit', 'pen', acts.edit),
    tool('More', 'more', acts.openMenu),
  );
}
