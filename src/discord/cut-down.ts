/** Makes a message small enough for Discord: shortens what can be shortened, leaves away what cannot. */
import { type APISelectMenuOption, ComponentType } from 'discord-api-types/v10';
import { clip } from './clip.ts';
import { messageLimits as limits, mostChildren } from './message-limits.ts';
import type { Piece } from './piece.ts';

export function cutDown(pieces: readonly Piece[]): readonly Piece[] {
  let whole = cleanAll(pieces, new Set());
  while (countAll(whole) > limits.components) whole = withoutLast(whole, true) ?? withoutLast(whole, false) ?? [];
  const share = fairShare(textsOf(whole).map(text => text.length));
  const short = share === undefined ? whole : whole.map(piece => withTexts(piece, share));
  return short.length > 0 ? short : [{ type: ComponentType.TextDisplay, content: '…' }];
}

function cleanAll(pieces: readonly Piece[], customIds: Set<string>): readonly Piece[] {
  return pieces.flatMap(piece => clean(piece, customIds));
}

/** The piece with everything in it that Discord takes; several where a section lost its button; none where nothing is left. */
function clean(piece: Piece, customIds: Set<string>): readonly Piece[] {
  const { content, custom_id, label, url, placeholder, options, components, accessory } = piece;
  if (content !== undefined) return content.trim() === '' ? [] : [piece];
  if (custom_id !== undefined) {
    // A cut custom_id would do something else than its button says.
    if (custom_id === '' || custom_id.length > limits.customId || customIds.has(custom_id)) return [];
    customIds.add(custom_id);
  }
  if (url !== undefined && url.length > limits.url) return [];
  if (label === '' && !piece.emoji) return [];
  if (options) return cleanSelect(piece, options);
  const children = components && cleanAll(components, customIds).slice(0, mostChildren(piece.type));
  if (children?.length === 0) return [];
  const [beside] = accessory ? clean(accessory, customIds) : [];
  if (accessory && !beside) return children ?? [];
  return [
    {
      ...piece,
      ...(label !== undefined && { label: clip(label, limits.label) }),
      ...(placeholder !== undefined && { placeholder: clip(placeholder, limits.placeholder) }),
      ...(children && { components: children }),
      ...(beside && { accessory: beside }),
    },
  ];
}

function cleanSelect(select: Piece, options: readonly APISelectMenuOption[]): readonly Piece[] {
  const values = new Set<string>();
  const kept = options
    .filter(({ label, value }) => {
      const usable = label !== '' && value !== '' && value.length <= limits.optionText && !values.has(value);
      values.add(value);
      return usable;
    })
    .slice(0, limits.options)
    .map(({ description, ...option }) => ({
      ...option,
      label: clip(option.label, limits.optionText),
      ...(description && { description: clip(description, limits.optionText) }),
    }));
  if (kept.length === 0) return [];
  const { placeholder, min_values, max_values } = select;
  return [
    {
      ...select,
      options: kept,
      ...(placeholder !== undefined && { placeholder: clip(placeholder, limits.placeholder) }),
      ...(min_values !== undefined && { min_values: Math.min(min_values, kept.length) }),
      ...(max_values !== undefined && { max_values: Math.min(max_values, kept.length) }),
    },
  ];
}

function countAll(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { components = [], accessory }) => sum + 1 + countAll(components) + (accessory ? 1 : 0),
    0,
  );
}

/** Text goes before buttons: a member can still act. Undefined where nothing is left to take. */
function withoutLast(pieces: readonly Piece[], keepRows: boolean): readonly Piece[] | undefined {
  for (const [index, piece] of [...pieces.entries()].reverse()) {
    if (piece.type === ComponentType.Container) {
      const inside = withoutLast(piece.components ?? [], keepRows);
      if (inside)
        return inside.length > 0 ? pieces.with(index, { ...piece, components: inside }) : pieces.toSpliced(index, 1);
    } else if (!keepRows || piece.type !== ComponentType.ActionRow) {
      return pieces.toSpliced(index, 1);
    }
  }
  return undefined;
}

function textsOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap(({ content, components = [] }) => (content === undefined ? textsOf(components) : [content]));
}

/** The length to which the longest texts are cut, so that the short ones stay whole; undefined where all have room. */
function fairShare(lengths: readonly number[]): number | undefined {
  let room: number = limits.text;
  for (const [index, length] of [...lengths].sort((a, b) => a - b).entries()) {
    const share = Math.floor(room / (lengths.length - index));
    if (length > share) return share;
    room -= length;
  }
  return undefined;
}

function withTexts(piece: Piece, share: number): Piece {
  if (piece.content !== undefined) return { ...piece, content: clip(piece.content, share) };
  return piece.components ? { ...piece, components: piece.components.map(child => withTexts(child, share)) } : piece;
}
