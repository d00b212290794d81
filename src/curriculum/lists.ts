/** Reads prerequisites, certificates, reference lists and milestones: mappings from id to entry. */
import { type Milestone, pathKinds } from '../domain/curriculum.ts';
import type { CertificateDraft, CompletedDraft, PrerequisiteDraft, ReferenceListDraft } from './drafts.ts';
import { type Fields, readEntries, readFields, readList } from './fields.ts';
import type { Position, Report } from './problem.ts';
import { checkId, readChoice, readOptionalText, readReference, readReferences, readSpan, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

type Keys = Parameters<typeof readFields>[1];

function readRecords<T>(
  value: Value,
  keys: Keys,
  report: Report,
  read: (id: string, fields: Fields, at: Position) => T,
): readonly T[] {
  return readEntries(value, report).map(({ key, at, value: record }) => {
    checkId({ value: key, at }, report);
    return read(key, readFields(record, keys, report, at), at);
  });
}

export function readPrerequisites(value: Value, report: Report): readonly PrerequisiteDraft[] {
  return readRecords(value, { required: ['text'], optional: ['completed'] }, report, (id, fields) => ({
    id,
    text: readText(fields.get('text'), report),
    completed: readCompleted(fields.get('completed'), report),
  }));
}

export function readCertificates(value: Value, report: Report): readonly CertificateDraft[] {
  const keys = { required: ['title', 'path', 'items'], optional: ['shown', 'completed'] };
  return readRecords(value, keys, report, (id, fields, at) => ({
    id,
    at,
    title: readText(fields.get('title'), report),
    path: readReference(fields.get('path'), report),
    items: readReferences(fields.get('items'), report),
    shown: readReferences(fields.get('shown'), report),
    completed: readCompleted(fields.get('completed'), report),
  }));
}

/** `{ kinds: [role, level] }` or `{ paths: [level-beginner] }`, or both. */
function readCompleted(value: Value | undefined, report: Report): CompletedDraft | undefined {
  if (!value) return undefined;
  const fields = readFields(value, { required: [], optional: ['kinds', 'paths'] }, report);
  if (!fields.get('kinds') && !fields.get('paths'))
    report('oneOf', value, 'What is to be completed? Write "kinds", "paths" or both.');
  return {
    kinds: readList(fields.get('kinds'), report).flatMap(kind => readChoice(kind, pathKinds, report) ?? []),
    paths: readReferences(fields.get('paths'), report),
  };
}

export function readReferenceLists(value: Value, report: Report): readonly ReferenceListDraft[] {
  return readRecords(value, { required: ['title', 'entries'] }, report, (id, fields) => ({
    id,
    title: readText(fields.get('title'), report),
    entries: readList(fields.get('entries'), report).map(entry => readReferenceEntry(entry, report)),
  }));
}

function readReferenceEntry(value: Value, report: Report) {
  const fields = readFields(value, { required: ['label'], optional: ['item', 'page', 'note'] }, report);
  if (Boolean(fields.get('item')) === Boolean(fields.get('page')))
    report('oneOf', value, 'An entry leads to an item or to a page. Write one of the two.');
  return {
    label: readText(fields.get('label'), report),
    note: readOptionalText(fields.get('note'), report),
    item: readReference(fields.get('item'), report),
    page: readReference(fields.get('page'), report),
  };
}

export function readMilestones(value: Value, report: Report): readonly Milestone[] {
  return readRecords(value, { required: ['kind', 'title'], optional: ['weeks'] }, report, (id, fields) => {
    const weeks = readSpan(fields.get('weeks'), 52, report);
    return {
      id,
      kind: readChoice(fields.get('kind'), ['checkpoint', 'milestone'], report) ?? 'milestone',
      title: readText(fields.get('title'), report),
      ...(weeks ? { weeks } : {}),
    };
  });
}
