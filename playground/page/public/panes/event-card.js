/** A scheduled event as a card: when, where, what about, how many are interested. */
import { avatar } from '../avatar.js';
import { wait } from '../components/button.js';
import { el, icon } from '../dom.js';
import { renderMarkdown } from '../markdown/render.js';
import { formatTime } from '../time.js';
import { timeElement } from './time-element.js';

/** `acts`: toggleInterest(event), openChannel(id); `context` is that of Markdown. */
export function eventCard(event, { store, context, acts }) {
  const creator = store.member(event.creatorId ?? '');
  const channel = store.channel(event.channelId ?? '');
  return el(
    `article.event-card${event.isLive ? '.live' : ''}`,
    { 'aria-label': event.name, dataset: { event: event.id } },
    el(
      'p.event-time',
      {},
      icon('calendar'),
      event.isLive
        ? el('strong.live-mark', {}, 'Live now')
        : el(
            'span',
            {},
            timeElement(event.startsAt, 'F'),
            ' ',
            el('span.event-soon', {}, timeElement(event.startsAt, 'R')),
          ),
    ),
    el('h3', {}, event.name),
    event.description && renderMarkdown(event.description, context),
    event.repeats && repeats(event),
    el(
      'div.event-foot',
      {},
      el('p.event-place', {}, icon(channel ? 'speaker' : 'pin'), placeOfEvent(event, store)),
      creator &&
        el(
          'p.event-creator',
          { title: `By ${creator.displayName}` },
          avatar(creator),
          el('bdi', {}, creator.displayName),
        ),
      el(
        'p.event-count',
        {},
        icon('people'),
        event.interestedCount,
        el('span.only-for-screen-readers', {}, event.interestedCount === 1 ? ' is interested' : ' are interested'),
      ),
      interestButton(event, acts),
      channel &&
        event.isLive &&
        el('button.button.success', { type: 'button', onclick: () => acts.openChannel(channel.id) }, 'Join'),
    ),
  );
}

function repeats({ upcoming }) {
  const dates = upcoming.slice(1).map(start => formatTime(start, 's'));
  return el(
    'p.event-repeats',
    {},
    icon('swap'),
    el('span', {}, dates.length > 0 ? `Repeats: then ${dates.join(', ')}` : 'Repeats'),
  );
}

function interestButton(event, { toggleInterest }) {
  const button = el(
    `button.button${event.isInterested ? '.success' : '.secondary'}`,
    {
      type: 'button',
      dataset: { interest: event.id },
      'aria-pressed': String(event.isInterested),
      onclick: () => wait(button, toggleInterest(event)),
    },
    icon('bell'),
    el('span', {}, 'Interested'),
  );
  return button;
}

export const placeOfEvent = ({ channelId, location }, store) =>
  (channelId ? store.channel(channelId)?.name : location) ?? 'Somewhere';
