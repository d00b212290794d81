/** The outbox against its model, whatever senders do and whenever they die. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Effect } from '../../src/domain/effect.ts';
import type { Db } from '../../src/store/database.ts';
import { type Claimed, claimDue, expireLate, nextDue, settle } from '../../src/store/deliveries.ts';
import { enqueue, retryNow } from '../../src/store/outbox.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';
import { anOutboxModel, type Ending } from './outbox-model.ts';

const lease = 30;
const retryAfter = 60;
const week = 7 * 24 * 3600;
const start = at('2026-03-02');
const second = (seconds: number) => start.add({ seconds });

/** Roles are never too late, announcements are after a week. */
const effects: readonly Effect[] = Array.from({ length: 6 }, (_, index): Effect => {
  const member = { guildId: '1100', userId: String(index) };
  return index % 2
    ? { kind: 'announce-certificate', member, certificateId: 'foundation' }
    : { kind: 'sync-roles', member, because: '1' };
});
const budgetOf = (index: number) => (index % 2 ? week : Number.POSITIVE_INFINITY);
const indexOf = (effect: Effect) => effects.findIndex(one => JSON.stringify(one) === JSON.stringify(effect));

type Step =
  | { readonly do: 'enqueue'; readonly index: number }
  | { readonly do: 'claim'; readonly owner: string; readonly limit: number }
  | { readonly do: 'settle'; readonly owner: string; readonly as: Ending }
  | { readonly do: 'crash'; readonly owner: string }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'retryNow' | 'expireLate' };

const owner = fc.constantFrom('a', 'b', 'c');
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('enqueue' as const), index: fc.nat({ max: effects.length - 1 }) }),
  fc.record({ do: fc.constant('claim' as const), owner, limit: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    do: fc.constant('settle' as const),
    owner,
    as: fc.constantFrom<Ending>('pending', 'blocked', 'delivered'),
  }),
  fc.record({ do: fc.constant('crash' as const), owner }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(0, 1, 29, 31, 3600, week) }),
  fc.record({ do: fc.constantFrom('retryNow' as const, 'expireLate' as const) }),
);

/** Does the same to the outbox and to its model, and expects the same of both. */
function bothOf(db: Db) {
  const model = anOutboxModel();
  const held = new Map<string, Claimed[]>();
  const delivered: string[] = [];
  let now = 0;

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'enqueue': {
        const added = await enqueue(db, effects.slice(step.index, step.index + 1), second(now));
        return expect(added).toBe(model.enqueue(step.index, now, budgetOf(step.index)) ? 1 : 0);
      }
      case 'claim': {
        const request = { owner: step.owner, now: second(now), limit: step.limit };
        const claimed = await claimDue(db, { ...request, lease: Temporal.Duration.from({ seconds: lease }) });
        held.set(step.owner, [...(held.get(step.owner) ?? []), ...claimed]);
        return expect(claimed.map(({ effect }) => indexOf(effect))).toEqual(model.claim(now, step.limit, lease));
      }
      case 'settle': {
        const claim = held.get(step.owner)?.shift();
        if (!claim) return;
        const dueAgain = now + retryAfter;
        const fate = step.as === 'delivered' ? { state: step.as } : { state: step.as, dueAt: second(dueAgain) };
        const counts = await settle(db, claim, fate, second(now));
        if (counts && step.as === 'delivered') delivered.push(claim.key);
        return expect(counts).toBe(model.settle(indexOf(claim.effect), claim.attempt.number, step.as, dueAgain));
      }
      case 'crash':
        held.delete(step.owner);
        return;
      case 'wait':
        now += step.seconds;
        return;
      case 'retryNow':
        return expect(await retryNow(db, '1100', second(now))).toBe(model.retryNow(now));
      case 'expireLate':
        return expect((await expireLate(db, second(now))).length).toBe(model.expireLate(now));
    }
  }

  /** A sender that only does its work brings everything to an end. */
  async function finish(): Promise<void> {
    for (let due = await nextDue(db); due; due = await nextDue(db)) {
      now = Math.max(now, start.until(due).total('seconds'));
      await take({ do: 'claim', owner: 'last', limit: effects.length });
      while (held.get('last')?.length) await take({ do: 'settle', owner: 'last', as: 'delivered' });
      await take({ do: 'expireLate' });
    }
    expect({ waiting: model.waiting(), twice: delivered.length - new Set(delivered).size }).toEqual({
      waiting: 0,
      twice: 0,
    });
  }

  return { take, finish };
}

onEachEngine('the outbox on $name, beside its model,', ({ emptyStore, numRuns }) => {
  test('gives each effect to one sender at a time, delivers none twice and loses none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 60, size: 'max' }), async script => {
        const { db } = await emptyStore();
        const both = bothOf(db);
        for (const step of script) await both.take(step);
        await both.finish();
      }),
      { numRuns },
    );
  });
});
