/** The line above the messages: the channel's name and topic, and on small screens the way to both sides. */
import { byId, el, icon } from '../dom.js';

const narrow = matchMedia('(max-width: 768px)');
const mediumOrLess = matchMedia('(max-width: 1024px)');

export function createHeader(store) {
  const app = byId('app');
  const name = el('h2.chat-name');
  const topic = el('p.chat-topic');
  const menu = toggle('menu', 'Channels', 'sidebar', 'shows-sidebar');
  const people = toggle('people', 'Members', 'members', 'shows-members');
  byId('chat-header').append(menu, name, topic, people);

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
    name.replaceChildren(
      icon(channel.type === 1 ? 'at' : channel.isPrivate ? 'lock' : 'hash'),
      el('span', {}, channel.name),
    );
    topic.textContent = channel.topic ?? '';
    document.title = `#${channel.name} · ${store.state.guild.name}`;
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
