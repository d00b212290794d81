import { expect, test } from 'vitest';
import { rememberRefusals } from '../../../src/discord/effects/refusals.ts';
import type { SendResult } from '../../../src/domain/delivery.ts';
import { aClock } from '../../schedule/a-schedule.ts';

const forbidden: SendResult = { kind: 'blocked', problem: { kind: 'role-limit' } };

/** Counts how often it is asked. */
function asking(result: SendResult = forbidden) {
  const asked = { times: 0 };
  const ask = async () => {
    asked.times += 1;
    return result;
  };
  return { asked, ask };
}

test('what was just forbidden is not asked for again, and who comes together waits for the first', async () => {
  const refusals = rememberRefusals(aClock().now);
  const { asked, ask } = asking();
  const results = await Promise.all([1, 2, 3].map(() => refusals.unlessForbidden('10', 'role:leader', ask)));
  expect(results).toEqual([forbidden, forbidden, forbidden]);
  expect(asked.times).toBe(1);
});

test('it is asked for again after a while, after a change on that server, and at once for anything else', async () => {
  const clock = aClock();
  const refusals = rememberRefusals(clock.now);
  const { asked, ask } = asking();
  await refusals.unlessForbidden('10', 'role:leader', ask);
  await refusals.unlessForbidden('10', 'role:architect', ask);
  await refusals.unlessForbidden('11', 'role:leader', ask);
  expect(asked.times).toBe(3);
  refusals.forget('11');
  await refusals.unlessForbidden('10', 'role:leader', ask);
  expect(asked.times).toBe(3);
  refusals.forget('10');
  await refusals.unlessForbidden('10', 'role:leader', ask);
  expect(asked.times).toBe(4);
  clock.advance({ seconds: 16 });
  await refusals.unlessForbidden('10', 'role:leader', ask);
  expect(asked.times).toBe(5);
});

test('a refusal that answers a question from before the change is not remembered', async () => {
  const refusals = rememberRefusals(aClock().now);
  const { promise, resolve } = Promise.withResolvers<SendResult>();
  const slow = refusals.unlessForbidden('10', 'role:leader', () => promise);
  // The question is on its way.
  await Promise.resolve();
  refusals.forget('10');
  resolve(forbidden);
  await slow;
  const { asked, ask } = asking({ kind: 'delivered' });
  expect(await refusals.unlessForbidden('10', 'role:leader', ask)).toEqual({ kind: 'delivered' });
  expect(asked.times).toBe(1);
});

test('anything but a refusal is asked for every time, faults included', async () => {
  const refusals = rememberRefusals(aClock().now);
  const { asked, ask } = asking({ kind: 'transient', reason: 'Discord answers 503' });
  await refusals.unlessForbidden('10', 'role:leader', ask);
  await expect(refusals.unlessForbidden('10', 'role:leader', () => Promise.reject(new Error('no')))).rejects.toThrow(
    'no',
  );
  await refusals.unlessForbidden('10', 'role:leader', ask);
  expect(asked.times).toBe(2);
});

test('what Discord asks to wait for is waited for by all, whatever changes on the server', async () => {
  const clock = aClock();
  const refusals = rememberRefusals(clock.now);
  const seconds = (n: number) => Temporal.Duration.from({ seconds: n });
  const { asked, ask } = asking({ kind: 'transient', reason: 'rate limit', retryAfter: seconds(10) });
  const first = refusals.unlessForbidden('10', 'role:leader', ask);
  refusals.forget('10');
  await first;
  clock.advance({ seconds: 4 });
  refusals.forget('10');
  const left = await refusals.unlessForbidden('10', 'role:leader', ask);
  expect(left).toMatchObject({ kind: 'transient', reason: 'rate limit' });
  expect(left.kind === 'transient' && left.retryAfter?.total('seconds')).toBe(6);
  expect(asked.times).toBe(1);
  clock.advance({ seconds: 6 });
  await refusals.unlessForbidden('10', 'role:leader', ask);
  expect(asked.times).toBe(2);
});
