/** The calendar is looked at exactly when something is due by it, whatever else happens. */
import { expect, onTestFinished, test } from 'vitest';
import type { Calendar } from '../../src/schedule/planning.ts';
import type { Store } from '../../src/store/open.ts';
import { engines } from '../support/databases.ts';
import { answering, aScene, delivered, grant } from './a-schedule.ts';

async function aStore(): Promise<Store> {
  const [sqlite] = engines;
  if (!sqlite) throw new Error('There is no SQLite among the engines.');
  const opened = await sqlite.emptyStore();
  onTestFinished(() => opened.close());
  return opened;
}

/** Keeps when it was looked at; answers with what the test says, the last for ever. */
function aCalendar(looks: readonly (() => Temporal.Instant | undefined)[]) {
  let count = 0;
  let opened = 0;
  let looked = Promise.withResolvers<void>();
  const calendar: Calendar = {
    open: async () => {
      opened += 1;
      if (opened === 1 && looks.length === 0) throw new Error('the database is busy');
    },
    plan: async () => {
      const next = looks[Math.min(count, looks.length - 1)]?.();
      count += 1;
      looked.resolve();
      looked = Promise.withResolvers();
      return next;
    },
  };
  return {
    calendar,
    opened: () => opened,
    async looks(times: number) {
      while (count < times) await looked.promise;
    },
  };
}

test('it is looked at again at the instant at which something is due next', async () => {
  const store = await aStore();
  const { calendar, looks, opened } = aCalendar([() => clock.now().add({ milliseconds: 30 }), () => undefined]);
  const { clock, schedule } = aScene(store, answering(delivered).send, { calendar });
  // Nobody wakes it, and the clock of the test stands still.
  await looks(2);
  await schedule.stop();
  expect(opened()).toBe(1);
});

test('it is looked at when something was changed, and when the clock jumps', async () => {
  const { calendar, looks } = aCalendar([() => undefined]);
  const { clock, schedule } = aScene(await aStore(), answering(delivered).send, { calendar });
  await looks(1);
  schedule.wake();
  await looks(2);
  clock.advance({ hours: -2 });
  await looks(3);
  await schedule.stop();
});

test('where it cannot be planned, what is in the outbox is sent all the same, and it is tried again', async () => {
  const { calendar, looks, opened } = aCalendar([]);
  const { enqueue, schedule, log } = aScene(await aStore(), answering(delivered).send, { calendar });
  expect(await log.says({ level: 'warn' })).toMatchObject({ msg: expect.stringContaining('could not be planned') });
  await enqueue(grant());
  await log.says({ state: 'delivered' });
  await looks(1);
  expect(opened()).toBe(2);
  await schedule.stop();
});
