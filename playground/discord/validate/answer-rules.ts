/** What the schema does not say of modals and autocompletions. */
import type { Issues } from '../errors.ts';
import { limits } from '../limits.ts';
import { type Component, checkSelect, selects } from './component-rules.ts';
import { type Collector, characters, collector } from './issues.ts';

export interface ModalBody {
  readonly title: string;
  readonly components: readonly (Component & {
    readonly component?: Component & { readonly required?: boolean | null; readonly disabled?: boolean | null };
  })[];
}

const stringSelect = 3;

export function checkModal({ components }: ModalBody): Issues | undefined {
  const found = collector();
  const customIds = new Set<string>();
  if (components.length > limits.modalTopLevel.max)
    found.add(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${limits.modalTopLevel.max} in length.`);
  components.forEach((top, index) => {
    const inner = top.component === undefined ? (top.components ?? []) : [top.component];
    inner.forEach((field, at) => {
      const path = ['components', index, ...(top.component === undefined ? ['components', at] : ['component'])];
      if (typeof field.custom_id === 'string') {
        if (customIds.has(field.custom_id))
          found.add(
            [...path, 'custom_id'],
            'COMPONENT_CUSTOM_ID_DUPLICATED',
            'Component custom id cannot be duplicated',
          );
        customIds.add(field.custom_id);
      }
      const { required, disabled } = field as { required?: boolean | null; disabled?: boolean | null };
      if (disabled === true)
        found.add([...path, 'disabled'], 'COMPONENT_DISABLED_IN_MODAL', 'Nothing in a modal can be disabled');
      if (field.type >= stringSelect && field.type !== 4 && field.min_values === 0 && required !== false)
        found.add([...path, 'min_values'], 'COMPONENT_MIN_VALUES_REQUIRED', 'min_values 0 needs required: false');
      if (selects.has(field.type)) checkSelect(field, path, found);
      checkText(field, path, found);
    });
  });
  return found.tree;
}

function checkText(field: Component, path: readonly (string | number)[], found: Collector): void {
  const { min_length: min, max_length: max } = field as { min_length?: number | null; max_length?: number | null };
  if (min != null && max != null && min > max)
    found.add([...path, 'min_length'], 'TEXT_INPUT_MIN_ABOVE_MAX', 'min_length cannot exceed max_length');
}

export interface ChoicesBody {
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | null;
}

export function checkChoices({ choices }: ChoicesBody): Issues | undefined {
  const found = collector();
  if ((choices?.length ?? 0) > limits.choices.max)
    found.add(['choices'], 'BASE_TYPE_MAX_LENGTH', `Must be ${limits.choices.max} or fewer in length.`);
  choices?.forEach(({ name, value }, index) => {
    const length = characters(name);
    if (length < 1 || length > limits.choiceName.max)
      found.add(
        ['choices', index, 'name'],
        'BASE_TYPE_BAD_LENGTH',
        `Must be between 1 and ${limits.choiceName.max} in length.`,
      );
    if (typeof value === 'string' && characters(value) > limits.choiceValue.max)
      found.add(
        ['choices', index, 'value'],
        'BASE_TYPE_MAX_LENGTH',
        `Must be ${limits.choiceValue.max} or fewer in length.`,
      );
  });
  return found.tree;
}
