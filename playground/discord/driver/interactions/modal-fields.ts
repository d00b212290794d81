/** The fields of a modal, whichever way they are wrapped. */
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ShownField } from '../../surface/shown.ts';

/** Any component of a modal, loosely. */
export interface ModalNode {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string | null;
  readonly description?: string | null;
  readonly component?: ModalNode;
  readonly components?: readonly ModalNode[];
  readonly required?: boolean | null;
  readonly value?: string | null;
  readonly placeholder?: string | null;
  readonly style?: number;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly file_types?: readonly string[] | null;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly default?: boolean | null }[];
  readonly default_values?: readonly { readonly id: string }[] | null;
  readonly default?: boolean | null;
}

const kinds: Readonly<Record<number, ShownField['kind']>> = {
  3: 'string',
  4: 'text',
  5: 'user',
  6: 'role',
  7: 'mentionable',
  8: 'channel',
  19: 'file',
  21: 'radio',
  22: 'checkboxes',
  23: 'checkbox',
};

export function modalFields(modal: APIModalInteractionResponseCallbackData): ShownField[] {
  return (modal.components as unknown as readonly ModalNode[]).flatMap(top =>
    [...(top.component === undefined ? [] : [top.component]), ...(top.components ?? [])].flatMap(node =>
      field(top, node),
    ),
  );
}

function field(top: ModalNode, node: ModalNode): ShownField[] {
  const kind = kinds[node.type];
  if (kind === undefined) return [];
  const text = kind === 'text';
  return [
    {
      kind,
      customId: node.custom_id ?? '',
      label: top.label ?? node.label ?? '',
      description: top.description ?? undefined,
      required: kind !== 'checkbox' && node.required !== false,
      value: node.value ?? undefined,
      placeholder: node.placeholder ?? undefined,
      style: node.style,
      min: (text ? node.min_length : node.min_values) ?? undefined,
      max: (text ? node.max_length : node.max_values) ?? undefined,
      options: node.options ?? [],
      chosen: node.default_values?.map(({ id }) => id) ?? chosenOptions(node),
      checked: node.default === true,
      fileTypes: node.file_types ?? [],
    },
  ];
}

const chosenOptions = ({ options = [] }: ModalNode) =>
  options.filter(option => option.default === true).map(({ value }) => value);
