/** Rules for paths: what they point to exists, and each item stands on them once. */
import { pathKinds } from '../domain/curriculum.ts';
import type { Drafts, PathDraft, PlaceDraft } from './drafts.ts';
import type { Known } from './known.ts';
import { lineOf, type Position, type Report } from './problem.ts';

export function checkPaths(drafts: Drafts, known: Known, report: Report): void {
  checkIds(drafts.paths, report);
  for (const path of drafts.paths) {
    known.page(path.page);
    path.prerequisites.forEach(known.prerequisite);
    checkVariant(path, known, report);
    checkPlaces(path, known, report);
  }
  for (const { completed } of drafts.prerequisites) completed?.paths.forEach(known.path);
  checkComingSoon(drafts, report);
}

export function placesOf(path: PathDraft): readonly PlaceDraft[] {
  return path.stages.flatMap(stage => stage.places);
}

function checkIds(paths: readonly PathDraft[], report: Report): void {
  const seen = new Map<string, PathDraft>();
  for (const path of paths) {
    const other = seen.get(path.id);
    if (other)
      report('pathOnce', path.at, `${other.at.file.path} is called "${path.id}" too. Rename one of the files.`);
    seen.set(path.id, path);
  }
}

function checkVariant({ variantOf, kind, id }: PathDraft, known: Known, report: Report): void {
  const full = known.path(variantOf);
  if (!variantOf || !full) return;
  if (full.id === id || full.variantOf)
    report('variant', variantOf.at, `"${full.id}" is no full path. A short variant names the full path it shortens.`);
  else if (full.kind !== kind)
    report('variant', variantOf.at, `"${full.id}" is a ${full.kind} path. Move this file to paths/${full.kind}/.`);
}

function checkPlaces(path: PathDraft, known: Known, report: Report): void {
  const seen = new Map<string, Position>();
  for (const { item: reference, comingSoon } of placesOf(path)) {
    const item = known.item(reference);
    const first = seen.get(reference.value);
    if (first)
      report(
        'itemOnce',
        reference.at,
        `"${reference.value}" stands on this path already, on line ${lineOf(first)}. Remove one.`,
      );
    else seen.set(reference.value, reference.at);
    if (item?.status === 'retired')
      report('retired', reference.at, `"${item.id}" is retired and stands on no path. Remove it here.`);
    if (item?.status === 'coming-soon' && !comingSoon)
      report('comingSoon', reference.at, `"${item.id}" is coming soon itself. Write "coming_soon: true" here.`);
  }
  if (path.stages.length > 0 && placesOf(path).every(({ comingSoon }) => comingSoon))
    report('counted', path.at, 'No item of this path counts: every place is coming soon. Add one that is there.');
}

/** An item that has only coming-soon places is coming soon itself. */
function checkComingSoon({ paths, items }: Drafts, report: Report): void {
  const places = paths.flatMap(placesOf);
  const open = new Set(places.filter(({ comingSoon }) => !comingSoon).map(({ item }) => item.value));
  const soon = new Set(places.filter(({ comingSoon }) => comingSoon).map(({ item }) => item.value));
  for (const { id, status, at } of items)
    if (status === 'active' && soon.has(id) && !open.has(id))
      report('comingSoon', at, `"${id}" is coming soon wherever it stands. Write "status: coming-soon" here.`);
}

/** By family, full paths before their variants. */
export function inOrder(paths: readonly PathDraft[]): readonly PathDraft[] {
  const rank = ({ kind, variantOf, order }: PathDraft) => [pathKinds.indexOf(kind), variantOf ? 1 : 0, order];
  return paths.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const differs = left.findIndex((value, index) => value !== right[index]);
    return differs < 0 ? (a.id < b.id ? -1 : 1) : (left[differs] ?? 0) - (right[differs] ?? 0);
  });
}
