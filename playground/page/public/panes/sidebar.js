/** The channels this member may see, by category, the community's events, and who the visitor is. */
import { avatar } from '../avatar.js';
import { byId, el, icon } from '../dom.js';
import { openMenu } from '../menus/menu.js';
import { onMenu } from '../menus/on-menu.js';
import { channelEntry } from './channel-entry.js';
import { eventsEntry } from './events-entry.js';
import { createFolds } from './folds.js';
import { voicePanel } from './voice-panel.js';

const category = 4;

/** `acts`: openChannel, markRead, switchMember, showEvents, leaveVoice, threadEntries(thread) for a thread's menu. */
export function createSidebar(store, acts) {
  const sidebar = byId('sidebar');
  const events = el('div.events-place');
  const list = el('div.channels');
  const title = el('h1.guild-name');
  const voice = el('div.voice-place');
  const me = el('div.me');
  const folds = createFolds(() => drawChannels());
  sidebar.append(el('header.guild', {}, title), events, list, voice, me);

  function drawChannels() {
    title.textContent = store.state.guild.name;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset : {};
    list.replaceChildren(...store.channelGroups().map(group));
    const [name, value] = Object.entries(focused)[0] ?? [];
    if (name) list.querySelector(`[data-${name}="${CSS.escape(value)}"]`)?.focus({ preventScroll: true });
  }

  function group({ name, channels }) {
    const isFolded = name !== '' && folds.has(name);
    // What is open or holds something new is never hidden.
    const shown = isFolded ? channels.filter(({ id }) => id === store.channelId || store.unread.has(id)) : channels;
    return el(
      'section.channel-group',
      { 'aria-label': name || 'Channels without category' },
      name && el('h2', {}, folds.button(name)),
      el(
        'ul',
        {},
        shown.map(channel => channelEntry(channel, store, acts.openChannel)),
      ),
    );
  }

  function drawAround() {
    const { activeElement } = document;
    const focused = [events, voice, me].find(part => part.contains(activeElement));
    const label = activeElement?.getAttribute('aria-label');
    events.replaceChildren(...eventsEntry(store, acts));
    voice.replaceChildren(...voicePanel(store, acts));
    const { me: member } = store.state;
    me.replaceChildren(
      avatar(member),
      el('span.me-names', {}, el('span.me-display', {}, member.displayName), el('span.me-name', {}, `@${member.name}`)),
      el(
        'button.icon-button',
        { type: 'button', title: 'Be someone else', 'aria-label': 'Be someone else', onclick: acts.switchMember },
        icon('swap'),
      ),
    );
    const buttons = [...(focused?.querySelectorAll('button') ?? [])];
    (buttons.find(button => button.getAttribute('aria-label') === label) ?? buttons[0])?.focus();
  }

  /** A channel that has just become visible stands out for a moment, as when a role opens it. */
  function pointOut(before) {
    const known = new Set(before.channels.map(({ id }) => id));
    const fresh = store.state.channels.filter(({ id, type }) => !known.has(id) && type !== category);
    for (const { id } of fresh) list.querySelector(`[data-channel="${id}"]`)?.classList.add('fresh');
    if (fresh.length > 0)
      byId('announcer').textContent = fresh.map(({ name }) => `You can see the channel ${name} now.`).join(' ');
  }

  onMenu(list, (target, place) => {
    const id = target.closest('[data-channel]')?.dataset.channel;
    const channel = id && store.channel(id);
    if (!channel) return false;
    const read = { label: 'Mark as read', sign: 'eye', choose: () => acts.markRead(channel.id) };
    const ofThread = channel.ownerId === undefined ? [] : [{ entries: acts.threadEntries(channel) }];
    return openMenu(channel.name, [{ entries: [read] }, ...ofThread], place);
  });

  let last = store.state;
  store.on('state', () => {
    drawChannels();
    drawAround();
    pointOut(last);
    last = store.state;
  });
  store.on('channel', drawChannels);
  store.on('unread', drawChannels);
  drawChannels();
  drawAround();
}
