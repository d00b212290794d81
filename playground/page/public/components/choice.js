/** A button that opens a list to choose one or several from: selects of messages and of forms. */
import { el, icon } from '../dom.js';
import { createListbox } from '../listbox.js';
import { emojiText } from './button.js';
import { entityOptions } from './select-entities.js';

const strings = 3;

/** `onFinish(values, isChange)` hears when the list is left with enough chosen; `label` names it for screen readers. */
export function createChoice(select, { store, label, onFinish }) {
  const { custom_id: customId, disabled, min_values: min = 1, max_values: max = 1 } = select;
  const placeholder = select.placeholder || 'Make a selection';
  const options = select.type === strings ? select.options : entityOptions(select, store);
  const byDefault = options.filter(option => option.default).map(option => option.value);
  let chosen = [...byDefault];
  let filter = '';
  let stopFollowing = new AbortController();

  const caption = el('span.select-caption');
  const button = el(
    'button.select',
    { type: 'button', role: 'combobox', disabled, 'aria-label': label ?? placeholder, dataset: { customId } },
    caption,
    icon('down'),
  );
  const list = createListbox(button, { label: label ?? placeholder, onChoose: choose });
  list.element.querySelector('ul').setAttribute('aria-multiselectable', String(max > 1));

  function choose({ value }) {
    if (max === 1) {
      chosen = [value];
      leave();
      return;
    }
    if (chosen.includes(value)) chosen = chosen.filter(other => other !== value);
    else if (chosen.length < max) chosen = [...chosen, value];
    draw();
    open(shown().findIndex(option => option.value === value));
  }

  /** Typing narrows long lists down. */
  const shown = () =>
    options.filter(({ label: text, description = '' }) => `${text} ${description}`.toLowerCase().includes(filter));

  function open(start = 0) {
    const entries = shown().map(option => ({
      label: option.label,
      detail: option.description,
      value: option.value,
      selected: chosen.includes(option.value),
      mark: option.emoji && el('span.button-emoji', {}, emojiText(option.emoji)),
    }));
    list.show(entries, { text: noteOf(entries), title: filter && `Matching “${filter}”`, start: Math.max(start, 0) });
    place(list.element, button);
    follow();
  }

  function noteOf(entries) {
    if (options.length === 0) return 'There is nothing to choose.';
    if (entries.length === 0) return 'Nothing fits. Backspace takes back what you typed.';
    if (max === 1) return '';
    return `Choose ${min === max ? max : `${min} to ${max}`}, then press Escape or click elsewhere.`;
  }

  /** The list is fixed to the window, and its message may be scrolled. */
  function follow() {
    stopFollowing.abort();
    stopFollowing = new AbortController();
    const again = () => (list.isOpen && button.isConnected ? place(list.element, button) : stopFollowing.abort());
    document.addEventListener('scroll', again, { capture: true, passive: true, signal: stopFollowing.signal });
  }

  /** With several values, what is marked counts; too few count as none. */
  function leave() {
    list.hide();
    filter = '';
    const isSame = chosen.length === byDefault.length && chosen.every(value => byDefault.includes(value));
    if (chosen.length < min) chosen = [...byDefault];
    else onFinish?.(chosen, !isSame);
    draw();
  }

  function draw() {
    const labels = options.filter(option => chosen.includes(option.value)).map(option => option.label);
    caption.textContent = labels.length > 0 ? labels.join(', ') : placeholder;
    caption.classList.toggle('placeholder', labels.length === 0);
  }

  function narrow(key) {
    filter = key === 'Backspace' ? filter.slice(0, -1) : filter + key.toLowerCase();
    open();
  }

  button.addEventListener('click', () => (list.isOpen ? leave() : open()));
  button.addEventListener('blur', () => list.isOpen && leave());
  button.addEventListener('keydown', event => {
    if (event.key === 'Escape' && list.isOpen) leave();
    else if (list.isOpen && event.key === ' ' && filter === '') {
      if (list.active) choose(list.active);
    } else if (list.handles(event)) return;
    else if (!list.isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) open();
    else if (list.isOpen && isTyped(event)) narrow(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  draw();
  return {
    element: el('div.select-holder', {}, button, list.element),
    button,
    read: () => chosen,
    /** Back to what the app had chosen. */
    reset() {
      chosen = [...byDefault];
      draw();
    },
  };
}

const isTyped = ({ key, ctrlKey, metaKey, altKey }) =>
  (key === 'Backspace' || [...key].length === 1) && !ctrlKey && !metaKey && !altKey;

/** Below the button, or above it where there is more room. */
function place(element, button) {
  const { top, bottom, left, width } = button.getBoundingClientRect();
  const below = innerHeight - bottom;
  const goesUp = below < 240 && top > below;
  const gap = 4;
  element.style.left = `${left}px`;
  element.style.width = `${width}px`;
  element.style.top = goesUp ? 'auto' : `${bottom + gap}px`;
  element.style.bottom = goesUp ? `${innerHeight - top + gap}px` : 'auto';
  element.style.maxHeight = `${Math.max(160, (goesUp ? top : below) - 16)}px`;
}
