import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Effect, effectKey } from '../../src/domain/effect.ts';
import { claimDue, expireLate, nextDue, settle } from '../../src/store/deliveries.ts';
import { enqueue, findDelivery } from '../../src/store/outbox.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const member = (userId: string) => ({ guildId: '1100', userId });
const grant = (userId: string): Effect => ({ kind: 'sync-roles', member: member(userId), because: '1' });
const announce: Effect = { kind: 'announce-certificate', member: member('1'), certificateId: 'foundation' };
const tell: Effect = {
  kind: 'tell-organisers',
  guildId: '1100',
  problem: { kind: 'permission-missing', permission: 'ManageRoles' },
};
const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T13:00:00Z');
const lease = Temporal.Duration.from({ minutes: 1 });
const asking = (owner: string, now = noon, limit = 10) => ({ owner, now, limit, lease });

onEachEngine('deliveries on $name', ({ emptyStore }) => {
  test('a claim carries the effect as it was put in, and which attempt it is', async () => {
    const { db } = await emptyStore();
    for (const effect of [tell, announce, grant('2')]) await enqueue(db, [effect], noon);
    const attempt = { number: 1, askedAt: noon };
    const expiring = { ...attempt, expiresAt: at('2026-03-09T12:00:00Z') };
    expect(await claimDue(db, asking('a'))).toEqual([
      { id: expect.any(Number), key: effectKey(tell, noon), owner: 'a', effect: tell, attempt: expiring },
      { id: expect.any(Number), key: effectKey(announce), owner: 'a', effect: announce, attempt: expiring },
      { id: expect.any(Number), key: effectKey(grant('2')), owner: 'a', effect: grant('2'), attempt },
    ]);
  });

  test('the longest due comes first, no more than asked for, and nothing before its time', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('3')], later);
    await enqueue(db, [grant('1')], noon);
    await enqueue(db, [grant('2')], noon.add({ minutes: 1 }));
    const users = async (now: Temporal.Instant, limit: number) =>
      (await claimDue(db, asking('a', now, limit))).map(({ key }) => key);
    expect(await users(noon.subtract({ milliseconds: 1 }), 10)).toEqual([]);
    expect(await users(later, 2)).toEqual([effectKey(grant('1')), effectKey(grant('2'))]);
    expect(await users(later, 2)).toEqual([effectKey(grant('3'))]);
  });

  test('what one sender has claimed no other gets, until the lease ends', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1')], noon);
    await claimDue(db, asking('a'));
    expect(await claimDue(db, asking('b', noon.add(lease).subtract({ milliseconds: 1 })))).toEqual([]);
    const [taken] = await claimDue(db, asking('b', noon.add(lease)));
    expect(taken?.attempt.number).toBe(2);
  });

  test('the word of a sender whose lease was taken over does not count', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1')], noon);
    const [stale] = await claimDue(db, asking('a'));
    const [current] = await claimDue(db, asking('b', noon.add(lease)));
    if (!stale || !current) throw new Error('Both should have claimed.');
    expect(await settle(db, stale, { state: 'failed', reason: 'stale' }, later)).toBe(false);
    expect(await settle(db, current, { state: 'delivered', reference: '9' }, later)).toBe(true);
    expect(await settle(db, current, { state: 'failed' }, later)).toBe(false);
    expect(await findDelivery(db, effectKey(grant('1')))).toEqual({ state: 'delivered', reference: '9' });
  });

  test('a sender that takes over from itself knows its old lease from its new one', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1')], noon);
    const [stale] = await claimDue(db, asking('a'));
    await claimDue(db, asking('a', noon.add(lease)));
    if (!stale) throw new Error('It should have claimed.');
    expect(await settle(db, stale, { state: 'delivered' }, later)).toBe(false);
  });

  test('late word of a lease nobody took over still counts', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1')], noon);
    const [claimed] = await claimDue(db, asking('a'));
    if (!claimed) throw new Error('It should have claimed.');
    expect(await settle(db, claimed, { state: 'delivered' }, later)).toBe(true);
  });

  test('an effect to be tried again is due when its fate says', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1')], noon);
    const [claimed] = await claimDue(db, asking('a'));
    if (!claimed) throw new Error('It should have claimed.');
    await settle(db, claimed, { state: 'pending', dueAt: later, reason: 'HTTP 503\0' }, noon);
    expect(await findDelivery(db, claimed.key)).toEqual({ state: 'pending', dueAt: later, reason: 'HTTP 503' });
    expect(await claimDue(db, asking('a', later.subtract({ milliseconds: 1 })))).toEqual([]);
    expect((await claimDue(db, asking('a', later))).map(({ attempt }) => attempt.number)).toEqual([2]);
  });

  test('an effect that stays open must say when it is due', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1')], noon);
    const [claimed] = await claimDue(db, asking('a'));
    if (!claimed) throw new Error('It should have claimed.');
    await expect(settle(db, claimed, { state: 'pending' }, noon)).rejects.toThrow(/due/);
  });

  test('what can only come too late is given up, unless it is being sent', async () => {
    const { db } = await emptyStore();
    const tooLate = at('2026-03-09T12:00:00Z');
    await enqueue(db, [announce, tell, grant('2')], noon);
    await claimDue(db, asking('a', tooLate.subtract({ seconds: 1 }), 1));
    expect((await claimDue(db, asking('b', tooLate))).map(({ effect }) => effect)).toEqual([grant('2')]);
    expect(await expireLate(db, tooLate)).toEqual([{ effect: tell, state: 'pending' }]);
    expect(await expireLate(db, tooLate.add(lease))).toEqual([{ effect: announce, state: 'pending' }]);
    expect(await findDelivery(db, effectKey(announce))).toEqual({
      state: 'expired',
      reason: 'it would have come too late',
    });
    expect(await expireLate(db, at('2027-01-01'))).toEqual([]);
  });

  test('the next thing due is the earliest that nobody holds', async () => {
    const { db } = await emptyStore();
    expect(await nextDue(db)).toBeUndefined();
    await enqueue(db, [grant('2')], later);
    await enqueue(db, [grant('1')], noon);
    expect(await nextDue(db)).toEqual(noon);
    const [claimed] = await claimDue(db, asking('a'));
    expect(await nextDue(db)).toEqual(noon.add(lease));
    if (claimed) await settle(db, claimed, { state: 'delivered' }, noon);
    expect(await nextDue(db)).toEqual(later);
  });

  test('a record that cannot be read fails by itself and holds up no other', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1'), grant('2'), announce], noon);
    await sql`update outbox set payload = '{"kind":"sync-roles"}' where key = ${effectKey(grant('1'))}`.execute(db);
    await sql`update outbox set payload = 'no JSON' where key = ${effectKey(announce)}`.execute(db);
    expect((await claimDue(db, asking('a'))).map(({ effect }) => effect)).toEqual([grant('2')]);
    expect(await findDelivery(db, effectKey(grant('1')))).toEqual({
      state: 'failed',
      reason: 'its record cannot be read',
    });
  });

  test('an effect of a newer Cairn is left for the newer Cairn', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant('1')], noon);
    await sql`update outbox set kind = 'send-flowers'`.execute(db);
    expect(await claimDue(db, asking('a'))).toEqual([]);
    expect(await nextDue(db)).toBeUndefined();
  });
});
