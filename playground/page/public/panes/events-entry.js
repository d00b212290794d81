/** Above the channels: how many events are to come, and the one that is under way. */
import { el, icon } from '../dom.js';
import { placeOfEvent } from './event-card.js';

export function eventsEntry(store, { showEvents, openChannel }) {
  const { events } = store.state;
  if (events.length === 0) return [];
  const live = events.find(({ isLive }) => isLive);
  const count = events.length === 1 ? '1 event' : `${events.length} events`;
  return [
    live && liveBanner(live, store, { showEvents, openChannel }),
    el(
      'button.channel.events-entry',
      { type: 'button', 'aria-haspopup': 'dialog', onclick: () => showEvents() },
      icon('calendar'),
      el('span.channel-name', {}, 'Events'),
      el('span.events-count', { 'aria-hidden': 'true' }, events.length),
      el('span.only-for-screen-readers', {}, `, ${count}`),
    ),
  ].filter(Boolean);
}

function liveBanner(event, store, { showEvents, openChannel }) {
  const channel = store.channel(event.channelId ?? '');
  return el(
    'section.live-banner',
    { 'aria-label': 'Under way' },
    el('p.live-mark', {}, 'Live now'),
    el('p.live-name', {}, event.name),
    el('p.live-place', {}, placeOfEvent(event, store)),
    el(
      'button.button.success',
      { type: 'button', onclick: () => (channel ? openChannel(channel.id) : showEvents(event.id)) },
      channel ? 'Join' : 'Details',
    ),
  );
}
