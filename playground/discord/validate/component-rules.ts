/** What the schema does not say of a message's components: nesting by version, counts, unique ids, what a button needs. */
import { limits } from '../limits.ts';
import { type Collector, characters } from './issues.ts';

/** Any component, loosely: its shape has passed the schema. */
export interface Component {
  readonly type: number;
  readonly id?: number | null;
  readonly custom_id?: string | null;
  readonly style?: number;
  readonly label?: string | null;
  readonly url?: string | null;
  readonly emoji?: object | null;
  readonly sku_id?: string | null;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly options?: readonly { readonly value: string; readonly default?: boolean | null }[];
  readonly default_values?: readonly unknown[] | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
}

type Path = readonly (string | number)[];

const row = 1;
const button = 2;
const stringSelect = 3;
const textDisplay = 10;
const linkStyle = 5;
const premiumStyle = 6;
export const selects = new Set([3, 5, 6, 7, 8]);

export function checkComponents(components: readonly Component[], v2: boolean, found: Collector): void {
  const customIds = new Set<string>();
  const ids = new Set<number>();
  let count = 0;
  let text = 0;

  const walk = (component: Component, path: Path): void => {
    count += 1;
    if (component.type === textDisplay) text += characters(component.content ?? '');
    const { custom_id: customId, id } = component;
    if (typeof customId === 'string' && repeated(customIds, customId))
      found.add([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    if (typeof id === 'number' && id !== 0 && repeated(ids, id))
      found.add([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    if (component.type === button) checkButton(component, path, found);
    if (component.type === row) checkRow(component, path, found);
    if (selects.has(component.type)) checkSelect(component, path, found);
    component.components?.forEach((child, index) => {
      walk(child, [...path, 'components', index]);
    });
    if (component.accessory !== undefined) walk(component.accessory, [...path, 'accessory']);
  };

  components.forEach((component, index) => {
    if (!v2 && component.type !== row)
      found.add(['components', index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).');
    walk(component, ['components', index]);
  });
  if (!v2 && components.length > limits.legacyRows.max)
    found.add(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${limits.legacyRows.max} in length.`);
  if (count > limits.components.max)
    found.add(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${limits.components.max}, and there are ${count}.`,
    );
  if (text > limits.componentText.max)
    found.add(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total length of displayable text cannot exceed ${limits.componentText.max}, and it is ${text}.`,
    );
}

function repeated<T>(seen: Set<T>, value: T): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  return false;
}

function checkRow({ components = [] }: Component, path: Path, found: Collector): void {
  const picks = components.filter(({ type }) => selects.has(type)).length;
  if (picks > 1 || (picks === 1 && components.length > 1))
    found.add(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'A row has up to five buttons, or one select.',
    );
}

function checkButton(component: Component, path: Path, found: Collector): void {
  const { style, label, url, emoji, custom_id: customId, sku_id: skuId } = component;
  if (style === linkStyle) {
    if (!url) found.add([...path, 'url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
    if (customId)
      found.add([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_NOT_ALLOWED', 'A link has no custom id');
    if (url && !/^(?:https?|discord):/.test(url))
      found.add([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'discord').");
  } else if (style !== premiumStyle && !customId) {
    found.add([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
  }
  if (style !== linkStyle && url)
    found.add([...path, 'url'], 'BUTTON_COMPONENT_URL_NOT_ALLOWED', 'Only links have a url');
  if (style !== premiumStyle && !label && !emoji)
    found.add([...path, 'label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or an emoji is required');
  if (style === premiumStyle && !skuId)
    found.add([...path, 'sku_id'], 'BUTTON_COMPONENT_SKU_ID_REQUIRED', 'A sku id is required');
}

/** Also for selects in modals. */
export function checkSelect(component: Component, path: Path, found: Collector): void {
  const min = component.min_values ?? 1;
  const max = component.max_values ?? 1;
  if (min > max) found.add([...path, 'min_values'], 'SELECT_MIN_ABOVE_MAX', 'min_values cannot exceed max_values');
  const options = component.type === stringSelect ? (component.options ?? []) : undefined;
  const values = new Set<string>();
  options?.forEach(({ value }, index) => {
    if (repeated(values, value))
      found.add(
        [...path, 'options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
  });
  if (options !== undefined && max > options.length && component.max_values != null)
    found.add([...path, 'max_values'], 'SELECT_MAX_ABOVE_OPTIONS', 'max_values cannot exceed the number of options');
  const chosen = options?.filter(option => option.default === true).length ?? component.default_values?.length ?? 0;
  if (chosen > 0 && (chosen > max || chosen < min))
    found.add(
      [...path, 'default_values'],
      'SELECT_DEFAULTS_OUT_OF_RANGE',
      `Between ${min} and ${max} defaults, not ${chosen}`,
    );
}
