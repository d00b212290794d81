/** What the checks are made from, and what they are. */
import type { Issues } from '../errors.ts';

/** Undefined when the value is fine. */
export type Check = (value: unknown) => Issues | undefined;

/** The part of zod's documented `_zod.def` that Discord's schemas use. */
export interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly innerType?: Schema;
  readonly getter?: () => Schema;
  readonly values?: readonly unknown[];
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly checks?: readonly { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } }[];
}

export interface Schema {
  readonly _zod: { readonly def: Definition };
}
