/** Selects of messages: what is chosen goes to the app at once. */
import { wait } from './button.js';
import { createChoice } from './choice.js';

export function renderSelect(select, context) {
  const choice = createChoice(select, {
    store: context.store,
    onFinish(values, isChange) {
      // Choosing the same again from a list of one is an answer, too.
      if (!isChange && (select.max_values ?? 1) > 1) return;
      void wait(choice.button, context.pick(select.custom_id, values)).finally(choice.reset);
    },
  });
  return choice.element;
}
