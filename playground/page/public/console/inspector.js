/** "Behind the scenes": a drawer with the bot's traffic, tables of its own, and trouble to try. */
import { byId, el, icon } from '../dom.js';
import { createPanel } from './panel.js';
import { createTraffic } from './traffic.js';
import { createTroubles } from './troubles.js';

export function createInspector(controls) {
  const pane = byId('inspector');
  const app = byId('app');
  const sections = [
    { title: 'Traffic', ...createTraffic(controls) },
    ...controls.panels.map(({ title, says }, index) => ({ title, ...createPanel(controls, index, { title, says }) })),
    { title: 'What if…', ...createTroubles(controls) },
  ];
  let current = sections[0];

  const tabs = el('div.tabs', { role: 'tablist', 'aria-label': 'Behind the scenes' });
  const body = el('div.inspector-body');
  sections.forEach((section, index) => {
    const id = `inspector-${index}`;
    section.tab = el(
      'button.tab',
      { type: 'button', role: 'tab', id: `${id}-tab`, 'aria-controls': id, onclick: () => show(section) },
      section.title,
    );
    section.panel = el(
      'div.inspector-panel',
      { role: 'tabpanel', id, 'aria-labelledby': `${id}-tab`, hidden: true },
      section.element,
    );
    tabs.append(section.tab);
    body.append(section.panel);
  });
  pane.append(
    el(
      'header.inspector-head',
      {},
      el('h2', {}, 'Behind the scenes'),
      el(
        'button.icon-button',
        { type: 'button', 'aria-label': 'Close behind the scenes', title: 'Close', onclick: () => toggle(false) },
        icon('close'),
      ),
    ),
    tabs,
    body,
  );
  tabs.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = sections.at((sections.indexOf(current) + step) % sections.length);
    show(next);
    next.tab.focus();
  });
  pane.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    toggle(false);
  });

  function show(section) {
    current = section;
    for (const other of sections) {
      const isShown = other === section;
      other.panel.hidden = !isShown;
      other.tab.setAttribute('aria-selected', String(isShown));
      other.tab.tabIndex = isShown ? 0 : -1;
      if (isShown && controls.isInspectorOpen) other.open?.();
      else other.close?.();
    }
  }

  function toggle(open = !controls.isInspectorOpen) {
    controls.isInspectorOpen = open;
    pane.hidden = !open;
    app.classList.toggle('shows-inspector', open);
    show(current);
    controls.tell('inspector');
    if (open) current.tab.focus();
    else byId('open-inspector').focus();
  }

  show(current);
  return { toggle: () => toggle() };
}
