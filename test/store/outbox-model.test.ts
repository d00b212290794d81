/** The outbox against a model a few lines long, whatever senders do and whenever they die. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/domain/effect.ts';
import { type Claimed, claimDue, expireLate, nextDue, settle } from '../../src/store/deliveries.ts';
import { enqueue, retryNow } from '../../src/store/outbox.ts';
import { at } from '../support/builders.ts';
import { engines } from '../support/databases.ts';

const lease = Temporal.Duration.from({ seconds: 30 });
const lasting = 7 * 24 * 3600;
const start = at('2026-03-02');
const after = (seconds: number) => start.add({ seconds });

const effects: readonly Effect[] = Array.from({ length: 6 }, (_, index) => ({
  kind: index % 2 ? 'announce-certificate' : 'grant-role',
  member: { guildId: '1100', userId: String(index) },
  certificateId: 'foundation',
}));

/** Seconds since the start. */
interface Row {
  readonly asked: number;
  state: 'pending' | 'blocked' | 'delivered' | 'expired';
  due: number;
  leasedUntil: number;
  attempts: number;
}

type Step =
  | { readonly do: 'enqueue'; readonly effect: number }
  | { readonly do: 'claim'; readonly owner: string; readonly limit: number }
  | { readonly do: 'settle'; readonly owner: string; readonly as: 'pending' | 'blocked' | 'delivered' }
  | { readonly do: 'crash'; readonly owner: string }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'retryNow' | 'expireLate' };

const owner = fc.constantFrom('a', 'b', 'c');
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('enqueue' as const), effect: fc.nat({ max: effects.length - 1 }) }),
  fc.record({ do: fc.constant('claim' as const), owner, limit: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    do: fc.constant('settle' as const),
    owner,
    as: fc.constantFrom('pending' as const, 'blocked' as const, 'delivered' as const),
  }),
  fc.record({ do: fc.constant('crash' as const), owner }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(0, 1, 29, 31, 3600, lasting) }),
  fc.record({ do: fc.constantFrom('retryNow' as const, 'expireLate' as const) }),
);

const isOpen = (row: Row) => row.state === 'pending' || row.state === 'blocked';

describe.each(engines)('the outbox on $name, compared with its model,', ({ emptyStore, numRuns }) => {
  test('gives each effect to one sender at a time, delivers it once and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 40 }), async script => {
        const { db } = await emptyStore();
        const rows = new Map<number, Row>();
        const held = new Map<string, Claimed[]>();
        const deliveries: string[] = [];
        let now = 0;

        const isLate = (row: Row, index: number) => index % 2 === 1 && now >= row.asked + lasting;
        const claim = async (by: string, limit: number) => {
          const due = [...rows]
            .filter(([index, row]) => isOpen(row) && row.due <= now && row.leasedUntil <= now && !isLate(row, index))
            .sort(([, a], [, b]) => a.due - b.due);
          const got = await claimDue(db, { owner: by, now: after(now), limit, lease });
          // Of those due since the same moment, the one put in first comes first: rows keeps that order.
          expect(got.map(({ effect }) => effects.indexOf(effects.find(e => same(e, effect)) as Effect))).toEqual(
            due.slice(0, limit).map(([index]) => index),
          );
          for (const [index, row] of due.slice(0, limit)) {
            rows.set(index, Object.assign(row, { leasedUntil: now + 30, attempts: row.attempts + 1 }));
          }
          held.set(by, [...(held.get(by) ?? []), ...got]);
        };
        const settleNext = async (by: string, as: 'pending' | 'blocked' | 'delivered') => {
          const claimed = held.get(by)?.shift();
          if (!claimed) return;
          const index = effects.findIndex(effect => same(effect, claimed.effect));
          const row = rows.get(index) as Row;
          const isOurs =
            isOpen(row) && row.attempts === claimed.attempt.number && row.leasedUntil > Number.NEGATIVE_INFINITY;
          const fate = as === 'delivered' ? { state: as } : { state: as, dueAt: after(now + 60) };
          expect(await settle(db, claimed, fate, after(now))).toBe(isOurs);
          if (!isOurs) return;
          Object.assign(row, { state: as, leasedUntil: Number.NEGATIVE_INFINITY });
          if (as === 'delivered') deliveries.push(claimed.key);
          else row.due = now + 60;
        };

        for (const step of script) {
          switch (step.do) {
            case 'enqueue': {
              const isNew = !rows.has(step.effect);
              const effect = effects[step.effect] as Effect;
              expect(await enqueue(db, [effect], after(now))).toBe(isNew ? 1 : 0);
              const row: Row = {
                asked: now,
                state: 'pending',
                due: now,
                leasedUntil: Number.NEGATIVE_INFINITY,
                attempts: 0,
              };
              if (isNew) rows.set(step.effect, row);
              break;
            }
            case 'claim':
              await claim(step.owner, step.limit);
              break;
            case 'settle':
              await settleNext(step.owner, step.as);
              break;
            case 'crash':
              held.delete(step.owner);
              break;
            case 'wait':
              now += step.seconds;
              break;
            case 'retryNow': {
              const waiting = [...rows.values()].filter(row => row.state === 'blocked' && row.due > now);
              expect(await retryNow(db, '1100', after(now))).toBe(waiting.length);
              for (const row of waiting) row.due = now;
              break;
            }
            case 'expireLate': {
              const late = [...rows].filter(
                ([index, row]) => isOpen(row) && isLate(row, index) && row.leasedUntil <= now,
              );
              expect((await expireLate(db, after(now))).length).toBe(late.length);
              for (const [, row] of late)
                Object.assign(row, { state: 'expired', leasedUntil: Number.NEGATIVE_INFINITY });
            }
          }
        }

        // Whatever happened: a sender that only does its work brings everything to an end.
        held.clear();
        for (let due = await nextDue(db); due; due = await nextDue(db)) {
          now = Math.max(now, start.until(due).total('seconds'));
          await claim('last', 10);
          while (held.get('last')?.length) await settleNext('last', 'delivered');
          const late = await expireLate(db, after(now));
          expect(late.length).toBe([...rows].filter(([index, row]) => isOpen(row) && isLate(row, index)).length);
          for (const [index, row] of rows) if (isOpen(row) && isLate(row, index)) row.state = 'expired';
        }
        expect(new Set(deliveries).size).toBe(deliveries.length);
        expect([...rows.values()].filter(isOpen)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

function same(a: Effect, b: Effect): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
