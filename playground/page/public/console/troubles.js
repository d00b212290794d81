/** Trouble to try: switches with a sentence each of what happens. */
import { el } from '../dom.js';

export function createTroubles(controls) {
  const list = el('ul.troubles');
  const problem = el('p.problem', { role: 'alert', hidden: true });

  async function set(id, on) {
    try {
      await controls.setTrouble(id, on);
      problem.hidden = true;
    } catch ({ message }) {
      problem.textContent = message;
      problem.hidden = false;
    }
  }

  function draw() {
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.trouble : undefined;
    list.replaceChildren(...controls.troubles.map(entry));
    if (focused) list.querySelector(`[data-trouble="${focused}"]`)?.focus();
  }
  function entry(trouble) {
    const { id, title, says, kind, isOn } = trouble;
    const titleId = `trouble-${id}`;
    return el(
      `li.trouble${isOn ? '.on' : ''}`,
      {},
      el(
        'div',
        {},
        el('h3', { id: titleId }, title),
        el('p', { id: `${titleId}-says` }, says),
        kind === 'next' && isOn && el('p.trouble-waits', {}, 'Waiting for the next request…'),
      ),
      kind === 'once' ? doIt(trouble, titleId) : toggle(trouble, titleId),
    );
  }
  const doIt = ({ id }, titleId) =>
    el(
      'button.button.secondary',
      {
        type: 'button',
        id: `${titleId}-do`,
        dataset: { trouble: id },
        'aria-labelledby': `${titleId}-do ${titleId}`,
        onclick: () => set(id, true),
      },
      'Do it',
    );
  const toggle = ({ id, isOn }, titleId) =>
    el(
      'button.switch',
      {
        type: 'button',
        role: 'switch',
        dataset: { trouble: id },
        'aria-checked': String(isOn),
        'aria-labelledby': titleId,
        'aria-describedby': `${titleId}-says`,
        onclick: () => set(id, !isOn),
      },
      el('span.knob'),
    );

  controls.on('troubles', draw);
  draw();
  return {
    element: el(
      'div',
      {},
      el(
        'p.quiet.lead',
        {},
        'See what the bot does when Discord is not at its best. Everything here can be switched off again.',
      ),
      problem,
      list,
    ),
  };
}
