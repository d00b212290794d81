/** Reads the kinds of items off curriculum.yaml, and asks whether each file below items/ is one of theirs. */
import { didYouMean } from './did-you-mean.ts';
import type { Drafts, KindDraft, Reference } from './drafts.ts';
import { readEntries, readFields } from './fields.ts';
import type { Files } from './files.ts';
import { idForm } from './layout.ts';
import type { Report } from './problem.ts';
import { checkId, readFlag, readReference } from './scalars.ts';
import type { Value } from './yaml.ts';

export function readKinds(value: Value | undefined, report: Report): readonly KindDraft[] {
  if (!value) return [];
  const kinds = readEntries(value, report).flatMap(({ key, at, value: entry }): readonly KindDraft[] => {
    checkId({ value: key, at }, report);
    const fields = readFields(entry, { required: ['file', 'prefix'], optional: ['work'] }, report, at);
    const file = readReference(fields.get('file'), report);
    const prefix = readReference(fields.get('prefix'), report);
    if (file) checkFile(file, report);
    if (prefix) checkPrefix(prefix, report);
    const work = readFlag(fields.get('work'), report);
    return file && prefix ? [{ kind: key, file, prefix, work }] : [];
  });
  checkApart(kinds, report);
  return kinds;
}

function checkFile({ value, at }: Reference, report: Report): void {
  const name = value.replace(/\.yaml$/, '');
  if (name === value || !idForm.test(name))
    report('kind', at, `"${value}" is no file of items. Its name is small letters and hyphens, and ends in ".yaml".`);
}

function checkPrefix({ value, at }: Reference, report: Report): void {
  const word = value.replace(/-$/, '');
  if (word === value || !idForm.test(word))
    report('kind', at, `"${value}" does not end like the beginning of an id. Write "${value.toLowerCase()}-".`);
}

/** An id says of which kind it is, and a file, too. */
function checkApart(kinds: readonly KindDraft[], report: Report): void {
  for (const [index, { file, prefix }] of kinds.entries())
    for (const other of kinds.slice(0, index)) {
      if (other.file.value === file.value)
        report('kind', file.at, `The kind "${other.kind}" has it already. Give each kind a file of its own.`);
      if (prefix.value.startsWith(other.prefix.value) || other.prefix.value.startsWith(prefix.value))
        report('kind', prefix.at, `"${prefix.value}" begins like "${other.prefix.value}". Choose another prefix.`);
    }
}

export function checkItemFiles({ header, unreadable }: Drafts, files: Files, report: Report): void {
  // Without kinds, what is wrong is curriculum.yaml.
  if (unreadable.has('curriculum.yaml') || header.kinds.length === 0) return;
  const known = header.kinds.map(({ file }) => file.value);
  for (const path of files.keys()) {
    const name = path.startsWith('items/') ? path.slice('items/'.length) : undefined;
    if (name !== undefined && !known.includes(name)) {
      const hint = didYouMean(name, known) || ' Add the kind to curriculum.yaml, or remove the file.';
      report('filePlace', { file: { path, text: '' }, offset: 0 }, `No kind of item has this file.${hint}`);
    }
  }
}
