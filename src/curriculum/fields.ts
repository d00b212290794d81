/** Reads mappings and lists off a YAML tree and reports what doesn't fit, without ever stopping. */
import { isMap, isScalar, isSeq } from 'yaml';
import { didYouMean } from './did-you-mean.ts';
import type { Position, Report } from './problem.ts';
import { offsetOf, type Value } from './yaml.ts';

export interface Entry {
  readonly key: string;
  /** Where the key stands. */
  readonly at: Position;
  readonly value: Value;
}

export interface Fields {
  readonly at: Position;
  readonly get: (key: string) => Value | undefined;
}

/** A mapping's keys and values in order; a key written twice is reported and counts once. */
export function readEntries(value: Value, report: Report): readonly Entry[] {
  if (!isMap(value.node)) {
    report('type', value, `Here a mapping ("key: value" lines) is expected, not ${kindOf(value.node)}.`);
    return [];
  }
  const entries = new Map<string, Entry>();
  for (const pair of value.node.items) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    const at = { file: value.file, offset: offsetOf(pair.key) ?? value.offset };
    if (entries.has(key)) report('keyOnce', at, `"${key}" is already written above. Keep one of the two.`);
    else
      entries.set(key, {
        key,
        at,
        value: { node: pair.value, file: value.file, offset: offsetOf(pair.value) ?? at.offset },
      });
  }
  return [...entries.values()];
}

/** A mapping with known keys; unknown and missing ones are reported. */
export function readFields(
  value: Value,
  keys: { readonly required: readonly string[]; readonly optional?: readonly string[] },
  report: Report,
  at: Position = value,
): Fields {
  const known = [...keys.required, ...(keys.optional ?? [])];
  const entries = readEntries(value, report);
  const found = new Map(entries.map(entry => [entry.key, entry.value]));
  for (const { key, at } of entries)
    if (!known.includes(key))
      report(
        'unknownKey',
        at,
        `There is no key "${key}" here.${didYouMean(key, known) || ` Known are: ${known.join(', ')}.`}`,
      );
  if (isMap(value.node))
    for (const key of keys.required)
      if (!found.has(key)) report('missingKey', at, `The key "${key}" is missing. Add "${key}: …".`);
  return { at, get: key => found.get(key) };
}

/** A list's values in order; an empty list is reported. */
export function readList(value: Value | undefined, report: Report): readonly Value[] {
  if (!value) return [];
  if (!isSeq(value.node)) {
    report('type', value, `Here a list ("- …" lines or "[…, …]") is expected, not ${kindOf(value.node)}.`);
    return [];
  }
  if (value.node.items.length === 0)
    report('emptyList', value, 'This list is empty. Give it an entry or leave the key out.');
  return value.node.items.map(node => ({ node, file: value.file, offset: offsetOf(node) ?? value.offset }));
}

/** What a person would call a YAML node. */
export function kindOf(node: unknown): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node) || node.value === null) return 'nothing';
  return typeof node.value === 'string' ? `the text "${node.value}"` : `the value ${String(node.value)}`;
}
