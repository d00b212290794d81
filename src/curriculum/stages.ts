/** Reads the stages of a path with the places of its items. */
import { isScalar } from 'yaml';
import type { Span } from '../domain/curriculum.ts';
import type { PlaceDraft, StageDraft } from './drafts.ts';
import { readFields, readList } from './fields.ts';
import type { Report } from './problem.ts';
import { checkSource, parseSpan, readFlag, readOptionalText, readReference, readSpan, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

const stageKeys = { required: ['title', 'source', 'places'], optional: ['phase', 'weeks'] };
const placeKeys = { required: ['item'], optional: ['title', 'days', 'hours', 'coming_soon', 'source'] };
const mostWeeks = 52;
const mostHours = 100;

export function readStages(value: Value | undefined, report: Report): readonly StageDraft[] {
  const stages = readList(value, report).map(entry => readStage(entry, report));
  checkOrder(stages, report);
  return stages;
}

function readStage(value: Value, report: Report): StageDraft {
  const fields = readFields(value, stageKeys, report);
  checkSource(fields.get('source'), report);
  const title = readText(fields.get('title'), report);
  return {
    at: value,
    title,
    phase: readOptionalText(fields.get('phase'), report),
    weeks: readWeeks(title, fields.get('weeks'), report),
    places: readList(fields.get('places'), report).flatMap(entry => readPlace(entry, report)),
  };
}

/** A title that begins with its weeks ("Week 3-4: …") says them already. */
function readWeeks(title: string, given: Value | undefined, report: Report): Span | undefined {
  const [, named] = /^Week (\d+(?:-\d+)?): /.exec(title) ?? [];
  if (named === undefined) return readSpan(given, mostWeeks, report);
  if (given) report('weeks', given, `The title already says "Week ${named}". Remove "weeks".`);
  return parseSpan(named);
}

function checkOrder(stages: readonly StageDraft[], report: Report): void {
  let last = 0;
  for (const { weeks, at, title } of stages) {
    if (!weeks) continue;
    if (weeks.min <= last)
      report('weeks', at, `"${title}" begins in week ${weeks.min}, but the stages before it last until week ${last}.`);
    last = Math.max(last, weeks.max);
  }
  const titles = new Set<string>();
  for (const { title, at } of stages) {
    if (title && titles.has(title))
      report('stageTitle', at, `A stage before this one is called "${title}" too. Rename one.`);
    titles.add(title);
  }
}

function readPlace(value: Value, report: Report): readonly PlaceDraft[] {
  if (isScalar(value.node)) {
    const item = readReference(value, report);
    return item ? [{ item, title: undefined, days: undefined, hours: undefined, comingSoon: false }] : [];
  }
  const fields = readFields(value, placeKeys, report);
  if (fields.get('source')) checkSource(fields.get('source'), report);
  const rest = {
    title: readReference(fields.get('title'), report),
    days: readOptionalText(fields.get('days'), report),
    hours: readSpan(fields.get('hours'), mostHours, report),
    comingSoon: readFlag(fields.get('coming_soon'), report),
  };
  const item = readReference(fields.get('item'), report);
  return item ? [{ item, ...rest }] : [];
}
