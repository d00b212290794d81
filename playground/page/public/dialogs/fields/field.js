/** One field of a form with its label, its description and what is wrong with it. */
import { el, freshId } from '../../dom.js';
import { checkboxesField, checkboxField, radioField } from './choices.js';
import { fileField } from './file.js';
import { selectField } from './select.js';
import { textField } from './text.js';

const checkbox = 23;
const makers = {
  3: selectField,
  4: textField,
  5: selectField,
  6: selectField,
  7: selectField,
  8: selectField,
  19: fileField,
  21: radioField,
  22: checkboxesField,
  [checkbox]: checkboxField,
};

/** `label` and `description` stand around it; `tools` are the store and `upload`. Undefined for kinds unknown here. */
export function createField(component, { label = component.label ?? '', description }, tools) {
  const maker = makers[component.type];
  if (!maker) return undefined;
  const id = freshId('field');
  const required = component.type !== checkbox && component.required !== false;
  const control = maker(component, { ...tools, id, required, label });
  const problem = el('p.problem', { role: 'alert', hidden: true });
  const caption = [
    label,
    required && el('span.required', { 'aria-hidden': 'true' }, ' *'),
    required && el('span.only-for-screen-readers', {}, ' (required)'),
  ];
  const about = description && el('p.field-description', { id: `${id}-about` }, description);
  return {
    customId: component.custom_id,
    element: arranged(control, { id, caption, about, problem }),
    read: control.read,
    ready: async () => control.ready?.(),
    /** Shows what is wrong, if anything is, and says whether it is. */
    check() {
      const text = control.problem?.();
      problem.textContent = text ?? '';
      problem.hidden = text === undefined;
      if (text !== undefined) (control.focus ?? (() => control.element.querySelector('input')?.focus()))();
      return text === undefined;
    },
  };
}

function arranged({ element, isGroup, isInline }, { id, caption, about, problem }) {
  if (isGroup) return el('fieldset.field', {}, el('legend', {}, caption), about, element, problem);
  const label = el('label', { for: id }, caption);
  if (!isInline) return el('div.field', {}, label, about, element, problem);
  return el('div.field', {}, el('div.choice', {}, element, label), about, problem);
}
