/** Reads single values: texts, ids, choices, numbers, spans. A value that doesn't fit is reported and replaced. */
import { isScalar } from 'yaml';
import type { Span } from '../domain/curriculum.ts';
import { didYouMean } from './did-you-mean.ts';
import { kindOf, readFields, readList } from './fields.ts';
import { idForm } from './layout.ts';
import type { Located, Report } from './problem.ts';
import type { Value } from './yaml.ts';

/** Titles fit a Discord option; sentences fit a line or two of a card. */
export const lengths = { title: 100, sentence: 300 } as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function scalarOf(value: Value | undefined): unknown {
  return isScalar(value?.node) ? value.node.value : undefined;
}

export function readText(value: Value | undefined, report: Report, longest: number = lengths.title): string {
  if (!value) return '';
  const text = scalarOf(value);
  if (typeof text !== 'string') {
    const quote = typeof text === 'number' || typeof text === 'boolean' ? ' Put it in quotes.' : '';
    report('type', value, `Here a text is expected, not ${kindOf(value.node)}.${quote}`);
    return '';
  }
  const fault = textFault(text, longest);
  if (fault) report('text', value, fault);
  return text;
}

function textFault(text: string, longest: number): string | undefined {
  if (text === '') return 'This text is empty. Write it or leave the key out.';
  if (unprintable.test(text) || !text.isWellFormed()) return 'A text is one line of printable characters. Rewrite it.';
  if (text !== text.trim()) return 'This text begins or ends with a blank. Remove the blank.';
  if (text.length > longest) return `This text has ${text.length} characters, at most ${longest} fit. Shorten it.`;
  return undefined;
}

export function readOptionalText(value: Value | undefined, report: Report, longest?: number): string | undefined {
  return value && readText(value, report, longest);
}

/** A text with its place, for what is checked against other files. */
export function readReference(value: Value | undefined, report: Report): Located<string> | undefined {
  if (!value) return undefined;
  const text = readText(value, report);
  return text === '' ? undefined : { value: text, at: value };
}

export function readReferences(value: Value | undefined, report: Report): readonly Located<string>[] {
  return readList(value, report).flatMap(entry => readReference(entry, report) ?? []);
}

export function checkId(id: Located<string>, report: Report, prefix = ''): void {
  if (!idForm.test(id.value))
    report('id', id.at, `"${id.value}" is no id. Use small letters, digits and single hyphens: "${prefix}some-name".`);
  else if (!id.value.startsWith(prefix))
    report('id', id.at, `Ids in this file begin with "${prefix}". Call it "${prefix}${id.value}" or move it.`);
}

export function readChoice<const T extends string>(
  value: Value | undefined,
  choices: readonly T[],
  report: Report,
): T | undefined {
  if (!value) return undefined;
  const text = scalarOf(value);
  const choice = choices.find(known => known === text);
  if (choice === undefined) {
    const hint = didYouMean(typeof text === 'string' ? text : '', choices);
    report('choice', value, `Here one of ${choices.join(', ')} is expected, not ${kindOf(value.node)}.${hint}`);
  }
  return choice;
}

/** Of the source a figure is taken from, only that it is named matters here; whether it is known, `check-sources` asks. */
export function checkSource(value: Value | undefined, report: Report): void {
  readText(value, report);
}

export function readFlag(value: Value | undefined, report: Report): boolean {
  if (!value) return false;
  const flag = scalarOf(value);
  if (typeof flag !== 'boolean') report('type', value, `Here true or false is expected, not ${kindOf(value.node)}.`);
  return flag === true;
}

export function readCount(value: Value | undefined, report: Report): number {
  if (!value) return 0;
  const number = scalarOf(value);
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 1) return number;
  report('type', value, `Here a whole number from 1 on is expected, not ${kindOf(value.node)}.`);
  return 0;
}

/** `4` or `3-4`. */
export function readSpan(value: Value | undefined, most: number, report: Report): Span | undefined {
  if (!value) return undefined;
  const span = parseSpan(String(scalarOf(value)));
  if (span && span.min >= 1 && span.min <= span.max && span.max <= most) return span;
  const written = kindOf(value.node);
  report('span', value, `Here a number or a span such as "3-4" is expected, from 1 to ${most}, not ${written}.`);
  return undefined;
}

export function parseSpan(text: string): Span | undefined {
  const [, min, max] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(text) ?? [];
  return min === undefined ? undefined : { min: Number(min), max: Number(max ?? min) };
}

/** `{ span: 3-4, source: overview }`. */
export function readSourcedSpan(value: Value | undefined, most: number, report: Report): Span | undefined {
  if (!value) return undefined;
  const fields = readFields(value, { required: ['span', 'source'] }, report);
  checkSource(fields.get('source'), report);
  return readSpan(fields.get('span'), most, report);
}
