/** Components as the API gives them back: with what was left out filled in, and real addresses. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { MediaOf } from './media.ts';

/** Any component as it was sent, loosely, numbered already. */
interface Node {
  readonly type: number;
  readonly id: number;
  readonly components?: readonly Node[];
  readonly accessory?: Node;
  readonly [key: string]: unknown;
}

interface Item {
  readonly media?: { readonly url: string };
  readonly file?: { readonly url: string };
  readonly description?: string | null;
  readonly spoiler?: boolean | null;
}

/** `messageId` numbers what is on the web: Discord gives each piece of media an id. */
export function componentsJson(
  components: readonly APIMessageTopLevelComponent[],
  messageId: string,
  mediaOf: MediaOf,
): APIMessageTopLevelComponent[] {
  let onTheWeb = BigInt(messageId);
  const media = (url: string): object => {
    const { attachment, ...json } = mediaOf(url) ?? { url, proxy_url: url, attachment: undefined };
    onTheWeb += 1n;
    return { id: attachment?.id ?? String(onTheWeb), ...json, ...(attachment && { attachment_id: attachment.id }) };
  };
  const pictured = ({ media: given, description, spoiler }: Item): object => ({
    media: media(given?.url ?? ''),
    description: description ?? null,
    spoiler: spoiler === true,
  });
  const filled = (node: Node): object => {
    switch (node.type) {
      case 11:
        return pictured(node as Item);
      case 12:
        return { items: (node.items as readonly Item[]).map(pictured) };
      case 13: {
        const { file, spoiler } = node as Item;
        const attachment = mediaOf(file?.url ?? '')?.attachment;
        const size = attachment?.bytes.byteLength ?? null;
        return { file: media(file?.url ?? ''), name: attachment?.filename ?? null, size, spoiler: spoiler === true };
      }
      case 14:
        return { spacing: node.spacing ?? 1, divider: node.divider ?? true };
      case 17:
        return { accent_color: node.accent_color ?? null, spoiler: node.spoiler === true };
      case 3:
      case 5:
      case 6:
      case 7:
      case 8:
        return { min_values: node.min_values ?? 1, max_values: node.max_values ?? 1 };
      default:
        return {};
    }
  };
  const json = (node: Node): object => ({
    ...present(node),
    ...filled(node),
    ...(node.components !== undefined && { components: node.components.map(json) }),
    ...(node.accessory != null && { accessory: json(node.accessory) }),
  });
  return (components as unknown as readonly Node[]).map(json) as APIMessageTopLevelComponent[];
}

const present = (node: object): object =>
  Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      value == null ? [] : [[key, nested.has(key) ? value : plain(value)]],
    ),
  );

/** Components inside, which are worded on their own. */
const nested = new Set(['components', 'accessory']);

/** Emojis, options and the like, without nulls inside. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null ? present(value) : value;
}
