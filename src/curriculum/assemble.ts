/** Checked drafts → the curriculum as plain lists. */
import type {
  Certificate,
  CompletedPath,
  Item,
  Path,
  Place,
  Prerequisite,
  ReferenceList,
} from '../domain/curriculum.ts';
import { fold } from '../domain/search.ts';
import type { Catalogue } from './catalogue.ts';
import { inOrder, placesOf } from './check-paths.ts';
import type {
  CertificateDraft,
  CompletedDraft,
  Drafts,
  ItemDraft,
  PathDraft,
  PlaceDraft,
  ReferenceListDraft,
} from './drafts.ts';

export function assemble(drafts: Drafts, digest: string): Catalogue {
  const { header } = drafts;
  const link = (page: { value: string } | undefined) =>
    page ? { url: new URL(page.value, header.handbook).href } : {};
  const pathTitles = Map.groupBy(drafts.paths.flatMap(placesOf), ({ item }) => item.value);
  const ofWork = new Set(header.kinds.filter(({ work }) => work).map(({ kind }) => kind));
  const items = new Map(
    drafts.items.map(draft => [
      draft.id,
      {
        ...itemOf(draft, pathTitles.get(draft.id) ?? []),
        ...link(draft.page),
        ...(ofWork.has(draft.kind) ? { asksForWork: true as const } : {}),
      },
    ]),
  );
  const prerequisites = new Map(
    drafts.prerequisites.map(({ id, text, completed }): [string, Prerequisite] => [
      id,
      { id, text, ...(completed ? { completed: completedOf(completed) } : {}) },
    ]),
  );
  const paths = inOrder(drafts.paths).map(draft => ({ ...pathOf(draft, items, prerequisites), ...link(draft.page) }));
  const references = drafts.references.map(
    ({ id, title, entries }): ReferenceList => ({
      id,
      title,
      entries: entries.map(entry => ({ ...referenceEntryOf(entry), ...link(entry.page) })),
    }),
  );
  return {
    version: `${header.edition}+${digest}`,
    title: header.title,
    items: [...items.values()],
    paths,
    certificates: drafts.certificates.map(draft => certificateOf(draft, items)),
    references,
    milestones: drafts.milestones,
  };
}

function itemOf(draft: ItemDraft, places: readonly PlaceDraft[]): Item {
  const { id, kind, title, hours, requires, aliases, status } = draft;
  const names = [...aliases.map(({ value }) => value), ...places.flatMap(place => place.title?.value ?? [])];
  const folded = new Map(names.map(name => [fold(name), name]));
  folded.delete(fold(title.value));
  return {
    id,
    kind,
    title: title.value,
    ...(hours ? { hours } : {}),
    requires: requires.map(({ value }) => value),
    aliases: [...folded.values()],
    status,
  };
}

function pathOf(
  { id, kind, variantOf, plain, prerequisites, stages }: PathDraft,
  items: ReadonlyMap<string, Item>,
  known: ReadonlyMap<string, Prerequisite>,
): Path {
  return {
    id,
    kind,
    ...plain,
    ...(variantOf ? { variantOf: variantOf.value } : {}),
    prerequisites: prerequisites.flatMap(({ value }) => known.get(value) ?? []),
    stages: stages.map(({ title, phase, weeks, places }) => ({
      title,
      ...(phase ? { phase } : {}),
      ...(weeks ? { weeks } : {}),
      places: places.flatMap(place => placeOf(place, items.get(place.item.value))),
    })),
  };
}

function placeOf({ title, days, hours, comingSoon }: PlaceDraft, item: Item | undefined): readonly Place[] {
  if (!item) return [];
  const figure = hours ?? item.hours;
  return [
    {
      itemId: item.id,
      title: title?.value ?? item.title,
      ...(item.url ? { url: item.url } : {}),
      ...(days ? { days } : {}),
      ...(figure ? { hours: figure } : {}),
      comingSoon,
    },
  ];
}

function completedOf({ kinds, paths }: CompletedDraft): CompletedPath {
  return { kinds, paths: paths.map(({ value }) => value) };
}

function certificateOf(
  { id, title, path, items, shown, completed }: CertificateDraft,
  known: ReadonlyMap<string, Item>,
): Certificate {
  const kinds = new Set(shown.map(({ value }) => value));
  const itemIds = items.map(({ value }) => value);
  const shownIds = itemIds.filter(itemId => kinds.has(known.get(itemId)?.kind ?? ''));
  return {
    id,
    title,
    pathId: path?.value ?? '',
    itemIds,
    ...(shownIds.length > 0 ? { shown: shownIds } : {}),
    ...(completed ? { completed: completedOf(completed) } : {}),
  };
}

function referenceEntryOf({ label, note, item }: ReferenceListDraft['entries'][number]) {
  return { label, ...(note ? { note } : {}), ...(item ? { itemId: item.value } : {}) };
}
