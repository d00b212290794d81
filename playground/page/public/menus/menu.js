/** A menu of things to do, for mouse, finger and keyboard. */
import { el, icon } from '../dom.js';
import { openPopup } from '../popups/popup.js';

/**
 * `sections` are `{ title?, entries }`; an entry is `{ label, detail?, sign?, danger?, isOn?, choose }`; one with
 * `isOn` is a switch. Entries may come later, as a promise. `place` is a point or an element.
 */
export function openMenu(label, sections, place) {
  const menu = el('div.menu', { role: 'menu', 'aria-label': label, tabindex: -1 }, sections.map(sectionOf));
  const items = () => [...menu.querySelectorAll('[role^="menuitem"]')];

  function sectionOf({ title, entries }) {
    const group = el('div.menu-section', { role: 'group', 'aria-label': title });
    const heading = title && el('p.menu-title', { 'aria-hidden': 'true' }, title);
    const fill = list => {
      group.replaceChildren(...[heading, ...list.map(entryOf)].filter(Boolean));
      group.hidden = list.length === 0;
    };
    if (Array.isArray(entries)) fill(entries);
    else {
      group.append(heading ?? '', el('p.menu-note', { role: 'status' }, 'Loading…'));
      entries.then(fill, problem => group.replaceChildren(el('p.menu-note', { role: 'alert' }, problem.message)));
    }
    return group;
  }

  function entryOf({ label: text, detail, sign, danger, isOn, choose }) {
    return el(
      `button.menu-item${danger ? '.danger' : ''}`,
      {
        type: 'button',
        role: isOn === undefined ? 'menuitem' : 'menuitemcheckbox',
        'aria-checked': isOn === undefined ? undefined : String(isOn),
        tabindex: -1,
        onpointermove: event => event.currentTarget.focus({ preventScroll: true }),
        onclick: () => {
          close();
          choose();
        },
      },
      el('span.menu-label', {}, text, detail && el('span.menu-detail', {}, detail)),
      (isOn && icon('check')) || (sign && icon(sign)),
    );
  }

  menu.addEventListener('keydown', event => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const next = {
      ArrowDown: () => (at + 1) % all.length,
      ArrowUp: () => (at <= 0 ? all.length : at) - 1,
      Home: () => 0,
      End: () => all.length - 1,
    }[event.key]?.();
    const byLetter = event.key.length === 1 && event.key !== ' ' && findFrom(all, at, event.key);
    const target = all[next] ?? byLetter;
    if (event.key === 'Tab') close();
    else if (!target) return;
    else target.focus();
    event.preventDefault();
    event.stopPropagation();
  });

  const close = openPopup(menu, place);
  (items()[0] ?? menu).focus();
}

function findFrom(items, at, letter) {
  const wanted = letter.toLowerCase();
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(item =>
    item.textContent.trim().toLowerCase().startsWith(wanted),
  );
}
