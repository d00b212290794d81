/** What is long past is let go of; the rest stays. */
import { expect, test } from 'vitest';
import { adopt, findBinding } from '../../../src/store/bindings.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { forgetPings, forgetSent, forgetSessionBindings } from '../../../src/store/groups/past.ts';
import { planPing, settlePing } from '../../../src/store/groups/pings.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';

const guildId = '10';
const groupKey = 'grads';
const now = at('2027-05-01T12:00:00Z');
const ago = (days: number) => now.subtract({ hours: 24 * days });

onEachEngine('the past on $name', ({ emptyStore }) => {
  test('of the ledger goes, but for what is still open', async () => {
    const { db } = await emptyStore();
    const ping = (days: number, occurrence: string) =>
      ({ groupKey, occurrence, kind: 'session', audience: 'role', dueAt: ago(days), expiresAt: ago(days) }) as const;
    for (const [days, occurrence, isOpen] of [
      [70, 'old', false],
      [70, 'open', true],
      [50, 'young', false],
    ] as const) {
      await planPing(db, guildId, ping(days, occurrence), ago(days));
      if (!isOpen) await settlePing(db, guildId, ping(days, occurrence), { state: 'sent' }, ago(days));
    }
    await forgetPings(db, guildId, groupKey, ago(60));
    const left = await db.selectFrom('pings').select('occurrence').orderBy('occurrence').execute();
    expect(left.map(({ occurrence }) => occurrence)).toEqual(['open', 'young']);
  });

  test('of the outbox goes, but for what is not the calendar’s', async () => {
    const { db } = await emptyStore();
    const mirror = { kind: 'mirror-sessions', guildId, groupKey, because: '1' } as const;
    const problem = { kind: 'two-factor' } as const;
    await enqueue(db, [mirror, { kind: 'tell-organisers', guildId, problem }], ago(70));
    await db.updateTable('outbox').set({ state: 'delivered', settled_at: '2027-02-01T12:00:00.000Z' }).execute();
    await enqueue(db, [{ ...mirror, because: '2' }], ago(70));
    await forgetSent(db, guildId, ago(60));
    const left = await db.selectFrom('outbox').select('key').orderBy('key').execute();
    expect(left.map(({ key }) => key)).toEqual([
      'mirror-sessions/10/grads/2',
      expect.stringContaining('tell-organisers/10/two-factor'),
    ]);
  });

  test('of sessions goes a week after their end, where they were moved to', async () => {
    const { db } = await emptyStore();
    const names = ['2027-04-01T19:00', '2027-04-20T19:00', '2027-04-29T19:00'].map(
      planned => `thread:${groupKey}/${planned}`,
    );
    const others = [`event:${groupKey}/2027-04-01T19:00`, 'thread:seniors/2027-04-01T19:00', 'channel:grads'];
    for (const [index, name] of [...names, ...others].entries())
      await adopt(db, guildId, name, String(100 + index), {}, now);
    const change = { planned: '2027-04-20T19:00', kind: 'moved', to: '2027-04-30T19:00', revision: 1 } as const;
    await inTransaction(db, tx => saveChange(tx, { guildId, groupKey, by: '1' }, change, now));
    await forgetSessionBindings(db, guildId, groupKey, ago(7));
    const left = [];
    for (const name of [...names, ...others]) if (await findBinding(db, guildId, name)) left.push(name);
    expect(left).toEqual([names[1], names[2], 'thread:seniors/2027-04-01T19:00', 'channel:grads']);
  });

  test('of sessions stays while it is to be found out what was said of them', async () => {
    const { db } = await emptyStore();
    const ping = { groupKey, kind: 'thread', audience: 'channel', dueAt: ago(30), expiresAt: ago(29) } as const;
    const threads = ['2027-04-01T19:00', '2027-04-02T19:00', '2027-04-03T19:00'].map(
      planned => `thread:${groupKey}/${planned}`,
    );
    for (const [index, name] of threads.entries()) await adopt(db, guildId, name, String(100 + index), {}, now);
    for (const occurrence of ['2027-04-01T19:00', '2027-04-02T19:00~1'])
      await planPing(db, guildId, { ...ping, occurrence }, ago(30));
    await forgetSessionBindings(db, guildId, groupKey, ago(7));
    const left = [];
    for (const name of threads) if (await findBinding(db, guildId, name)) left.push(name);
    expect(left).toEqual(threads.slice(0, 2));
  });
});
