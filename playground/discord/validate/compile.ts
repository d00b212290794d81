/**
 * Turns a zod schema into a strict and fast check that answers in Discord's error tree. zod's own parse ignores unknown
 * keys here, tries every member of a union, and knows nothing of Discord's codes.
 */
import type { Issues } from '../errors.ts';
import { issue, required } from './issues.ts';
import { compileNumber, compileString } from './scalars.ts';
import type { Check, Definition, Schema } from './schema.ts';
import { compileUnion } from './unions.ts';
import { unknownKey } from './unknown-keys.ts';

const compiled = new WeakMap<Schema, Check>();

export function compile(schema: Schema): Check {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const check = build(schema._zod.def);
  compiled.set(schema, check);
  return check;
}

/** From now on this list of literals takes these values as well. */
export function widen(schema: Schema, values: readonly unknown[]): void {
  compiled.set(schema, compileLiteral([...(schema._zod.def.values ?? []), ...values]));
}

function build(def: Definition): Check {
  switch (def.type) {
    case 'object':
      return compileObject(def.shape ?? {});
    case 'array':
      return compileArray(def);
    case 'record':
      return compileRecord(def);
    case 'union':
      return compileUnion(def.options ?? [], compile);
    case 'lazy':
      return compileLazy(def);
    case 'optional':
    case 'nullable':
      return compileOptional(def);
    case 'literal':
      return compileLiteral(def.values ?? []);
    case 'string':
      return compileString(def);
    case 'number':
      return compileNumber(def);
    case 'boolean':
      return value =>
        typeof value === 'boolean' ? undefined : issue('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    case 'null':
      return value => (value === null ? undefined : issue('BASE_TYPE_CHOICES', 'Must be null.'));
    case 'undefined':
      return value => (value === undefined ? undefined : issue('BASE_TYPE_CHOICES', 'Must be absent.'));
    case 'unknown':
      return () => undefined;
    default:
      throw new Error(`a schema of type "${def.type}" is not supported: teach playground/discord/validate/compile.ts`);
  }
}

function compileObject(shape: Readonly<Record<string, Schema>>): Check {
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    check: bitsets.has(key) ? compileBitset(schema) : compile(schema),
    optional: isOptional(schema),
  }));
  const known = new Map(fields.map(({ key, check }) => [key, check]));
  const mandatory = fields.filter(({ optional }) => !optional).map(({ key }) => key);
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return issue('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    const body = value as Readonly<Record<string, unknown>>;
    let issues: Issues | undefined;
    const add = (key: string, problem: Issues) => {
      issues ??= {};
      issues[key] = problem;
    };
    for (const key in body) {
      if (body[key] === undefined) continue;
      const check = known.get(key);
      const problem = check === undefined ? unknownKey : check(body[key]);
      if (problem !== undefined) add(key, problem);
    }
    for (const key of mandatory) if (body[key] === undefined) add(key, required);
    return issues;
  };
}

/** Bit sets: the schema says number, the documentation and every library say string. */
const bitsets = new Set(['permissions', 'allow', 'deny', 'default_member_permissions']);

function compileBitset(schema: Schema): Check {
  const number = compile(schema);
  return value => (typeof value === 'string' && /^\d{1,20}$/.test(value) ? undefined : number(value));
}

function isOptional(schema: Schema): boolean {
  const { type, innerType, options } = schema._zod.def;
  if (type === 'optional' || type === 'undefined') return true;
  if (type === 'nullable' && innerType !== undefined) return isOptional(innerType);
  return options?.some(isOptional) ?? false;
}

function compileOptional({ type, innerType }: Definition): Check {
  const inner = innerType === undefined ? () => undefined : compile(innerType);
  const empty = type === 'optional' ? undefined : null;
  return value => (value === empty ? undefined : inner(value));
}

function compileLazy({ getter }: Definition): Check {
  let check: Check | undefined;
  return value => {
    check ??= getter === undefined ? () => undefined : compile(getter());
    return check(value);
  };
}

function compileArray({ element, checks }: Definition): Check {
  const each: Check = element === undefined ? () => undefined : compile(element);
  const [min, max] = lengths(checks);
  const wrongLength =
    min > 0
      ? issue('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
      : issue('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  return value => {
    if (!Array.isArray(value)) return issue('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    if (value.length < min || value.length > max) return wrongLength;
    let issues: Issues | undefined;
    for (const [index, item] of value.entries()) {
      const problem = each(item);
      if (problem === undefined) continue;
      issues ??= {};
      issues[index] = problem;
    }
    return issues;
  };
}

function lengths(checks: Definition['checks']): [min: number, max: number] {
  let min = 0;
  let max = Number.POSITIVE_INFINITY;
  for (const { _zod } of checks ?? []) {
    if (_zod.def.check === 'min_length') min = _zod.def.minimum as number;
    if (_zod.def.check === 'max_length') max = _zod.def.maximum as number;
  }
  return [min, max];
}

function compileRecord({ valueType }: Definition): Check {
  const each: Check = valueType === undefined ? () => undefined : compile(valueType);
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return issue('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    let issues: Issues | undefined;
    for (const [key, item] of Object.entries(value)) {
      const problem = each(item);
      if (problem !== undefined) issues = { ...issues, [key]: problem };
    }
    return issues;
  };
}

function compileLiteral(values: readonly unknown[]): Check {
  const allowed = new Set(values);
  const problem = issue('BASE_TYPE_CHOICES', `Value must be one of {${values.join(', ')}}.`);
  return value => (allowed.has(value) ? undefined : problem);
}
