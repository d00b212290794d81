/** Looking at the outbox: what is in it, newest first, and how far each effect has got. */
import { expect, test } from 'vitest';
import type { Effect } from '../../src/domain/effect.ts';
import { claimDue, settle } from '../../src/store/deliveries.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { listOutbox } from '../../src/store/outbox-list.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const grant: Effect = { kind: 'sync-roles', member: ada, because: '1' };
const announce: Effect = { kind: 'announce-certificate', member: ada, certificateId: 'foundation' };
const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T13:00:00Z');
const lease = Temporal.Duration.from({ minutes: 1 });

onEachEngine('the list of the outbox on $name', ({ emptyStore }) => {
  test('what was settled and what still waits are both there, newest first', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant], noon);
    for (const claimed of await claimDue(db, { owner: 'sender', now: noon, limit: 1, lease })) {
      await settle(db, claimed, { state: 'failed', reason: 'for a reason' }, noon);
    }
    await enqueue(db, [announce], later);
    expect(await listOutbox(db, 10)).toEqual([
      { effect: announce, state: 'pending', attempts: 0, askedAt: later, dueAt: later },
      { effect: grant, state: 'failed', attempts: 1, askedAt: noon, reason: 'for a reason' },
    ]);
  });

  test('no more is listed than was asked for', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [grant, announce], noon);
    expect((await listOutbox(db, 1)).map(({ effect }) => effect)).toEqual([announce]);
  });
});
