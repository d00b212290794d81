/** A list of suggestions driven by the keyboard of another element: the command picker, option values, selects. */
import { el, freshId } from './dom.js';

/**
 * `owner` keeps the focus and gets the aria attributes; `onChoose(entry)` hears of Enter, Tab or a click.
 * An entry is `{ label, detail?, hint?, group?, selected? }` with whatever else its maker wants back.
 */
export function createListbox(owner, { label, onChoose }) {
  const id = freshId('listbox');
  const list = el('ul.listbox-items', { role: 'listbox', id, 'aria-label': label });
  const heading = el('div.listbox-heading');
  const note = el('div.listbox-note', { role: 'status' });
  const element = el('div.listbox', { hidden: true }, heading, list, note);
  let entries = [];
  let rows = [];
  let active = -1;

  owner.setAttribute('aria-haspopup', 'listbox');
  owner.setAttribute('aria-expanded', 'false');

  function activate(index) {
    rows[active]?.classList.remove('active');
    active = index;
    rows[active]?.classList.add('active');
    rows[active]?.scrollIntoView({ block: 'nearest' });
    if (rows[active]) owner.setAttribute('aria-activedescendant', rows[active].id);
    else owner.removeAttribute('aria-activedescendant');
  }

  function rowOf(entry, index) {
    return el(
      `li.listbox-item${entry.selected ? '.selected' : ''}`,
      {
        role: 'option',
        id: `${id}-${index}`,
        'aria-selected': String(Boolean(entry.selected)),
        // The owner must keep the focus, or the list would close before the click arrives.
        onpointerdown: event => event.preventDefault(),
        onpointermove: () => index !== active && activate(index),
        onclick: () => onChoose(entry),
      },
      entry.mark,
      el(
        'span.listbox-text',
        {},
        el('span.listbox-label', {}, entry.label),
        entry.detail && el('span.listbox-detail', {}, entry.detail),
      ),
      entry.hint && el('span.listbox-hint', {}, entry.hint),
    );
  }

  /** A heading where another group begins; one group alone needs none. */
  function groupBefore(index) {
    const { group } = entries[index];
    if (group === undefined || entries.every(entry => entry.group === group)) return undefined;
    return group === entries[index - 1]?.group ? undefined : el('li.listbox-group', { role: 'presentation' }, group);
  }

  const box = {
    element,
    get isOpen() {
      return !element.hidden;
    },
    /** The entry Enter would choose. */
    get active() {
      return box.isOpen ? entries[active] : undefined;
    },
    /** `start` is the entry to begin with; -1 for none, so that Enter keeps its usual meaning. */
    show(next, { title = '', text = '', start = 0 } = {}) {
      entries = next;
      rows = entries.map(rowOf);
      list.replaceChildren(...rows.flatMap((row, index) => [groupBefore(index), row]).filter(Boolean));
      list.hidden = rows.length === 0;
      heading.textContent = title;
      heading.hidden = title === '';
      note.textContent = text;
      note.hidden = text === '';
      element.classList.remove('stale');
      element.hidden = false;
      owner.setAttribute('aria-expanded', String(rows.length > 0));
      owner.setAttribute('aria-controls', id);
      activate(Math.min(start, rows.length - 1));
    },
    /** What is shown no longer fits what was typed; nothing of it can be chosen by Enter. */
    markStale() {
      element.classList.add('stale');
      activate(-1);
    },
    hide() {
      if (element.hidden) return;
      element.hidden = true;
      owner.setAttribute('aria-expanded', 'false');
      owner.removeAttribute('aria-activedescendant');
    },
    /** True if the key was meant for the list. */
    handles(event) {
      if (!box.isOpen || event.isComposing) return false;
      const { key } = event;
      if (key === 'Escape') box.hide();
      else if (rows.length === 0) return false;
      else if (key === 'ArrowDown') activate(active + 1 < rows.length ? active + 1 : 0);
      else if (key === 'ArrowUp') activate(active > 0 ? active - 1 : rows.length - 1);
      else if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && entries[active]) onChoose(entries[active]);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
  return box;
}
