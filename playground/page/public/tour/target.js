/** The element a step of the tour points at. */
import { byId } from '../dom.js';

const places = {
  composer: () => byId('composer'),
  messages: () => byId('log'),
  members: () => seen(byId('members')) ?? document.querySelector('.toggle-members'),
  channels: () => seen(byId('sidebar')) ?? document.querySelector('.toggle-sidebar'),
  clock: () => byId('open-clock'),
  inspector: () => byId('open-inspector'),
  personas: () => byId('strip-parts'),
};

/** Undefined while it is not there. */
export function targetOf(at) {
  if (typeof at === 'string') return places[at]?.() ?? undefined;
  const buttons = [...byId('log').querySelectorAll('button:not(:disabled), a.button')];
  return buttons.findLast(({ textContent }) => textContent === at.button);
}

const seen = element => (element.checkVisibility({ visibilityProperty: true }) ? element : undefined);
