/** Checks of unions: told apart by a key with fixed values where there is one, tried in turn otherwise. */
import { flatten, issue } from './issues.ts';
import type { Check, Schema } from './schema.ts';

type Compile = (schema: Schema) => Check;

export function compileUnion(options: readonly Schema[], compile: Compile): Check {
  const resolved = options.map(resolve);
  const objects = resolved.filter(option => option._zod.def.type === 'object');
  const others = resolved.filter(option => option._zod.def.type !== 'object').map(compile);
  const object = objects.length === 0 ? undefined : compileObjects(objects, compile);
  if (object === undefined) return anyOf(others);
  if (others.length === 0) return object;
  const scalar = anyOf(others);
  return value =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? object(value) : scalar(value);
}

/** Codes that say the value is another kind of thing altogether. */
const wrongType = /^(?:\w+_CONVERT|NUMBER_TYPE_COERCE):/;

/** Fine if one member is; otherwise the complaint of the one that came closest. */
function anyOf(checks: readonly Check[]): Check {
  return value => {
    let closest: ReturnType<Check>;
    let fewest = Number.POSITIVE_INFINITY;
    for (const check of checks) {
      const problem = check(value);
      if (problem === undefined) return undefined;
      const problems = flatten(problem);
      const count = problems.length + (problems.some(({ problem: text }) => wrongType.test(text)) ? 1000 : 0);
      if (count < fewest) [closest, fewest] = [problem, count];
    }
    return closest;
  };
}

function compileObjects(objects: readonly Schema[], compile: Compile): Check {
  const key = discriminator(objects);
  if (key === undefined) return anyOf(objects.map(compile));
  const byValue = new Map<unknown, Check[]>();
  for (const schema of objects) {
    const check = compile(schema);
    for (const value of literalsOf(schema, key)) byValue.set(value, [...(byValue.get(value) ?? []), check]);
  }
  const checks = new Map([...byValue].map(([value, members]) => [value, anyOf(members)]));
  const wrong = {
    [key]: issue(
      'UNION_TYPE_CHOICES',
      `Value of field "${key}" must be one of (${[...checks.keys()].sort((a, b) => Number(a) - Number(b)).join(', ')}).`,
    ),
  };
  return value => {
    if (typeof value !== 'object' || value === null)
      return issue('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    const check = checks.get((value as Readonly<Record<string, unknown>>)[key]);
    return check === undefined ? wrong : check(value);
  };
}

function resolve(schema: Schema): Schema {
  const { type, getter } = schema._zod.def;
  return type === 'lazy' && getter !== undefined ? resolve(getter()) : schema;
}

function discriminator(objects: readonly Schema[]): string | undefined {
  const keys = Object.keys(objects[0]?._zod.def.shape ?? {});
  return keys.find(key => objects.every(schema => literalsOf(schema, key).length > 0));
}

function literalsOf(schema: Schema, key: string): readonly unknown[] {
  const field = schema._zod.def.shape?.[key];
  if (field === undefined) return [];
  const def = resolve(field)._zod.def;
  return def.type === 'literal' ? (def.values ?? []) : [];
}
