/** Curriculum and community as plain lists, the form that can be written down, and frozen with look-ups. */
import type { Community } from '../domain/community.ts';
import type { Certificate, Curriculum, Item, Path } from '../domain/curriculum.ts';

export interface Catalogue extends Omit<Curriculum, 'items' | 'paths' | 'certificates'> {
  readonly items: readonly Item[];
  readonly paths: readonly Path[];
  readonly certificates: readonly Certificate[];
}

/** What the data folder says, in the form that can be written down. */
export interface Written {
  readonly catalogue: Catalogue;
  readonly community: Community;
}

/** The same as the rest of Cairn knows it: frozen, with look-ups. */
export interface Data {
  readonly curriculum: Curriculum;
  readonly community: Community;
}

export function toData({ catalogue, community }: Written): Data {
  return { curriculum: toCurriculum(catalogue), community: deepFreeze(community) };
}

export function toWritten({ curriculum, community }: Data): Written {
  return { catalogue: toCatalogue(curriculum), community };
}

function toCurriculum(catalogue: Catalogue): Curriculum {
  return deepFreeze({
    ...catalogue,
    items: frozenMap(catalogue.items),
    paths: frozenMap(catalogue.paths),
    certificates: frozenMap(catalogue.certificates),
  });
}

function toCatalogue(curriculum: Curriculum): Catalogue {
  return {
    ...curriculum,
    items: [...curriculum.items.values()],
    paths: [...curriculum.paths.values()],
    certificates: [...curriculum.certificates.values()],
  };
}

function frozenMap<T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(values.map(value => [value.id, value]));
  const refuse = () => {
    throw new TypeError('The curriculum cannot be changed while Cairn runs.');
  };
  return Object.assign(map, { set: refuse, delete: refuse, clear: refuse });
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(part);
  return value;
}
