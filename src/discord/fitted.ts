/** The last look at a message before it leaves: what Discord would refuse is cut, so that the rest arrives. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { cutDown } from './cut-down.ts';
import { messageLimits as limits, mostChildren } from './message-limits.ts';
import type { Piece } from './piece.ts';

export interface Fitted {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Discord would have refused the message as it was. */
  readonly cut: boolean;
}

/** Nearly every message fits as it is, and is handed on untouched. */
export function fitted(components: readonly APIMessageTopLevelComponent[]): Fitted {
  const pieces = components as readonly Piece[];
  if (fitAll(pieces, { components: 0, text: 0, customIds: [] })) return { components, cut: false };
  return { components: cutDown(pieces) as APIMessageTopLevelComponent[], cut: true };
}

interface Seen {
  components: number;
  text: number;
  readonly customIds: string[];
}

function fitAll(pieces: readonly Piece[], seen: Seen): boolean {
  if (pieces.length === 0) return false;
  for (const piece of pieces) if (!fits(piece, seen)) return false;
  return true;
}

function fits(piece: Piece, seen: Seen): boolean {
  const { content, custom_id, label, url, placeholder, options, components, accessory } = piece;
  if (++seen.components > limits.components) return false;
  if (content !== undefined) {
    seen.text += content.length;
    return content.trim() !== '' && seen.text <= limits.text;
  }
  if (custom_id !== undefined) {
    if (custom_id.length > limits.customId || custom_id === '' || seen.customIds.includes(custom_id)) return false;
    seen.customIds.push(custom_id);
  }
  if (label !== undefined && (label.length > limits.label || label === '')) return false;
  if (url !== undefined && url.length > limits.url) return false;
  if (placeholder !== undefined && placeholder.length > limits.placeholder) return false;
  if (options && !optionsFit(piece)) return false;
  if (components && (components.length > mostChildren(piece.type) || !fitAll(components, seen))) return false;
  return accessory === undefined || fits(accessory, seen);
}

function optionsFit({ options = [], min_values = 1, max_values = 1 }: Piece): boolean {
  if (options.length === 0 || options.length > limits.options || Math.max(min_values, max_values) > options.length) {
    return false;
  }
  const values = new Set<string>();
  for (const { label, value, description } of options) {
    const longest = Math.max(label.length, value.length, description?.length ?? 1);
    if (longest > limits.optionText || label === '' || value === '' || description === '') return false;
    values.add(value);
  }
  return values.size === options.length;
}
