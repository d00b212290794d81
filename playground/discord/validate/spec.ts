/** Discord's published schemas, loaded once per process when the first server starts: building them takes a while. */
import { compile, widen } from './compile.ts';
import { dispatchSchemas } from './dispatches/index.ts';
import { inlineAnswers } from './inline-answers.ts';
import { inlineBodies } from './inline-bodies.ts';
import { newerValues } from './newer-values.ts';
import { published } from './published.ts';
import type { Check, Schema } from './schema.ts';

type Schemas = Readonly<Record<string, Schema>>;

/** Compiled checks by the schema's name in the specification, or a dispatch's; each built when first asked for. */
export interface Checks {
  (name: string): Check;
  has(name: string): boolean;
}

let loading: Promise<Checks> | undefined;

export function loadChecks(): Promise<Checks> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Checks> {
  const specification = (await import('discord-api-spec/zod')) as Schemas;
  const spec = published(specification);
  const own = { ...inlineBodies, ...inlineAnswers(spec), ...dispatchSchemas(spec) };
  const schemas: Schemas = { ...specification, ...(own as unknown as Schemas) };
  for (const [name, values] of Object.entries(newerValues)) widen(specification[name] as Schema, values);
  const compiled = new Map<string, Check>();
  const checks = (name: string) => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`discord-api-spec has no ${name}`);
    const check = compile(schema);
    compiled.set(name, check);
    return check;
  };
  return Object.assign(checks, { has: (name: string) => name in schemas });
}
