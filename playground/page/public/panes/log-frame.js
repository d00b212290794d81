/** What stands around the messages: the channel's beginning, the line above what is new, the page's own notes. */
import { el, icon } from '../dom.js';
import { formatTime, postedAt } from '../time.js';
import { channelName, channelSign } from './channel-sign.js';
import { onlyYou } from './message-parts.js';

export function welcome(channel) {
  const isDirect = channel.type === 1;
  const isThread = channel.ownerId !== undefined;
  const beginning = isThread ? 'This is where the thread begins.' : 'Nothing came before this.';
  return el(
    'div.welcome',
    {},
    el('div.welcome-sign', {}, icon(channelSign(channel))),
    el('h2', {}, isDirect || isThread ? channel.name : `Welcome to ${channelName(channel)}`),
    el('p', {}, channel.topic || (isDirect ? 'This is where your conversation begins.' : beginning)),
  );
}

export const newLine = () =>
  el('div.new-line', { role: 'separator', 'aria-label': 'New messages' }, el('span', {}, 'New'));

/** Between messages of different days. */
export const dayLine = message => {
  const day = formatTime(postedAt(message), 'D');
  return el('div.day-line', { role: 'separator', 'aria-label': day }, el('span', {}, day));
};

/** A note of the page itself, such as that the bot did not answer. */
export function noteElement(text, dismiss) {
  return el(
    'article.message.ephemeral',
    {},
    el('div.message-gutter'),
    el('div.message-main', {}, el('p.failure', { role: 'alert' }, text), onlyYou(dismiss)),
  );
}
