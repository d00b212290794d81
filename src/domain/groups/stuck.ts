/** Where people get stuck: items that several members have had next for a while. Nobody is named. */
import type { Curriculum, Item } from '../curriculum.ts';
import { openPlaces } from '../next.ts';
import { leastCounted } from './agenda.ts';

/** A member who finished nothing, and took up nothing, for so many days: no longer than that, else they have left. */
export const stuckDays = { least: 14, most: 60 } as const;

export interface Idle {
  /** The oldest first. */
  readonly pathIds: readonly string[];
  readonly ticked: ReadonlySet<string>;
}

export interface StuckAt {
  readonly item: Item;
  readonly members: number;
}

/** @param idle members whose latest step lies as far back as `stuckDays` says. The item that holds up most comes first. */
export function stuckItems(curriculum: Curriculum, idle: readonly Idle[], limit: number): readonly StuckAt[] {
  const waiting = new Map<string, number>();
  for (const { pathIds, ticked } of idle) {
    const path = curriculum.paths.get(pathIds.at(-1) ?? '');
    const next = path && openPlaces(path, curriculum, ticked)[0];
    if (next) waiting.set(next.itemId, (waiting.get(next.itemId) ?? 0) + 1);
  }
  return [...waiting]
    .filter(([, members]) => members >= leastCounted)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, limit)
    .flatMap(([id, members]) => {
      const item = curriculum.items.get(id);
      return item ? [{ item, members }] : [];
    });
}
