/** The card that says what to do next. It lies beside what happens, never upon it. */
import { el, icon } from '../dom.js';

/** `actions`: start, next and putAway. */
export function createCard(actions) {
  const title = el('h2', { id: 'tour-title' });
  const text = el('p');
  const count = el('p.quiet.tour-count');
  const buttons = el('div.tour-buttons');
  const words = el('div', { role: 'status' }, title, text);
  const element = el(
    'section.tour',
    { 'aria-label': 'Tour', hidden: true },
    el(
      'button.icon-button.close',
      { type: 'button', 'aria-label': 'Put the tour away', title: 'Put the tour away (Esc)', onclick: actions.putAway },
      icon('close'),
    ),
    words,
    el('div.tour-foot', {}, count, buttons),
  );

  function show(heading, sentence, { at = '', choices }) {
    title.textContent = heading;
    text.textContent = sentence;
    count.textContent = at;
    const hadFocus = buttons.contains(document.activeElement);
    buttons.replaceChildren(
      ...choices.map(([label, run, kind]) => el(`button.button.${kind}`, { type: 'button', onclick: run }, label)),
    );
    element.hidden = false;
    if (hadFocus) buttons.lastChild.focus();
  }

  return {
    element,
    offer: ({ invitation }) =>
      show('Shall I show you around?', invitation, {
        choices: [
          ['Not now', actions.putAway, 'secondary'],
          ['Start', actions.start, 'primary'],
        ],
      }),
    step(step, index, steps) {
      const isLast = index === steps - 1;
      show(step.title, step.text, {
        at: `${index + 1} of ${steps}`,
        choices: [
          step.until ? ['Skip', actions.next, 'secondary'] : [isLast ? 'Done' : 'Next', actions.next, 'primary'],
        ],
      });
    },
    hide() {
      element.hidden = true;
    },
  };
}
