/** Runs things at once, except what shares a lane: that runs one after the other, in the order it came. */
export interface Lanes {
  /** @returns when it has run. `work` must not throw. */
  run(lane: string, work: () => Promise<void>): Promise<void>;
}

export function createLanes(): Lanes {
  const last = new Map<string, Promise<void>>();
  return {
    async run(lane, work) {
      const turn = (last.get(lane) ?? Promise.resolve()).then(work);
      last.set(lane, turn);
      try {
        await turn;
      } finally {
        if (last.get(lane) === turn) last.delete(lane);
      }
    },
  };
}
