/** How far a visitor is on the tour, from one visit to the next. */
import { expect, test } from 'vitest';

interface Progress {
  readonly state: string;
  readonly step: number;
  start(): void;
  next(): void;
  putAway(): void;
}

const file = new URL('../../../../../playground/page/public/tour/progress.js', import.meta.url).href;
const { createProgress } = (await import(file)) as {
  createProgress(key: string, steps: number, storage: Pick<Storage, 'getItem' | 'setItem'>): Progress;
};

function aBrowser(stored?: string) {
  const kept = new Map(stored === undefined ? [] : [['tour', stored]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}
const where = ({ state, step }: Progress) => ({ state, step });

test('it is offered first, and goes on after a reload where it was', () => {
  const browser = aBrowser();
  const first = createProgress('tour', 3, browser);
  expect(where(first)).toEqual({ state: 'offered', step: 0 });
  first.start();
  first.next();
  expect(where(createProgress('tour', 3, browser))).toEqual({ state: 'running', step: 1 });
});

test('put away it stays away, and is taken up where it was left', () => {
  const browser = aBrowser();
  const first = createProgress('tour', 3, browser);
  first.start();
  first.next();
  first.putAway();
  const second = createProgress('tour', 3, browser);
  expect(where(second)).toEqual({ state: 'away', step: 1 });
  second.start();
  expect(where(second)).toEqual({ state: 'running', step: 1 });
});

test('after the last step it is finished, and begins anew when it is asked for', () => {
  const progress = createProgress('tour', 2, aBrowser());
  progress.start();
  progress.next();
  progress.next();
  expect(where(progress)).toEqual({ state: 'finished', step: 0 });
  progress.start();
  expect(where(progress)).toEqual({ state: 'running', step: 0 });
});

test.each(['nonsense', '{"state":"flying","step":1}', '{"state":"running","step":-1}', '{"state":"running","step":9}'])(
  'what somebody else has stored (%s) is as if there were nothing',
  stored => {
    expect(where(createProgress('tour', 3, aBrowser(stored)))).toEqual({ state: 'offered', step: 0 });
  },
);
