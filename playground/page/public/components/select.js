/** Selects of messages: a button that opens a list. With several values, the list stays open until it is left. */
import { el, icon } from '../dom.js';
import { createListbox } from '../listbox.js';
import { emojiText, wait } from './button.js';
import { entityOptions } from './select-entities.js';

export function renderSelect(select, context) {
  const {
    custom_id: customId,
    placeholder = 'Make a selection',
    disabled,
    min_values: min = 1,
    max_values: max = 1,
  } = select;
  const options = select.type === 3 ? select.options : entityOptions(select, context.store);
  const byDefault = options.filter(option => option.default).map(option => option.value);
  let chosen = [...byDefault];
  let stopFollowing = new AbortController();

  const caption = el('span.select-caption');
  const button = el(
    'button.select',
    { type: 'button', role: 'combobox', disabled, 'aria-label': placeholder, dataset: { customId } },
    caption,
    icon('down'),
  );
  const list = createListbox(button, { label: placeholder, onChoose: choose });
  list.element.querySelector('ul').setAttribute('aria-multiselectable', String(max > 1));

  function choose({ value }) {
    if (max === 1) {
      chosen = [value];
      finish();
      return;
    }
    if (chosen.includes(value)) chosen = chosen.filter(other => other !== value);
    else if (chosen.length < max) chosen = [...chosen, value];
    draw();
    open(options.findIndex(option => option.value === value));
  }

  function open(start = 0) {
    const entries = options.map(option => ({
      label: option.label,
      detail: option.description,
      value: option.value,
      selected: chosen.includes(option.value),
      mark: option.emoji && el('span.button-emoji', {}, emojiText(option.emoji)),
    }));
    const several = `Choose ${min === max ? max : `${min} to ${max}`}, then press Escape or click elsewhere.`;
    list.show(entries, { text: options.length === 0 ? 'There is nothing to choose.' : max > 1 ? several : '', start });
    place(list.element, button);
    follow();
  }

  /** The list is fixed to the window, and its message may be scrolled. */
  function follow() {
    stopFollowing.abort();
    stopFollowing = new AbortController();
    const again = () => (list.isOpen && button.isConnected ? place(list.element, button) : stopFollowing.abort());
    document.addEventListener('scroll', again, { capture: true, passive: true, signal: stopFollowing.signal });
  }

  /** Left without choosing: with several values, what is marked counts. */
  function leave() {
    if (max > 1) finish();
    else list.hide();
  }

  /** Tells the bot what was chosen, if it is a change and enough. */
  function finish() {
    list.hide();
    const isSame = chosen.length === byDefault.length && chosen.every(value => byDefault.includes(value));
    if (chosen.length < min || (isSame && max > 1)) chosen = [...byDefault];
    else
      void wait(button, context.pick(customId, chosen)).finally(() => {
        chosen = [...byDefault];
        draw();
      });
    draw();
  }

  function draw() {
    const labels = options.filter(option => chosen.includes(option.value)).map(option => option.label);
    caption.textContent = labels.length > 0 ? labels.join(', ') : placeholder;
    caption.classList.toggle('placeholder', labels.length === 0);
  }

  button.addEventListener('click', () => (list.isOpen ? leave() : open()));
  button.addEventListener('blur', () => list.isOpen && leave());
  button.addEventListener('keydown', event => {
    if (event.key === 'Escape' && list.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (list.isOpen && event.key === ' ') {
      event.preventDefault();
      if (list.active) choose(list.active);
    } else if (!list.handles(event) && !list.isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      open();
    }
  });
  draw();
  return el('div.select-holder', {}, button, list.element);
}

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
