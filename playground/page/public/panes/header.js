/** The line above the messages: the channel's name and topic, and on small screens the way to both sides. */
import { byId, el, icon } from '../dom.js';
import { channelSign } from './channel-sign.js';
import { isForum } from './forum.js';
import { headerTools } from './header-tools.js';

const narrow = matchMedia('(max-width: 768px)');
const mediumOrLess = matchMedia('(max-width: 1024px)');

/** `acts`: openChannel, and what the buttons above the messages do. */
export function createHeader(store, acts) {
  const app = byId('app');
  const name = el('h2.chat-name');
  const topic = el('p.chat-topic');
  const menu = toggle('menu', 'Channels', 'sidebar', 'shows-sidebar');
  const people = toggle('people', 'Members', 'members', 'shows-members');
  const tools = el('div.header-tools');
  byId('chat-header').append(menu, name, topic, tools, people);

  /** One side at a time, so that they never lie upon each other. */
  function toggle(sign, label, pane, className) {
    const button = el(
      'button.icon-button',
      {
        type: 'button',
        'aria-label': label,
        title: label,
        'aria-controls': pane,
        onclick: () => {
          const shows = !app.classList.contains(className);
          closeSides();
          app.classList.toggle(className, shows);
          drawToggles();
          if (shows) byId(pane).querySelector('button, [tabindex]')?.focus();
        },
      },
      icon(sign),
    );
    button.classList.add(`toggle-${pane}`);
    return button;
  }

  function closeSides() {
    app.classList.remove('shows-sidebar', 'shows-members');
    drawToggles();
  }
  function drawToggles() {
    menu.setAttribute('aria-expanded', String(!narrow.matches || app.classList.contains('shows-sidebar')));
    people.setAttribute('aria-expanded', String(!mediumOrLess.matches || app.classList.contains('shows-members')));
  }
  function draw() {
    const channel = store.channel();
    if (!channel) return;
    const parent = channel.ownerId === undefined ? undefined : store.channel(channel.parentId);
    const focused = tools.contains(document.activeElement) && document.activeElement.getAttribute('aria-label');
    name.replaceChildren(...[...breadcrumb(parent), icon(channelSign(channel)), el('span', {}, channel.name)]);
    topic.textContent = isForum(channel) ? '' : (channel.topic ?? '');
    tools.replaceChildren(...headerTools(channel, acts));
    if (focused) tools.querySelector(`[aria-label="${focused}"]`)?.focus();
  }

  /** The channel a thread belongs to leads back there. */
  function breadcrumb(parent) {
    if (!parent) return [];
    const back = el('button.breadcrumb', { type: 'button', onclick: () => acts.openChannel(parent.id) }, parent.name);
    return [icon(channelSign(parent)), back, el('span.breadcrumb-mark', { 'aria-hidden': 'true' }, '›')];
  }

  byId('log').addEventListener('pointerdown', closeSides);
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const open = app.classList.contains('shows-sidebar')
      ? menu
      : app.classList.contains('shows-members')
        ? people
        : undefined;
    closeSides();
    open?.focus();
  });
  for (const query of [narrow, mediumOrLess]) query.addEventListener('change', drawToggles);
  store.on('state', draw);
  store.on('channel', () => {
    draw();
    closeSides();
  });
  drawToggles();
}
