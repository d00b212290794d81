/** The latest entries of something that never ends, and who wants to hear of each. */

export interface Log<Entry> {
  readonly entries: readonly Entry[];
  add(entry: Entry): void;
  /** Returns how to stop. */
  listen(listener: (entry: Entry) => void): () => void;
}

export function createLog<Entry>(keep: number): Log<Entry> {
  let entries: Entry[] = [];
  const listeners = new Set<(entry: Entry) => void>();
  return {
    get entries() {
      return entries.slice(-keep);
    },
    add(entry) {
      entries.push(entry);
      // Cut in large steps: dropping one entry for each new one would copy the list every time.
      if (entries.length > keep * 2) entries = entries.slice(-keep);
      for (const listener of listeners) listener(entry);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
