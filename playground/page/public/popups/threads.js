/** The threads of the open channel, closed ones too, and the way to a new one. */
import { el, icon } from '../dom.js';
import { messagesIn } from '../panes/thread-chip.js';
import { timeElement } from '../panes/time-element.js';
import { openPopup } from './popup.js';

/** `acts`: openChannel(id), and openThread() where it is allowed. */
export function openThreads(place, store, acts) {
  const channel = store.channel();
  const threads = store.state.threads.filter(({ parentId }) => parentId === channel.id);
  const go = does => () => {
    close();
    does();
  };
  const section = (title, list) =>
    list.length > 0 &&
    el(
      'section',
      {},
      el('h3', {}, title),
      el(
        'ul',
        {},
        list.map(thread => el('li', {}, entry(thread))),
      ),
    );
  const entry = thread =>
    el(
      'button.thread-line',
      { type: 'button', onclick: go(() => acts.openChannel(thread.id)) },
      el('span.thread-name', {}, thread.locked && icon('lock'), thread.name),
      el(
        'span.menu-detail',
        {},
        el('bdi', {}, store.member(thread.ownerId)?.displayName ?? 'Somebody'),
        ` · ${messagesIn(thread)} · `,
        timeElement(Number((BigInt(thread.id) >> 22n) + 1_420_070_400_000n), 'R'),
      ),
    );
  const element = el(
    'div.threads-popup',
    { role: 'dialog', 'aria-label': 'Threads', tabindex: -1 },
    el(
      'div.threads-head',
      {},
      el('h2', {}, 'Threads'),
      acts.openThread &&
        el('button.button.primary', { type: 'button', onclick: go(() => acts.openThread()) }, 'Create'),
    ),
    section(
      'Joined',
      threads.filter(({ archived, isMember }) => !archived && isMember),
    ),
    section(
      'Active',
      threads.filter(({ archived, isMember }) => !archived && !isMember),
    ),
    section(
      'Closed',
      threads.filter(({ archived }) => archived),
    ),
    threads.length === 0 && el('p.menu-note', {}, 'There are no threads here yet.'),
  );
  const close = openPopup(element, place);
  element.focus();
}
