import { expect, test } from 'vitest';
import type { Fate } from '../../src/domain/delivery.ts';
import { type Effect, effectKey } from '../../src/domain/effect.ts';
import type { Db } from '../../src/store/database.ts';
import { claimDue, settle } from '../../src/store/deliveries.ts';
import { enqueue, findDelivery, requeue, retryNow } from '../../src/store/outbox.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const grant: Effect = { kind: 'sync-roles', member: ada, because: '1' };
const announce: Effect = { kind: 'announce-certificate', member: ada, certificateId: 'foundation' };
const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T13:00:00Z');
const lease = Temporal.Duration.from({ minutes: 1 });

async function sendAll(db: Db, fate: Fate, now = noon): Promise<void> {
  for (const claimed of await claimDue(db, { owner: 'sender', now, limit: 10, lease })) {
    await settle(db, claimed, fate, now);
  }
}

const stateOf = (db: Db, effect: Effect) => findDelivery(db, effectKey(effect));

onEachEngine('the outbox on $name', ({ emptyStore }) => {
  test('an effect waits until it is due and says so', async () => {
    const { db } = await emptyStore();
    expect(await enqueue(db, [grant, announce], noon)).toBe(2);
    expect(await stateOf(db, grant)).toEqual({ state: 'pending', dueAt: noon });
    expect(await findDelivery(db, 'no/such/effect')).toBeUndefined();
  });

  test('the same effect asked for twice is there once', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant], noon);
    expect(await enqueue(db, [grant, grant], later)).toBe(0);
    expect(await stateOf(db, grant)).toEqual({ state: 'pending', dueAt: noon });
  });

  test('what was delivered stays delivered, however often it is asked for', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [announce], noon);
    await sendAll(db, { state: 'delivered', reference: '1600' });
    expect(await enqueue(db, [announce], later)).toBe(0);
    expect(await stateOf(db, announce)).toEqual({ state: 'delivered', reference: '1600' });
  });

  test.each(['failed', 'dropped', 'expired', 'delivered'] as const)('what was %s can be put in again', async state => {
    const { db } = await emptyStore();
    await enqueue(db, [grant], noon);
    await sendAll(db, { state, reason: 'for a reason' });
    expect(await stateOf(db, grant)).toEqual({ state, reason: 'for a reason' });
    expect(await requeue(db, grant, later)).toBe(true);
    expect(await stateOf(db, grant)).toEqual({ state: 'pending', dueAt: later });
    expect((await claimDue(db, { owner: 'other', now: later, limit: 1, lease })).map(c => c.attempt.number)).toEqual([
      1,
    ]);
  });

  test('what waits, or was never asked for, is not put in again', async () => {
    const { db } = await emptyStore();
    expect(await requeue(db, grant, noon)).toBe(false);
    await enqueue(db, [grant], noon);
    expect(await requeue(db, grant, later)).toBe(false);
  });

  test('what waits for a repair is due at once when the organisers of its guild say so', async () => {
    const { db } = await emptyStore();
    const elsewhere: Effect = { kind: 'sync-roles', member: { ...ada, guildId: '1101' }, because: '1' };
    await enqueue(db, [grant, elsewhere], noon);
    await sendAll(db, { state: 'blocked', dueAt: at('2026-03-03'), reason: 'role-too-high' });
    expect(await retryNow(db, '1100', later)).toBe(1);
    expect(await stateOf(db, grant)).toEqual({ state: 'blocked', dueAt: later, reason: 'role-too-high' });
    expect((await stateOf(db, elsewhere))?.dueAt).toEqual(at('2026-03-03'));
    expect(await retryNow(db, '1100', later)).toBe(0);
  });

  test('what only waits for Discord is not hurried', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant], noon);
    await sendAll(db, { state: 'pending', dueAt: later, reason: 'HTTP 503' });
    expect(await retryNow(db, '1100', noon)).toBe(0);
  });
});
