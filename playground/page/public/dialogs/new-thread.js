/** Asks for what a new thread or post needs. */
import { byId, el, freshId } from '../dom.js';

/** A thread's name. `create(values)` resolves when it is there; a refusal is shown in the form. */
export function askForThread({ about, mayBePrivate }, create) {
  const id = freshId('thread');
  const name = el('input', { id, type: 'text', required: true, maxlength: 100, placeholder: 'What is it about?' });
  const isPrivate = el('input', { type: 'checkbox' });
  ask(
    'New thread',
    [
      about && el('p.field-description', {}, about),
      el('div.field', {}, el('label', { for: id }, 'Name'), name),
      mayBePrivate &&
        el(
          'label.choice',
          {},
          isPrivate,
          el('span', {}, 'Private', el('span.field-description', {}, 'Only those who are brought in see it.')),
        ),
    ],
    () => create({ name: name.value, ...(isPrivate.checked && { isPrivate: true }) }),
  );
}

/** A post's title, text and tags. */
export function askForPost(forum, create) {
  const [titleId, textId] = [freshId('post'), freshId('post')];
  const title = el('input', { id: titleId, type: 'text', required: true, maxlength: 100 });
  const text = el('textarea', { id: textId, rows: 5, required: true, maxlength: 2000 });
  const tags = forum.tags
    .filter(({ moderated }) => !moderated || forum.may.manageThreads)
    .map(tag => ({ tag, input: el('input', { type: 'checkbox', value: tag.id }) }));
  const chosen = () => tags.filter(({ input }) => input.checked).map(({ tag }) => tag.id);
  ask(
    `New post in ${forum.name}`,
    [
      el('div.field', {}, el('label', { for: titleId }, 'Title'), title),
      el('div.field', {}, el('label', { for: textId }, 'Text'), text),
      tags.length > 0 &&
        el(
          'fieldset.field',
          {},
          el('legend', {}, forum.requiresTag ? 'Tags (at least one)' : 'Tags'),
          el(
            'div.tag-choices',
            {},
            tags.map(({ tag, input }) => el('label.choice', {}, input, el('span', {}, tag.emoji, ' ', tag.name))),
          ),
        ),
    ],
    () => create({ title: title.value, text: text.value, tags: chosen() }),
  );
}

function ask(heading, parts, create) {
  const id = freshId('ask');
  const problem = el('p.problem', { role: 'alert', hidden: true });
  const submit = el('button.button.primary', { type: 'submit' }, 'Create');
  const form = el(
    'form',
    { method: 'dialog' },
    parts,
    problem,
    el(
      'div.form-buttons',
      {},
      el('button.button.secondary', { type: 'button', onclick: () => dialog.close() }, 'Cancel'),
      submit,
    ),
  );
  const dialog = el('dialog.modal', { 'aria-labelledby': id }, el('h2', { id }, heading), form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') === 'true') return;
    submit.setAttribute('aria-busy', 'true');
    problem.hidden = true;
    try {
      await create();
      dialog.close();
    } catch (refusal) {
      problem.textContent = refusal.message;
      problem.hidden = false;
    } finally {
      submit.removeAttribute('aria-busy');
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  byId('dialogs').append(dialog);
  dialog.showModal();
}
