/** Looks references up, and says which spelling is nearest when there is none. */
import { fold } from '../domain/search.ts';
import { nearest } from './did-you-mean.ts';
import type { Drafts, ItemDraft, KindDraft, PathDraft, Reference } from './drafts.ts';
import type { Report } from './problem.ts';

export interface Known {
  readonly items: ReadonlyMap<string, ItemDraft>;
  readonly paths: ReadonlyMap<string, PathDraft>;
  readonly item: (reference: Reference | undefined) => ItemDraft | undefined;
  readonly path: (reference: Reference | undefined) => PathDraft | undefined;
  readonly certificate: (reference: Reference) => boolean;
  readonly isCertificate: (id: string) => boolean;
  readonly prerequisite: (reference: Reference) => boolean;
  readonly page: (reference: Reference | undefined) => void;
}

/** Each look-up reports what it doesn't find, unless the file that would define it could not be read. */
export function knowing(drafts: Drafts, report: Report): Known {
  const items = new Map(drafts.items.map(item => [item.id, item]));
  const paths = new Map(drafts.paths.map(path => [path.id, path]));
  const prerequisites = new Set(drafts.prerequisites.map(({ id }) => id));
  const certificates = new Set(drafts.certificates.map(({ id }) => id));
  const unread = (path: string) => drafts.unreadable.has(path);
  const { kinds } = drafts.header;
  const isUnreadItem = (id: string) => kinds.length === 0 || unread(fileOf(id, kinds));
  const missing = (what: string, { value, at }: Reference, ids: Iterable<string>, byName?: string) => {
    const spelling = byName ?? nearest(value, ids);
    report('reference', at, `There is no ${what} "${value}".${spelling ? ` Did you mean "${spelling}"?` : ''}`);
  };
  return {
    items,
    paths,
    item: reference => {
      const found = reference && items.get(reference.value);
      if (reference && !found && !isUnreadItem(reference.value))
        missing('item', reference, items.keys(), named(drafts.items, reference.value));
      return found;
    },
    path: reference => {
      const found = reference && paths.get(reference.value);
      const hidden = reference && [...drafts.unreadable].some(path => path.endsWith(`/${reference.value}.yaml`));
      if (reference && !found && !hidden) missing('path', reference, paths.keys());
      return found;
    },
    isCertificate: id => certificates.has(id),
    certificate: reference => {
      const found = certificates.has(reference.value);
      if (!found && !unread('certificates.yaml')) missing('certificate', reference, certificates);
      return found;
    },
    prerequisite: reference => {
      const found = prerequisites.has(reference.value);
      if (!found && !unread('prerequisites.yaml')) missing('prerequisite', reference, prerequisites);
      return found;
    },
    page: reference => {
      if (!reference || drafts.pages.has(reference.value) || unread('pages.yaml')) return;
      const spelling = nearest(reference.value, drafts.pages);
      const hint = spelling ? ` Did you mean "${spelling}"?` : '';
      report('page', reference.at, `The handbook has no page "${reference.value}" (see pages.yaml).${hint}`);
    },
  };
}

/** The file that would define an item of this id. */
function fileOf(id: string, kinds: readonly KindDraft[]): string {
  const kind = kinds.find(({ prefix }) => id.startsWith(prefix.value));
  return kind ? `items/${kind.file.value}` : '';
}

/** The item of which this is a title or an alias: authors may write a former id. */
function named(items: readonly ItemDraft[], text: string): string | undefined {
  const wanted = fold(text);
  return items.find(({ title, aliases }) => [title, ...aliases].some(({ value }) => fold(value) === wanted))?.id;
}
