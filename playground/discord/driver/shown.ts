/** From what the server keeps to what a member has on the screen. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { messageJson } from '../serial/message.ts';
import { MessageFlag } from '../state/messages/message-types.ts';
import type { MessageRecord, Outcome } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { Shown, ShownButton, ShownSelect } from '../surface/shown.ts';
import { modalFields } from './interactions/modal-fields.ts';

/** Any component, loosely. */
interface Node {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Node[];
  readonly accessory?: Node;
  readonly label?: string | null;
  readonly emoji?: { readonly name?: string | null } | null;
  readonly custom_id?: string | null;
  readonly url?: string | null;
  readonly disabled?: boolean | null;
  readonly style?: number;
  readonly placeholder?: string | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string | null;
    readonly default?: boolean | null;
  }[];
}

const selectKinds: Readonly<Record<number, ShownSelect['kind']>> = {
  3: 'string',
  5: 'user',
  6: 'role',
  7: 'mentionable',
  8: 'channel',
};

const nothing = {
  ephemeral: true,
  thinking: false,
  author: '',
  components: [],
  buttons: [],
  selects: [],
  fields: [],
  pings: [],
  modal: undefined,
  message: undefined,
} satisfies Partial<Shown>;

export function shownOutcome(world: World, outcome: Outcome): Shown {
  switch (outcome.kind) {
    case 'message':
    case 'update':
      return shownMessage(world, outcome.message, outcome.kind);
    case 'modal':
      return {
        ...nothing,
        kind: 'modal',
        text: outcome.modal.title,
        fields: modalFields(outcome.modal),
        modal: outcome.modal,
      };
    case 'choices':
      throw new Error('an autocompletion is not shown, it is returned');
    case 'failed':
      return { ...nothing, kind: 'no-response', text: 'The application did not respond' };
  }
}

/** `viewerId`: whose own reactions are marked. */
export function shownMessage(
  world: World,
  message: MessageRecord,
  kind: 'message' | 'update' = 'message',
  viewerId?: string,
): Shown {
  const nodes = [...walk(message.components as unknown as readonly Node[])];
  return {
    kind,
    text: textOf(message, nodes),
    ephemeral: message.onlyFor !== undefined,
    thinking: (message.flags & MessageFlag.loading) !== 0,
    author: message.author.displayName ?? message.author.name,
    components: message.components as readonly APIMessageTopLevelComponent[],
    buttons: nodes.filter(({ type }) => type === 2).map(buttonOf),
    selects: nodes.flatMap(selectOf),
    fields: [],
    pings: message.mentionIds,
    modal: undefined,
    message: messageJson(message, world, viewerId),
  };
}

/** In the order of the screen: what stands in a section comes before its accessory. */
function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if (node.components !== undefined) yield* walk(node.components);
    if (node.accessory !== undefined) yield* walk([node.accessory]);
  }
}

function textOf(message: MessageRecord, nodes: readonly Node[]): string {
  const embeds = message.embeds.flatMap(({ title, description, fields, footer }) => [
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [message.content, ...embeds, ...nodes.map(({ content }) => content)].filter(Boolean).join('\n');
}

const buttonOf = (node: Node): ShownButton => ({
  label: node.label ?? node.emoji?.name ?? '',
  customId: node.custom_id ?? undefined,
  url: node.url ?? undefined,
  disabled: node.disabled === true,
  style: node.style ?? 2,
});

function selectOf(node: Node): ShownSelect[] {
  const kind = selectKinds[node.type];
  if (kind === undefined) return [];
  const options = (node.options ?? []).map(option => ({
    label: option.label,
    value: option.value,
    description: option.description ?? undefined,
    selected: option.default === true,
  }));
  return [
    {
      kind,
      options,
      customId: node.custom_id ?? '',
      placeholder: node.placeholder ?? undefined,
      disabled: node.disabled === true,
      minValues: node.min_values ?? 1,
      maxValues: node.max_values ?? 1,
    },
  ];
}
