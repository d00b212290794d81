/** Remembers the latest ids, so that what Discord delivers twice is done once. */

export interface Seen {
  /** True the first time. */
  isNew(id: string): boolean;
}

export function createSeen(most: number): Seen {
  const ids = new Set<string>();
  return {
    isNew(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > most) {
        // A set keeps the order of insertion.
        const [oldest = ''] = ids;
        ids.delete(oldest);
      }
      return true;
    },
  };
}
