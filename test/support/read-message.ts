/** What a message says and how large it is, for tests of views. */
import type { Message } from '../../src/views/message.ts';

interface Piece {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Piece[];
  readonly accessory?: Piece;
}

function pieces(piece: Piece): readonly Piece[] {
  return [piece, ...(piece.components ?? []).flatMap(pieces), ...(piece.accessory ? pieces(piece.accessory) : [])];
}

const all = (message: Message) => (message.components as readonly Piece[]).flatMap(pieces);

/** All texts, one below the other. */
export function textOf(message: Message): string {
  return all(message)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join('\n');
}

/** Labels of buttons by custom_id. */
export function buttonsOf(message: Message): Readonly<Record<string, string>> {
  return Object.fromEntries(
    all(message).flatMap(({ type, label, custom_id }) => (type === 2 && custom_id ? [[custom_id, label ?? '']] : [])),
  );
}

/** What Discord limits: components with nested ones, characters of text, custom_ids. */
export function sizeOf(message: Message) {
  const ids = all(message).flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  return {
    components: all(message).length,
    characters: textOf(message).length,
    longestId: Math.max(0, ...ids.map(id => id.length)),
    repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
  };
}
