/** The buttons above the messages: the thread's own, threads of the channel, pins. */
import { el, icon } from '../dom.js';
import { openMenu } from '../menus/menu.js';
import { isForum } from './forum.js';

/** `acts`: showPins(place), showThreads(place), joinThread(thread), threadEntries(thread). */
export function headerTools(channel, acts) {
  const tool = (label, sign, does) =>
    el(
      'button.icon-button',
      { type: 'button', 'aria-label': label, title: label, onclick: event => does(event.currentTarget) },
      icon(sign),
    );
  const isThread = channel.ownerId !== undefined;
  if (isForum(channel)) return [];
  return [
    isThread &&
      !channel.isMember &&
      !channel.archived &&
      el('button.button.secondary', { type: 'button', onclick: () => acts.joinThread(channel) }, 'Join'),
    isThread &&
      tool('Thread', 'more', place => openMenu(channel.name, [{ entries: acts.threadEntries(channel) }], place)),
    (channel.type === 0 || channel.type === 5) && tool('Threads', 'thread', acts.showThreads),
    tool('Pinned messages', 'pin', acts.showPins),
  ].filter(Boolean);
}
