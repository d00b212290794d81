/** One line of the channel list, with its joined threads or those in voice below it. */
import { avatar } from '../avatar.js';
import { el, icon } from '../dom.js';
import { channelSign } from './channel-sign.js';

export function channelEntry(channel, store, openChannel) {
  const below = [
    ...store.threadsBelow(channel.id).map(thread => el('li', {}, line(thread, store, openChannel, '.thread'))),
    ...(channel.voice?.userIds ?? []).map(id => person(store.member(id))),
  ];
  return el(
    'li',
    {},
    line(channel, store, openChannel),
    below.length > 0 && el('ul.below', { 'aria-label': channel.voice ? `In ${channel.name}` : 'Threads' }, below),
  );
}

function line(channel, store, openChannel, kind = '') {
  const unread = store.unread.get(channel.id);
  const isOpen = channel.id === store.channelId;
  return el(
    `button.channel${kind}${isOpen ? '.open' : ''}${unread ? '.unread' : ''}`,
    {
      type: 'button',
      dataset: { channel: channel.id },
      'aria-current': isOpen && 'page',
      onclick: () => openChannel(channel.id),
    },
    kind === '' && signOf(channel, store),
    el('span.channel-name', {}, channel.name),
    channel.voice?.limit > 0 && el('span.voice-limit', {}, `${channel.voice.userIds.length}/${channel.voice.limit}`),
    unread?.pings > 0 && badge(unread.pings),
    unread && unread.pings === 0 && el('span.only-for-screen-readers', {}, ', unread'),
  );
}

function signOf(channel, store) {
  const partner = store.member(channel.withId ?? '');
  return partner ? avatar(partner) : icon(channelSign(channel));
}

const badge = count =>
  el(
    'span.pings',
    {},
    count > 99 ? '99+' : count,
    el('span.only-for-screen-readers', {}, count === 1 ? ' mention' : ' mentions'),
  );

const person = member => member && el('li.in-voice', {}, avatar(member), el('bdi', {}, member.displayName));
