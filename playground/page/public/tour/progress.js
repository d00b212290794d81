/** How far a visitor is on the tour; remembered by the browser, so that it goes on after a reload. */

/** `offered`: not begun; `running`; `away`: put away; `finished`. */
const fresh = { state: 'offered', step: 0 };

export function createProgress(key, steps, storage = localStorage) {
  let { state, step } = read(storage, key);
  // A tour of an older playground may have been longer.
  if (step >= steps) ({ state, step } = fresh);
  const keep = (nextState, nextStep) => {
    state = nextState;
    step = nextStep;
    storage.setItem(key, JSON.stringify({ state, step }));
  };
  return {
    get state() {
      return state;
    },
    get step() {
      return step;
    },
    /** From where it was left, or from the beginning. */
    start: () => keep('running', state === 'finished' ? 0 : step),
    next: () => (step + 1 < steps ? keep('running', step + 1) : keep('finished', 0)),
    putAway: () => keep('away', step),
  };
}

/** What is stored may be of an older playground, or of nobody's making. */
function read(storage, key) {
  try {
    const { state, step } = JSON.parse(storage.getItem(key) ?? '{}');
    const isKnown = ['offered', 'running', 'away', 'finished'].includes(state) && Number.isInteger(step) && step >= 0;
    return isKnown ? { state, step } : fresh;
  } catch {
    return fresh;
  }
}
