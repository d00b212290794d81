/** The community's events, to come and under way. */
import { byId, el, icon } from '../dom.js';
import { eventCard } from '../panes/event-card.js';

/** `parts`: store, context of Markdown, acts toggleInterest(event) and openChannel(id). */
export function showEvents({ store, context, acts }, eventId) {
  const list = el('div.events-list');
  const dialog = el(
    'dialog.events',
    { 'aria-labelledby': 'events-title' },
    el(
      'button.icon-button.close',
      { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() },
      icon('close'),
    ),
    el('h2', { id: 'events-title' }, 'Events'),
    list,
  );
  const inside = {
    store,
    context: {
      ...context,
      openChannel: id => {
        dialog.close();
        return context.openChannel(id);
      },
    },
    acts: {
      ...acts,
      openChannel: id => {
        dialog.close();
        return acts.openChannel(id);
      },
    },
  };

  function draw() {
    if (!dialog.open) return;
    const { interest } = document.activeElement?.dataset ?? {};
    const cards = store.state.events.map(event => eventCard(event, inside));
    list.replaceChildren(...(cards.length > 0 ? cards : [el('p.nothing', {}, 'There are no events to come.')]));
    if (interest) list.querySelector(`[data-interest="${interest}"]`)?.focus();
  }
  const stop = store.on('state', draw);
  dialog.addEventListener('close', () => {
    stop();
    dialog.remove();
  });
  byId('dialogs').append(dialog);
  dialog.showModal();
  draw();
  if (eventId) list.querySelector(`[data-event="${eventId}"]`)?.scrollIntoView();
}
