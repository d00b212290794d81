import { expect, test } from 'vitest';
import { auditRecords, recordAudit } from '../../src/store/audit.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const olive = { guildId: '1100', userId: '1200' };
const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T12:05:00Z');

onEachEngine('the audit trail on $name', ({ emptyStore }) => {
  test('says who did what, when, before and after, the newest first', async () => {
    const { db } = await emptyStore();
    await recordAudit(db, olive, { action: 'mentionable', before: false, after: true }, noon);
    const renamed = {
      action: 'role-changed',
      subject: 'Rookie',
      before: { hoist: true },
      after: { hoist: null },
    } as const;
    await recordAudit(db, { ...olive, userId: '1201' }, renamed, later);
    const records = await auditRecords(db, '1100', 10);
    expect(records.map(({ id: _, ...rest }) => rest)).toEqual([
      { ...renamed, userId: '1201', at: later },
      { action: 'mentionable', before: false, after: true, userId: '1200', at: noon },
    ]);
  });

  test('is read page by page, and only that of one’s own server', async () => {
    const { db } = await emptyStore();
    for (const subject of ['a', 'b', 'c']) await recordAudit(db, olive, { action: 'role-made', subject }, noon);
    await recordAudit(db, { ...olive, guildId: '1101' }, { action: 'role-made', subject: 'elsewhere' }, noon);
    const first = await auditRecords(db, '1100', 2);
    const second = await auditRecords(db, '1100', 2, first.at(-1)?.id);
    expect([first, second].map(page => page.map(({ subject }) => subject))).toEqual([['c', 'b'], ['a']]);
  });
});
