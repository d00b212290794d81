/** The line above the little Discord: whom the visitor plays, the clock, the tour, and what happens behind the scenes. */
import { avatar } from '../avatar.js';
import { byId, el, icon } from '../dom.js';
import { createClockMenu } from './clock-menu.js';

/** `actions`: chooseMember, toggleInspector, and startTour where there is a tour. */
export function createStrip(store, controls, personas, actions) {
  const parts = el('ul.parts');
  const me = el('button.strip-button.strip-me', { type: 'button', onclick: actions.chooseMember });
  const inspector = el(
    'button.strip-button',
    {
      type: 'button',
      id: 'open-inspector',
      'aria-expanded': 'false',
      'aria-controls': 'inspector',
      onclick: actions.toggleInspector,
    },
    icon('pulse'),
    el('span.strip-label', {}, 'Behind the scenes'),
  );
  const trouble = el('span.trouble-count', { hidden: true });
  inspector.append(trouble);
  const tour =
    actions.startTour &&
    el(
      'button.strip-button',
      { type: 'button', id: 'open-tour', onclick: actions.startTour },
      icon('compass'),
      el('span.strip-label', {}, 'Tour'),
    );
  byId('strip').append(
    el('p.strip-title', {}, icon('mountain'), el('span.strip-label', {}, 'Playground')),
    el('nav.strip-parts', { id: 'strip-parts', 'aria-label': 'Whom you play' }, parts, me),
    el('div.strip-tools', {}, createClockMenu(controls), inspector, tour),
  );

  const featured = personas.filter(({ part }) => part);
  function drawParts() {
    const { me: member } = store.state;
    const own = featured.find(({ id }) => id === member.id);
    parts.replaceChildren(...featured.map(persona => el('li', {}, partLink(persona))));
    const name = own?.part.as ?? member.displayName;
    me.replaceChildren(
      avatar(member),
      el('span.strip-label', {}, name),
      el('span.only-for-screen-readers', {}, '. Be someone else'),
    );
  }
  function partLink({ id, displayName, part }) {
    const address = new URL('/', location.href);
    address.searchParams.set('as', id);
    if (store.channelId) address.searchParams.set('channel', store.channelId);
    return el(
      'a.part',
      { href: address.href, title: `${displayName}: ${part.says}`, 'aria-current': store.isMe(id) && 'true' },
      part.as,
    );
  }
  function drawTrouble() {
    const on = controls.troubles.filter(({ isOn }) => isOn);
    trouble.hidden = on.length === 0;
    trouble.textContent = on.length === 1 ? on[0].title : `${on.length} troubles`;
  }

  store.on('state', drawParts);
  store.on('channel', drawParts);
  controls.on('troubles', drawTrouble);
  controls.on('inspector', () => inspector.setAttribute('aria-expanded', String(controls.isInspectorOpen === true)));
  drawParts();
  drawTrouble();
}
