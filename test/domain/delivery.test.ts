import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, afterAttempt, type SendResult, worthTelling } from '../../src/domain/delivery.ts';
import type { Effect } from '../../src/domain/effect.ts';
import { at } from '../support/builders.ts';

const now = at('2026-03-02');
const problem = { kind: 'role-too-high', roleId: '2', botRoleId: '1' } as const;
const ada = { guildId: '10', userId: '20' };
const grant: Effect = { kind: 'sync-roles', member: ada, because: '1' };

const attempt = (number: number, more: Partial<Attempt> = {}): Attempt => ({ number, askedAt: now, ...more });
const waited = (result: SendResult, number: number, jitter = 0) => {
  const { dueAt } = afterAttempt(attempt(number), result, now, jitter);
  return dueAt && now.until(dueAt).total('seconds');
};

describe('what becomes of an effect', () => {
  test('what was delivered is over, keeps its reference and passes on what was noticed', () => {
    expect(afterAttempt(attempt(1), { kind: 'delivered', reference: '7', noticed: problem }, now, 0)).toEqual({
      state: 'delivered',
      reference: '7',
      tell: problem,
    });
  });

  test('a member who left ends it, and nobody is told', () => {
    const fate = afterAttempt(attempt(1), { kind: 'gone' }, now, 0);
    expect(fate).toEqual({ state: 'dropped', reason: 'the member is gone' });
    expect(worthTelling(grant, fate)).toEqual([]);
  });

  test('a passing fault is waited out for 1, 2, 4 … seconds, 5 minutes at most', () => {
    const fault: SendResult = { kind: 'transient', reason: 'Discord answers 503' };
    expect([1, 2, 3, 9, 10, 400].map(number => waited(fault, number))).toEqual([1, 2, 4, 256, 300, 300]);
  });

  test('a wait that Discord asks for is kept', () => {
    const retryAfter = Temporal.Duration.from({ seconds: 90 });
    expect(waited({ kind: 'transient', reason: 'rate limit', retryAfter }, 1)).toBe(90);
  });

  test('what a person must repair is tried after 1, 2, 4 … minutes, once a day at most, and told', () => {
    const blocked: SendResult = { kind: 'blocked', problem };
    expect([1, 2, 3, 11, 12].map(number => waited(blocked, number))).toEqual([60, 120, 240, 61_440, 86_400]);
    expect(worthTelling(grant, afterAttempt(attempt(1), blocked, now, 0))).toEqual([problem]);
  });

  test('a timed-out member is tried again when the time is over, a pending one within the hour', () => {
    const until = now.add({ hours: 3 });
    expect(waited({ kind: 'deferred', reason: 'timed out', until }, 1)).toBe(3 * 3600);
    expect([1, 2, 20].map(number => waited({ kind: 'deferred', reason: 'pending' }, number))).toEqual([60, 120, 3600]);
  });

  describe('what everybody may have seen', () => {
    const expiresAt = now.add({ seconds: 1 });
    const lost: SendResult = { kind: 'transient', reason: 'Discord answers 502' };
    const seen = (number: number, more: Partial<Attempt> = {}) =>
      attempt(number, { expiresAt, isFoundOut: true, ...more });

    test('stays open when its answer is lost in the last moment', () => {
      expect(afterAttempt(seen(2), lost, now, 0)).toEqual({
        state: 'pending',
        dueAt: now.add({ seconds: 2 }),
        reason: 'Discord answers 502',
      });
      expect(afterAttempt(attempt(2, { expiresAt }), lost, now, 0)).toMatchObject({ state: 'expired' });
    });

    test('is looked for, however late, until Discord answers; then it is said why it did not come', () => {
      const late = seen(3, { isTooLate: true, before: 'Discord answers 502' });
      const before = { reason: 'Discord answers 502' };
      for (const result of [lost, { kind: 'deferred', reason: 'the server is unavailable' } as const])
        expect(afterAttempt(late, result, now, 0)).toEqual({
          state: 'pending',
          dueAt: now.add({ seconds: 4 }),
          ...before,
        });
      const found = afterAttempt(late, { kind: 'delivered', reference: '7/8' }, now, 0);
      expect(found).toEqual({ state: 'delivered', reference: '7/8' });
      const notFound = afterAttempt(late, { kind: 'suppressed', reason: 'too late' }, now, 0);
      expect(notFound).toEqual({ state: 'expired', ...before });
    });

    test('is given up a day later, and not by whoever has only just come back', () => {
      const tomorrow = now.add({ hours: 25 });
      const late = (number: number) => seen(number, { isTooLate: true });
      expect(afterAttempt(late(400), lost, now.add({ hours: 23 }), 0)).toMatchObject({ state: 'pending' });
      expect(afterAttempt(late(3), lost, tomorrow, 0)).toMatchObject({ state: 'pending' });
      expect(afterAttempt(late(1000), lost, tomorrow, 0)).toMatchObject({ state: 'expired' });
    });
  });

  test('what would be tried again after its budget has expired, with the problem that kept it', () => {
    const last = attempt(3, { expiresAt: now.add({ minutes: 1 }) });
    const fate = afterAttempt(last, { kind: 'blocked', problem }, now, 0);
    expect(fate).toEqual({ state: 'expired', reason: 'role-too-high', tell: problem });
  });

  test('what is given up is told to the organisers, who then know whom it was about', () => {
    const fate = afterAttempt(attempt(1), { kind: 'refused', reason: 'invalid' }, now, 0);
    expect(fate).toEqual({ state: 'failed', reason: 'invalid' });
    expect(worthTelling(grant, fate)).toEqual([
      { kind: 'given-up', effect: 'sync-roles', userId: '20', why: 'failed' },
    ]);
  });

  test('so is a proposal about which nothing can be posted', () => {
    const asked: Effect = { kind: 'group-proposal', guildId: '10', groupKey: 'g-owls', step: 'asked' };
    for (const state of ['failed', 'expired'] as const)
      expect(worthTelling(asked, { state })).toEqual([
        { kind: 'given-up', effect: 'group-proposal', groupKey: 'g-owls', why: state },
      ]);
  });

  test('a notice that could not be given makes no further notice', () => {
    const tell: Effect = { kind: 'tell-organisers', guildId: '10', problem };
    expect(worthTelling(tell, { state: 'expired' })).toEqual([]);
  });
});

const instants = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map(seconds => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
const results: fc.Arbitrary<SendResult> = fc.oneof(
  fc.constant({ kind: 'delivered' } as const),
  fc.constant({ kind: 'gone' } as const),
  fc.record({ kind: fc.constant('refused' as const), reason: fc.string() }),
  fc.constant({ kind: 'blocked', problem } as const),
  fc.record(
    { kind: fc.constant('deferred' as const), reason: fc.string(), until: instants },
    { requiredKeys: ['kind', 'reason'] },
  ),
  fc.record(
    {
      kind: fc.constant('transient' as const),
      reason: fc.string(),
      retryAfter: fc.integer({ min: 0, max: 1e6 }).map(seconds => Temporal.Duration.from({ seconds })),
    },
    { requiredKeys: ['kind', 'reason'] },
  ),
);
const attempts = fc.record(
  { number: fc.integer({ min: 1, max: 5000 }), askedAt: instants, expiresAt: instants },
  { requiredKeys: ['number', 'askedAt'] },
);
const jitters = fc.double({ min: 0, max: 1, noNaN: true });

describe('whatever happens', () => {
  test('a fate is either final or due again, never both', () => {
    fc.assert(
      fc.property(attempts, results, instants, jitters, (tried, result, when, jitter) => {
        const { state, dueAt } = afterAttempt(tried, result, when, jitter);
        expect(dueAt !== undefined).toBe(state === 'pending' || state === 'blocked');
      }),
    );
  });

  test('it is due later than now, within its budget, and no sooner than Discord asks', () => {
    fc.assert(
      fc.property(attempts, results, instants, jitters, (tried, result, when, jitter) => {
        const { dueAt } = afterAttempt(tried, result, when, jitter);
        if (!dueAt) return;
        expect(when.until(dueAt).total('seconds')).toBeGreaterThanOrEqual(
          result.kind === 'transient' ? (result.retryAfter?.total('seconds') ?? 1) : 1,
        );
        if (tried.expiresAt) expect(Temporal.Instant.compare(dueAt, tried.expiresAt)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('the wait grows with the attempts and never beyond a day and its jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), jitters, (number, jitter) => {
        const blocked: SendResult = { kind: 'blocked', problem };
        const wait = waited(blocked, number, jitter) ?? 0;
        expect(waited(blocked, number + 1, jitter)).toBeGreaterThanOrEqual(wait);
        expect(wait).toBeLessThanOrEqual(86_400 + 3600);
      }),
    );
  });

  test('what an organiser can repair is always told', () => {
    fc.assert(
      fc.property(attempts, instants, jitters, (tried, when, jitter) => {
        expect(afterAttempt(tried, { kind: 'blocked', problem }, when, jitter).tell).toEqual(problem);
      }),
    );
  });
});
