/** A modal the bot opened: its fields, and sending them. */
import { byId, el, freshId } from '../dom.js';

/** `send(fields)` and `dismiss()` talk to the server; a refusal is shown in the form. */
export function showForm({ text: title, fields }, { send, dismiss }) {
  const parts = fields.map(field => ({ field, ...control(field) }));
  const problem = el('p.problem', { role: 'alert', hidden: true });
  const submit = el('button.button.primary', { type: 'submit' }, 'Submit');
  const form = el(
    'form',
    { method: 'dialog' },
    parts.map(part => part.element),
    problem,
    el(
      'div.form-buttons',
      {},
      el('button.button.secondary', { type: 'button', onclick: () => cancel() }, 'Cancel'),
      submit,
    ),
  );
  const dialog = el('dialog.modal', { 'aria-labelledby': 'modal-title' }, el('h2', { id: 'modal-title' }, title), form);

  function cancel() {
    dialog.close();
    dismiss();
  }
  dialog.addEventListener('cancel', dismiss);
  dialog.addEventListener('close', () => dialog.remove());
  form.addEventListener('submit', async event => {
    event.preventDefault();
    submit.setAttribute('aria-busy', 'true');
    try {
      await send(Object.fromEntries(parts.map(({ field, read }) => [field.customId, read()])));
      dialog.close();
    } catch (refusal) {
      problem.textContent = refusal.message;
      problem.hidden = false;
    } finally {
      submit.removeAttribute('aria-busy');
    }
  });
  byId('dialogs').append(dialog);
  dialog.showModal();
}

const makers = {
  text: textControl,
  radio: choiceControl('radio'),
  checkboxes: choiceControl('checkbox'),
  checkbox: singleControl,
  file: fileControl,
};

/** `{ element, read }`; selects are shown as a list of checkboxes, or of radio buttons where one is allowed. */
function control(field) {
  const maker = makers[field.kind] ?? choiceControl((field.max ?? 1) > 1 ? 'checkbox' : 'radio');
  return maker(field);
}

function caption({ label, description, required }) {
  return [
    label,
    required && el('span.required', { title: 'Required' }, ' *'),
    description && el('span.field-description', {}, description),
  ];
}

function textControl(field) {
  const id = freshId('field');
  const shared = {
    id,
    required: field.required,
    minlength: field.min,
    maxlength: field.max,
    placeholder: field.placeholder,
  };
  const input = field.style === 2 ? el('textarea', { ...shared, rows: 4 }) : el('input', { ...shared, type: 'text' });
  input.value = field.value ?? '';
  return { element: el('div.field', {}, el('label', { for: id }, caption(field)), input), read: () => input.value };
}

function choiceControl(type) {
  return field => {
    const name = freshId('choice');
    const inputs = field.options.map(option =>
      el('input', { type, name, value: option.value, required: type === 'radio' && field.required }),
    );
    const lines = field.options.map((option, index) => el('label.choice', {}, inputs[index], option.label));
    const chosen = () => inputs.filter(input => input.checked).map(input => input.value);
    return {
      element: el('fieldset.field', {}, el('legend', {}, caption(field)), lines),
      read: () => (field.kind === 'radio' ? (chosen()[0] ?? []) : chosen()),
    };
  };
}

function singleControl(field) {
  const input = el('input', { type: 'checkbox' });
  return { element: el('div.field', {}, el('label.choice', {}, input, caption(field))), read: () => input.checked };
}

function fileControl(field) {
  return {
    element: el(
      'div.field',
      {},
      el('p', {}, caption(field)),
      el('p.field-description', {}, "This page can't send files."),
    ),
    read: () => [],
  };
}
