/** Options side by side: one of them (radio group), several (checkbox group), or a single checkbox. */
import { el, freshId } from '../../dom.js';

export const radioField = (component, { required }) => {
  const { element, chosen } = list('radio', component.options, { required });
  return { element, isGroup: true, read: () => chosen()[0] ?? [] };
};

export function checkboxesField(component, { required }) {
  const { element, chosen } = list('checkbox', component.options, {});
  const least = required ? Math.max(1, component.min_values ?? 1) : (component.min_values ?? 0);
  const most = component.max_values ?? component.options.length;
  return {
    element,
    isGroup: true,
    read: chosen,
    problem() {
      const { length } = chosen();
      if (length === 0 && !required) return undefined;
      if (length < least) return `Choose at least ${least}.`;
      return length > most ? `Choose at most ${most}.` : undefined;
    },
  };
}

export function checkboxField(component, { id }) {
  const input = el('input', { type: 'checkbox', id, 'aria-describedby': `${id}-about` });
  input.checked = component.default === true;
  return { element: input, isInline: true, read: () => input.checked };
}

function list(type, options, { required }) {
  const name = freshId('choice');
  const inputs = options.map(option => {
    const input = el('input', { type, name, value: option.value, required });
    input.checked = option.default === true;
    return input;
  });
  const lines = options.map(({ label, description }, index) =>
    el(
      'label.choice',
      {},
      inputs[index],
      el('span', {}, label, description && el('span.field-description', {}, description)),
    ),
  );
  return {
    element: el('div.choices', {}, lines),
    chosen: () => inputs.filter(input => input.checked).map(input => input.value),
  };
}
