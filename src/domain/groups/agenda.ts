/**
 * What a meeting covers, from where the group's members stand on its paths. Aggregates only: no names, and figures only
 * where so many members stand on a path that none can be recognised.
 */
import type { Curriculum, Path, Place, Stage } from '../curriculum.ts';
import type { Ticked } from '../learner.ts';
import { openPlaces } from '../next.ts';
import { countedPlaces } from '../progress.ts';

/** Where one member stands; nobody knows which. */
export interface MemberStanding {
  /** The oldest first. */
  readonly pathIds: readonly string[];
  /** Ids of the items finished. */
  readonly ticked: ReadonlySet<string>;
  /** Of these the ones finished a week before the meeting, or sooner. */
  readonly tickedBefore: ReadonlySet<string>;
}

/** Fewer could be recognised in a figure. */
export const leastCounted = 5;
const mostItems = 5;
const leastItems = 3;
/** What is so near for a member is "next" for them. */
const nearItems = 3;

export type Agenda =
  | Covered
  /** Everybody who was on one of the group's paths has finished it. */
  | { readonly kind: 'finished'; readonly path: Path };

export interface Covered {
  readonly kind: 'covers';
  readonly path: Path;
  /** Where most members are. */
  readonly stage: Stage;
  /** What most members have next, in path order. */
  readonly places: readonly Place[];
  /** How many members stand on the group's paths; absent where they are too few to be counted in public. */
  readonly members?: number;
  /** How many of the group have finished all of what last week's agenda had. Absent where there was none, or too few. */
  readonly lastWeek?: { readonly places: readonly Place[]; readonly finished: number; readonly of: number };
  /** For those who are further, and those who are not there yet. */
  readonly ahead?: Place;
  readonly behind?: Place;
  /** Where those are who are on another of the group's paths. */
  readonly others: readonly { readonly path: Path; readonly stage: Stage }[];
}

interface Standing {
  readonly path: Path;
  readonly ticked: Ticked;
  readonly open: readonly Place[];
}

/** @param paths the group's, the first being the one that a group without members begins with. Undefined: it has none. */
export function agendaOf(
  paths: readonly Path[],
  curriculum: Curriculum,
  members: readonly MemberStanding[],
): Agenda | undefined {
  const taken = members.flatMap(member => {
    const path = takenUp(paths, member);
    return path ? [{ path, ...member }] : [];
  });
  const standing = standingsOf(
    taken.map(({ path, ticked }) => ({ path, ticked, open: openPlaces(path, curriculum, ticked) })),
  );
  if (taken[0] && standing.length === 0) return { kind: 'finished', path: taken[0].path };
  const now = coverOf(paths, curriculum, standing);
  if (!now) return undefined;
  const before = taken.map(({ path, tickedBefore: ticked }) => ({
    path,
    ticked,
    open: openPlaces(path, curriculum, ticked),
  }));
  const isCounted = standing.length >= leastCounted;
  const lastWeek = isCounted ? finishedSince(coverOf(paths, curriculum, standingsOf(before)), taken) : undefined;
  return {
    kind: 'covers',
    ...now,
    ...(isCounted ? { members: standing.length } : {}),
    ...(lastWeek ? { lastWeek } : {}),
    others: paths.flatMap(path => {
      const there = standing.filter(one => one.path === path);
      const stage = path === now.path || there.length < leastCounted ? undefined : stageOfMost(path, there);
      return stage ? [{ path, stage }] : [];
    }),
  };
}

/** The one of the group's paths that the member took up last. */
function takenUp(paths: readonly Path[], { pathIds }: MemberStanding): Path | undefined {
  const id = pathIds.findLast(own => paths.some(path => path.id === own));
  return paths.find(path => path.id === id);
}

/** Whoever has finished their path stands nowhere on it. */
function standingsOf(standings: readonly Standing[]): readonly Standing[] {
  return standings.filter(({ open }) => open.length > 0);
}

type Cover = Pick<Covered, 'path' | 'stage' | 'places' | 'ahead' | 'behind'>;

function coverOf(paths: readonly Path[], curriculum: Curriculum, standings: readonly Standing[]): Cover | undefined {
  // A tie goes to the group's first path.
  const path = most(paths, one => standings.filter(standing => standing.path === one).length);
  if (!path) return undefined;
  const onPath = standings.filter(standing => standing.path === path);
  const nobody = new Set<string>();
  const started = onPath.length > 0 ? onPath : [{ path, ticked: nobody, open: openPlaces(path, curriculum, nobody) }];
  const stage = stageOfMost(path, started);
  if (!stage) return undefined;
  const places = nextPlaces(path, stage, started);
  const covered = new Set(places.map(({ itemId }) => itemId));
  const at = path.stages.indexOf(stage);
  const placesOf = (stages: readonly Stage[]) => stages.flatMap(one => one.places).filter(place => !place.comingSoon);
  const ahead = placesOf(path.stages.slice(at + 1)).find(({ itemId }) => !covered.has(itemId));
  const behind = mostOpen(placesOf(path.stages.slice(0, at)), onPath);
  return { path, stage, places, ...(ahead ? { ahead } : {}), ...(behind ? { behind } : {}) };
}

/** A tie goes to the earlier stage: who is further knows it, the others would be lost. */
function stageOfMost({ stages }: Path, standings: readonly Standing[]): Stage | undefined {
  const stageOf = (place: Place | undefined) => stages.find(({ places }) => place && places.includes(place));
  const current = standings.map(({ open }) => stageOf(open[0]));
  return most(stages, stage => current.filter(other => other === stage).length);
}

/** What most have among their next; filled up from the stage where they agree on too little. */
function nextPlaces(path: Path, stage: Stage, standings: readonly Standing[]): readonly Place[] {
  const near = standings.map(({ open }) => new Set(open.slice(0, nearItems)));
  const inPathOrder = countedPlaces(path);
  const wantedBy = (place: Place) => near.filter(one => one.has(place)).length;
  const byMost = inPathOrder.filter(place => wantedBy(place) * 2 > standings.length).slice(0, mostItems);
  const ofStage = stage.places
    .filter(place => !place.comingSoon && isOpenForMost(place, standings))
    .toSorted((a, b) => wantedBy(b) - wantedBy(a));
  const chosen = new Set([...byMost, ...ofStage].slice(0, Math.max(leastItems, byMost.length)));
  return inPathOrder.filter(place => chosen.has(place));
}

function isOpenForMost({ itemId }: Place, standings: readonly Standing[]): boolean {
  return standings.filter(({ ticked }) => !ticked.has(itemId)).length * 2 >= standings.length;
}

/** Of earlier stages: what several still have open. One alone would know that they are meant. */
function mostOpen(places: readonly Place[], standings: readonly Standing[]): Place | undefined {
  if (standings.length < leastCounted) return undefined;
  const openFor = ({ itemId }: Place) => standings.filter(({ ticked }) => !ticked.has(itemId)).length;
  const found = most(places, openFor);
  return found && openFor(found) >= 2 ? found : undefined;
}

function finishedSince(
  before: Cover | undefined,
  taken: readonly (MemberStanding & { readonly path: Path })[],
): Covered['lastWeek'] {
  if (!before || before.places.length === 0) return undefined;
  const { places } = before;
  const onPath = taken.filter(({ path }) => path === before.path);
  if (onPath.length < leastCounted) return undefined;
  const finished = onPath.filter(({ ticked }) => places.every(({ itemId }) => ticked.has(itemId))).length;
  return { places, finished, of: onPath.length };
}

/** The first of those with the highest figure. */
function most<T>(values: readonly T[], figure: (value: T) => number): T | undefined {
  let best: { readonly value: T; readonly figure: number } | undefined;
  for (const value of values) {
    const own = figure(value);
    if (!best || own > best.figure) best = { value, figure: own };
  }
  return best?.value;
}
