/** Categories that a visitor has folded, kept in this browser. */
import { el, icon } from '../dom.js';

const key = 'folded-categories';

export function createFolds(redraw) {
  let folded = new Set(read());

  function toggle(name) {
    folded = new Set(folded.has(name) ? [...folded].filter(other => other !== name) : [...folded, name]);
    localStorage.setItem(key, JSON.stringify([...folded]));
    redraw();
  }
  return {
    has: name => folded.has(name),
    button: name =>
      el(
        'button.fold',
        {
          type: 'button',
          dataset: { fold: name },
          'aria-expanded': String(!folded.has(name)),
          onclick: () => toggle(name),
        },
        icon('down'),
        name,
      ),
  };
}

function read() {
  try {
    const names = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(names) ? names : [];
  } catch {
    return [];
  }
}
