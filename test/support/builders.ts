/** Curricula and learners as short as a test needs them. Everything not named is filled in plainly. */
import type { Certificate, Curriculum, Item, Path, Place } from '../../src/domain/curriculum.ts';
import { type EvidenceLevel, type Learner, newcomer, type Tick } from '../../src/domain/learner.ts';

export const at = (text: string) => Temporal.Instant.from(text.length === 10 ? `${text}T09:00:00Z` : text);

export function anItem(id: string, more: Partial<Item> = {}): Item {
  return { id, kind: 'law', title: `Title of ${id}`, requires: [], aliases: [], status: 'active', ...more };
}

/** "a" is a place of item a; "a?" one that is coming soon. */
export function aPlace(of: string, more: Partial<Place> = {}): Place {
  const itemId = of.replace('?', '');
  return { itemId, title: `Title of ${itemId}`, comingSoon: of.endsWith('?'), ...more };
}

/** @param stages each an array of places: ['a', 'b?'] */
export function aPath(id: string, stages: readonly (readonly (string | Place)[])[], more: Partial<Path> = {}): Path {
  return {
    id,
    kind: 'role',
    title: `Path ${id}`,
    summary: '',
    audience: '',
    duration: { unit: 'weeks', span: { min: 1, max: 2 } },
    difficulty: '',
    learn: [],
    outcome: '',
    prerequisites: [],
    ...more,
    stages: stages.map((places, index) => ({
      title: `Stage ${index + 1}`,
      places: places.map(place => (typeof place === 'string' ? aPlace(place) : place)),
    })),
  };
}

export function aCurriculum(given: {
  paths?: readonly Path[];
  items?: readonly Item[];
  certificates?: readonly Certificate[];
}): Curriculum {
  const paths = given.paths ?? [];
  const named = paths.flatMap(path => path.stages.flatMap(stage => stage.places.map(place => anItem(place.itemId))));
  return {
    version: '1+test',
    title: 'Test curriculum',
    items: new Map([...named, ...(given.items ?? [])].map(item => [item.id, item])),
    paths: new Map(paths.map(path => [path.id, path])),
    certificates: new Map((given.certificates ?? []).map(certificate => [certificate.id, certificate])),
    references: [],
    milestones: [],
  };
}

export function aLearner(
  given: {
    on?: readonly string[];
    done?: readonly string[];
    /** Done, and with work shown. */
    shown?: readonly string[];
    declared?: readonly string[];
  } = {},
): Learner {
  const since = at('2026-03-02');
  return {
    ...newcomer,
    enrolments: (given.on ?? []).map(pathId => ({ pathId, since })),
    ticks: new Map([...ticked(given.done, 'self-marked', since), ...ticked(given.shown, 'linked', since)]),
    declared: new Set(given.declared),
  };
}

function ticked(
  ids: readonly string[] | undefined,
  evidence: EvidenceLevel,
  at: Temporal.Instant,
): readonly (readonly [string, Tick])[] {
  return (ids ?? []).map(itemId => [itemId, { itemId, evidence, at }]);
}
