/** A select of a form: strings, members, roles, channels. */
import { createChoice } from '../../components/choice.js';

export function selectField(component, { required, store, label }) {
  // Leaving it empty is for the form to judge, not for the list.
  const choice = createChoice({ ...component, min_values: required ? component.min_values : 0 }, { store, label });
  const { min_values: least = 1 } = component;
  return {
    element: choice.element,
    focus: () => choice.button.focus(),
    read: () => choice.read(),
    problem() {
      const { length } = choice.read();
      if (required && length === 0) return 'Choose something: it is required.';
      return length > 0 && length < least ? `Choose at least ${least}.` : undefined;
    },
  };
}
