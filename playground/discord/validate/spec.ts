/** Discord's published schemas, loaded once per process when the first server starts: building them takes a while. */
import { compile } from './compile.ts';
import { inlineBodies } from './inline-bodies.ts';
import type { Check, Schema } from './schema.ts';

let loading: Promise<Readonly<Record<string, Schema>>> | undefined;

export type Checks = (schemaName: string) => Check;

/** Compiled checks by the schema's name in the specification, each built when first asked for. */
export async function loadChecks(): Promise<Checks> {
  loading ??= import('discord-api-spec/zod') as Promise<Readonly<Record<string, Schema>>>;
  const schemas: Readonly<Record<string, Schema>> = {
    ...(await loading),
    ...(inlineBodies as unknown as Readonly<Record<string, Schema>>),
  };
  const compiled = new Map<string, Check>();
  return name => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`discord-api-spec has no ${name}`);
    const check = compile(schema);
    compiled.set(name, check);
    return check;
  };
}
