/** A component of any type, reduced to the fields for which Discord has limits. */
import type { APISelectMenuOption, ComponentType } from 'discord-api-types/v10';

export interface Piece {
  readonly type: ComponentType;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly emoji?: object;
  readonly url?: string;
  readonly placeholder?: string;
  readonly options?: readonly APISelectMenuOption[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly components?: readonly Piece[];
  readonly accessory?: Piece;
}
