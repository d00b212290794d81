/** The channels this member may see, by category, and who the visitor is. */
import { avatar } from '../avatar.js';
import { byId, el, icon } from '../dom.js';

const direct = 1;

export function createSidebar(store, { openChannel, switchMember }) {
  const sidebar = byId('sidebar');
  const list = el('div.channels');
  const title = el('h1.guild-name');
  const me = el('div.me');
  sidebar.append(el('header.guild', {}, title), list, me);

  function drawChannels() {
    title.textContent = store.state.guild.name;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.channel : undefined;
    list.replaceChildren(...store.channelGroups().map(group));
    if (focused) list.querySelector(`[data-channel="${focused}"]`)?.focus();
  }

  function group({ name, channels }) {
    return el(
      'section.channel-group',
      { 'aria-label': name || 'Channels without category' },
      name && el('h2', {}, name),
      el('ul', {}, channels.map(entry)),
    );
  }

  function entry(channel) {
    const unread = store.unread.get(channel.id);
    const isOpen = channel.id === store.channelId;
    return el(
      'li',
      {},
      el(
        `button.channel${isOpen ? '.open' : ''}${unread ? '.unread' : ''}`,
        {
          type: 'button',
          dataset: { channel: channel.id },
          'aria-current': isOpen && 'page',
          onclick: () => openChannel(channel.id),
        },
        icon(channel.type === direct ? 'at' : channel.isPrivate ? 'lock' : 'hash'),
        el('span.channel-name', {}, channel.name),
        unread?.pings > 0 && el('span.pings', { 'aria-label': `${unread.pings} mentions` }, unread.pings),
        unread && el('span.only-for-screen-readers', {}, ', unread'),
      ),
    );
  }

  function drawMe() {
    const member = store.state.me;
    const hadFocus = me.contains(document.activeElement);
    me.replaceChildren(
      avatar(member),
      el('span.me-names', {}, el('span.me-display', {}, member.displayName), el('span.me-name', {}, `@${member.name}`)),
      el(
        'button.icon-button',
        { type: 'button', title: 'Be someone else', 'aria-label': 'Be someone else', onclick: switchMember },
        icon('swap'),
      ),
    );
    if (hadFocus) me.querySelector('button').focus();
  }

  const draw = () => {
    drawChannels();
    drawMe();
  };
  store.on('state', draw);
  store.on('channel', drawChannels);
  store.on('unread', drawChannels);
  draw();
}
