/** The single checks that a command's declaration is held against. */
import { commandLimits as limits, namePattern } from './command-limits.ts';

/** The field, such as `subcommands.done.options.item.says`; then what is wrong and what to do. */
export type CommandProblem = readonly [field: string, advice: string];

export type Values = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

export function* nameProblem(name: unknown, field: string): Iterable<CommandProblem> {
  if (typeof name === 'string' && namePattern.test(name) && name === name.toLowerCase()) return;
  const wrong = typeof name === 'string' ? 'is no name for Discord' : 'is missing';
  yield [field, `${wrong}. Use 1 to 32 lower-case letters, digits, - and _.`];
}

export function* textProblem(text: unknown, field: string): Iterable<CommandProblem> {
  if (typeof text !== 'string' || text.trim() === '') {
    yield [field, `is missing. Give 1 to ${limits.text} characters.`];
  } else if (text.length > limits.text) {
    yield [field, `has ${text.length} characters. Discord takes ${limits.text}: shorten it.`];
  }
}

export function* counted(entries: Values, most: number, field: string, least = 1): Iterable<CommandProblem> {
  const count = Object.keys(entries).length;
  if (count > most) yield [field, `has ${count} entries. Discord takes ${most}: leave some away.`];
  if (count < least) yield [field, `is empty. Give at least ${least}.`];
}

export function* knownFields(holder: Values, prefix: string, known: readonly string[]): Iterable<CommandProblem> {
  for (const field of Object.keys(holder)) {
    if (!known.includes(field)) yield [`${prefix}${field}`, `is not known here. Use ${known.join(', ')}.`];
  }
}
