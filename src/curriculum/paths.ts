/** Reads one file below data/paths/: its name is the path's id, its folder the path's kind. */
import { type Path, type PathKind, pathKinds } from '../domain/curriculum.ts';
import type { PathDraft } from './drafts.ts';
import { readFields, readList } from './fields.ts';
import type { Position, Report } from './problem.ts';
import {
  checkId,
  checkSource,
  lengths,
  readCount,
  readReference,
  readReferences,
  readSourcedSpan,
  readSpan,
  readText,
} from './scalars.ts';
import { readStages } from './stages.ts';
import type { Value } from './yaml.ts';

const keys = {
  required: ['title', 'order', 'summary', 'audience', 'duration', 'difficulty', 'learn', 'outcome', 'stages'],
  optional: ['page', 'variant_of', 'hours_per_week', 'prerequisites'],
};
const most = { weeks: 52, days: 31, hoursPerWeek: 60 };

/** What the place of a file says; undefined for files that are no path. */
export function pathNameOf(path: string): { readonly kind: PathKind; readonly id: string } | undefined {
  const [folder, kind, name] = path.split('/');
  const known = pathKinds.find(pathKind => pathKind === kind);
  return folder === 'paths' && known && name ? { kind: known, id: name.replace(/\.yaml$/, '') } : undefined;
}

export function readPath(name: { kind: PathKind; id: string }, value: Value, report: Report): PathDraft {
  const at: Position = { file: value.file, offset: 0 };
  checkId({ value: name.id, at }, report);
  const fields = readFields(value, keys, report);
  const hoursPerWeek = readSourcedSpan(fields.get('hours_per_week'), most.hoursPerWeek, report);
  return {
    ...name,
    at,
    order: readCount(fields.get('order'), report),
    variantOf: readReference(fields.get('variant_of'), report),
    page: readReference(fields.get('page'), report),
    prerequisites: readReferences(fields.get('prerequisites'), report),
    stages: readStages(fields.get('stages'), report),
    plain: {
      title: readText(fields.get('title'), report),
      summary: readText(fields.get('summary'), report, lengths.sentence),
      audience: readText(fields.get('audience'), report),
      duration: readDuration(fields.get('duration'), report),
      ...(hoursPerWeek ? { hoursPerWeek } : {}),
      difficulty: readText(fields.get('difficulty'), report),
      learn: readList(fields.get('learn'), report).map(entry => readText(entry, report)),
      outcome: readText(fields.get('outcome'), report),
    },
  };
}

/** `{ weeks: 10-12, source: overview }` or `{ days: 3, source: detailed }`. */
function readDuration(value: Value | undefined, report: Report): Path['duration'] {
  if (!value) return { unit: 'weeks', span: { min: 1, max: 1 } };
  const fields = readFields(value, { required: ['source'], optional: ['weeks', 'days'] }, report);
  checkSource(fields.get('source'), report);
  const weeks = readSpan(fields.get('weeks'), most.weeks, report);
  const days = readSpan(fields.get('days'), most.days, report);
  if (Boolean(fields.get('weeks')) === Boolean(fields.get('days')))
    report('oneOf', value, 'A duration is given in weeks or in days. Write one of the two.');
  return { unit: days ? 'days' : 'weeks', span: days ?? weeks ?? { min: 1, max: 1 } };
}
