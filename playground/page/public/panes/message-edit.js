/** A message of one's own while it is changed: Enter saves, Escape leaves it as it was. */
import { decodeMentions, encodeMentions } from '../composer/mentions.js';
import { el } from '../dom.js';

/** Takes the place of the text in `article`; `save(text)` resolves when it is done, `onClose` draws it again. */
export function editMessage(article, message, { store, save, onClose }) {
  const input = el('textarea', { rows: 1, maxlength: 2000, 'aria-label': 'Edit message' });
  input.value = decodeMentions(message.content, store.state);
  const problem = el('p.problem', { role: 'alert', hidden: true });
  const form = el(
    'form.message-edit',
    {},
    input,
    problem,
    el(
      'p.edit-hint',
      {},
      'Escape to ',
      el('button.plain', { type: 'button', onclick: onClose }, 'cancel'),
      ' · Enter to ',
      el('button.plain', { type: 'submit' }, 'save'),
    ),
  );

  async function submit() {
    const text = input.value.trim();
    if (text === '' || encodeMentions(text, store.state) === message.content) return onClose();
    try {
      await save(encodeMentions(text, store.state));
      return onClose();
    } catch (refusal) {
      problem.textContent = refusal.message;
      problem.hidden = false;
      return undefined;
    }
  }
  const resize = () => {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  };
  input.addEventListener('input', resize);
  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !event.shiftKey) void submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    void submit();
  });
  article.querySelector('.message-body').replaceChildren(form);
  resize();
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}
