/** Files' texts → drafts: gives each file to the reader that knows its form. */
import { sourcesIn } from './check-sources.ts';
import { readCommunity } from './community.ts';
import { noCommunity } from './community-drafts.ts';
import type { Drafts, KindDraft, PathDraft, Reference } from './drafts.ts';
import type { Files } from './files.ts';
import { readHeader, readPages } from './handbook.ts';
import { readItems } from './items.ts';
import { communityFile, type singleFiles } from './layout.ts';
import { readCertificates, readMilestones, readPrerequisites, readReferenceLists } from './lists.ts';
import { pathNameOf, readPath } from './paths.ts';
import type { Report } from './problem.ts';
import { parseYaml, type Value } from './yaml.ts';

export function draftFiles(files: Files, report: Report): Drafts {
  const unreadable = new Set<string>();
  const sources: Reference[] = [];
  const read = <T>(path: string, reader: (value: Value, report: Report) => T, otherwise: T): T => {
    const file = files.get(path);
    const value = file && parseYaml(file, report);
    if (!value) unreadable.add(path);
    else sources.push(...sourcesIn(value));
    return value ? reader(value, report) : otherwise;
  };
  const single = <T>(path: (typeof singleFiles)[number], reader: (value: Value, report: Report) => T, otherwise: T) =>
    read(path, reader, otherwise);
  const header = single('curriculum.yaml', readHeader, { title: '', edition: 0, handbook: '', kinds: [], sources: [] });
  return {
    header,
    pages: single('pages.yaml', readPages, new Set<string>()),
    items: header.kinds.flatMap(kind => itemsOf(kind, files, read)),
    paths: pathsOf(files, read),
    prerequisites: single('prerequisites.yaml', readPrerequisites, []),
    certificates: single('certificates.yaml', readCertificates, []),
    references: single('references.yaml', readReferenceLists, []),
    milestones: single('milestones.yaml', readMilestones, []),
    community: single(communityFile, readCommunity, noCommunity),
    sources,
    unreadable,
  };
}

type Read = <T>(path: string, reader: (value: Value, report: Report) => T, otherwise: T) => T;

/** A kind without a file has no items; that is no fault. */
function itemsOf(kind: KindDraft, files: Files, read: Read): Drafts['items'] {
  const path = `items/${kind.file.value}`;
  return files.has(path) ? read(path, (value, report) => readItems(kind, value, report), []) : [];
}

function pathsOf(files: Files, read: Read): readonly PathDraft[] {
  return [...files.keys()].flatMap(path => {
    const name = pathNameOf(path);
    return name ? read<readonly PathDraft[]>(path, (value, report) => [readPath(name, value, report)], []) : [];
  });
}
