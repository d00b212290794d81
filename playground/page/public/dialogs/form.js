/** A form that an app opened: its fields and texts, and sending them. */
import { byId, el, freshId } from '../dom.js';
import { renderMarkdown } from '../markdown/render.js';
import { createField } from './fields/field.js';

const textDisplay = 10;

/** `send(fields)` and `dismiss()` talk to the server; a refusal is shown in the form. `tools`: context and upload. */
export function showForm({ title, components }, { send, dismiss, context, upload }) {
  const fields = [];
  const id = freshId('modal');
  const problem = el('p.problem', { role: 'alert', hidden: true });
  const submit = el('button.button.primary', { type: 'submit' }, 'Submit');
  const form = el(
    'form',
    { method: 'dialog' },
    components.flatMap(part),
    problem,
    el(
      'div.form-buttons',
      {},
      el('button.button.secondary', { type: 'button', onclick: () => cancel() }, 'Cancel'),
      submit,
    ),
  );
  const dialog = el('dialog.modal', { 'aria-labelledby': id }, el('h2', { id }, title), form);

  function part(top) {
    if (top.type === textDisplay) return renderMarkdown(top.content, context);
    return [top.component, ...(top.components ?? [])].filter(Boolean).map(component => {
      const field = createField(component, top, { store: context.store, upload });
      if (!field) return el('p.unknown-part', {}, `This page can't show part ${component.type}.`);
      fields.push(field);
      return field.element;
    });
  }
  function cancel() {
    dialog.close();
    dismiss();
  }
  function complain(text) {
    problem.textContent = text;
    problem.hidden = text === '';
  }
  async function submitted() {
    complain('');
    // All of them, so that everything that is wrong can be seen at once.
    const isRight = fields.map(field => field.check()).every(Boolean);
    if (!isRight) return;
    submit.setAttribute('aria-busy', 'true');
    try {
      await Promise.all(fields.map(field => field.ready()));
      await send(Object.fromEntries(fields.map(({ customId, read }) => [customId, read()])));
      dialog.close();
    } catch (refusal) {
      complain(refusal.message);
    } finally {
      submit.removeAttribute('aria-busy');
    }
  }

  dialog.addEventListener('cancel', event => {
    // Files being chosen say so too.
    if (event.target === dialog) dismiss();
  });
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') !== 'true') void submitted();
  });
  byId('dialogs').append(dialog);
  dialog.showModal();
}
