/** A numbered step of the schema. Once released a step is never edited; a mistake is mended by the next one. */
import type { Engine } from '../database.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  /** Statements in order; each engine has its own words for the same tables. */
  readonly up: (engine: Engine) => Iterable<string>;
}
