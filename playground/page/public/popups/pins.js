/** What is pinned in the open channel. */
import { el } from '../dom.js';
import { renderMessage } from '../panes/message.js';
import { openPopup } from './popup.js';

/** `load()` asks for the messages; `context` is that of messages; `leadTo(id)` shows one in its place. */
export function openPins(place, { load, context, leadTo }) {
  const list = el('div.pins', {}, el('p.menu-note', { role: 'status' }, 'Loading…'));
  const element = el(
    'div.pins-popup',
    { role: 'dialog', 'aria-label': 'Pinned messages', tabindex: -1 },
    el('h2', {}, 'Pinned messages'),
    list,
  );
  const close = openPopup(element, place);
  element.focus();
  load().then(
    ({ messages }) => {
      const pins = messages.map(message =>
        el(
          'div.pin',
          {},
          renderMessage(message, { ...context, acts: {}, continued: false }),
          el(
            'button.button.secondary',
            {
              type: 'button',
              onclick: () => {
                close();
                leadTo(message.id);
              },
            },
            'Jump',
          ),
        ),
      );
      list.replaceChildren(...(pins.length > 0 ? pins : [el('p.menu-note', {}, 'Nothing is pinned here yet.')]));
    },
    problem => list.replaceChildren(el('p.menu-note', { role: 'alert' }, problem.message)),
  );
}
