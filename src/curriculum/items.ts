/** Reads one file below data/items/. */
import type { ItemDraft, KindDraft } from './drafts.ts';
import { type Entry, readEntries, readFields } from './fields.ts';
import type { Report } from './problem.ts';
import { checkId, readChoice, readReference, readReferences, readSourcedSpan, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

const keys = { required: ['title'], optional: ['page', 'hours', 'requires', 'aliases', 'status'] };
const statuses = ['coming-soon', 'retired'] as const;
/** An item longer than this is several. */
const mostHours = 100;

export function readItems(kind: KindDraft, value: Value, report: Report): readonly ItemDraft[] {
  return readEntries(value, report).map(entry => readItem(kind, entry, report));
}

function readItem({ kind, prefix }: KindDraft, { key: id, at, value }: Entry, report: Report): ItemDraft {
  checkId({ value: id, at }, report, prefix.value);
  const fields = readFields(value, keys, report, at);
  const title = fields.get('title');
  return {
    id,
    at,
    kind,
    title: { value: readText(title, report), at: title ?? at },
    page: readReference(fields.get('page'), report),
    hours: readSourcedSpan(fields.get('hours'), mostHours, report),
    requires: readReferences(fields.get('requires'), report),
    aliases: readReferences(fields.get('aliases'), report),
    status: readChoice(fields.get('status'), statuses, report) ?? 'active',
  };
}
