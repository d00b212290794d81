/** A choice of emoji, found by name. The browser draws them: no pictures are needed. */
import { el } from '../dom.js';
import { openPopup } from './popup.js';

/** `[emoji, words to find it by]`, the most used first. */
const emoji = [
  ['👍', 'thumbs up yes like'],
  ['❤️', 'heart love'],
  ['🎉', 'party tada celebrate'],
  ['👏', 'clap bravo'],
  ['🔥', 'fire'],
  ['✅', 'check done'],
  ['👀', 'eyes look'],
  ['🙏', 'thanks please'],
  ['😄', 'smile happy'],
  ['😂', 'laugh tears'],
  ['🤔', 'thinking hmm'],
  ['😮', 'wow surprised'],
  ['😢', 'sad cry'],
  ['😅', 'sweat phew'],
  ['🥳', 'party face'],
  ['🤯', 'mind blown'],
  ['💯', 'hundred'],
  ['🚀', 'rocket ship'],
  ['⭐', 'star'],
  ['💡', 'idea light'],
  ['📚', 'books learn'],
  ['✏️', 'pencil write'],
  ['🧠', 'brain'],
  ['🏔️', 'mountain climb'],
  ['🧗', 'climber'],
  ['👋', 'wave hello'],
  ['🤝', 'handshake deal'],
  ['💪', 'strong muscle'],
  ['☕', 'coffee'],
  ['🐛', 'bug'],
  ['❓', 'question'],
  ['❌', 'cross no'],
];

export function openEmojiPicker(place, onChoose) {
  const search = el('input', {
    type: 'text',
    placeholder: 'Find an emoji',
    'aria-label': 'Find an emoji',
    autocomplete: 'off',
  });
  const grid = el('div.emoji-grid', { role: 'group', 'aria-label': 'Emoji' });
  const element = el('div.emoji-picker', { role: 'dialog', 'aria-label': 'Choose an emoji' }, search, grid);

  function draw() {
    const wanted = search.value.trim().toLowerCase();
    const found = emoji.filter(([sign, words]) => words.includes(wanted) || sign === wanted);
    grid.replaceChildren(
      ...found.map(([sign, words]) =>
        el(
          'button.emoji',
          { type: 'button', 'aria-label': words.split(' ')[0], title: words, onclick: () => choose(sign) },
          sign,
        ),
      ),
    );
    if (found.length === 0) grid.append(el('p.menu-note', { role: 'status' }, 'No emoji fits.'));
  }
  function choose(sign) {
    close();
    onChoose(sign);
  }
  search.addEventListener('input', draw);
  element.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target === search) {
      grid.querySelector('button')?.click();
      event.preventDefault();
      return;
    }
    const buttons = [...grid.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    const columns = 8;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: at === -1 ? 1 : columns, ArrowUp: -columns }[event.key];
    if (step === undefined || (at === -1 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    (buttons[at + step] ?? (step < 0 ? search : undefined))?.focus();
  });
  draw();
  const close = openPopup(element, place);
  search.focus();
}
