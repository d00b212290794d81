import { expect, test } from 'vitest';
import type { Shown } from '../../src/domain/evidence.ts';
import { evidenceOf, findEvidence, forgetEvidence, saveEvidence } from '../../src/store/evidence.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const ben = { guildId: '1100', userId: '1201' };
const monday = at('2026-03-02');
const link: Shown = { kind: 'link', url: 'https://example.org/ada' };
const file: Shown = {
  kind: 'file',
  file: { channelId: '1500', messageId: '1600', attachmentId: '1700', name: 'design.pdf' },
};

onEachEngine('what members show on $name', ({ emptyStore }) => {
  test('links and files are found again as they were given, each member’s own', async () => {
    const { db } = await emptyStore();
    await saveEvidence(db, ada, 'lab-1', link, monday, '1300');
    await saveEvidence(db, ada, 'lab-2', file, monday, '1301');
    await saveEvidence(db, ben, 'lab-1', file, monday, '1302');
    expect(await evidenceOf(db, ada)).toEqual(
      new Map<string, Shown>([
        ['lab-1', link],
        ['lab-2', file],
      ]),
    );
    expect(await findEvidence(db, ben, 'lab-1')).toEqual(file);
    expect(await findEvidence(db, ben, 'lab-2')).toBeUndefined();
  });

  test('the latest replaces what was shown before, a link a file as well', async () => {
    const { db } = await emptyStore();
    await saveEvidence(db, ada, 'lab-1', file, monday, '1300');
    expect(await saveEvidence(db, ada, 'lab-1', link, monday, '1301')).toBe(true);
    expect(await findEvidence(db, ada, 'lab-1')).toEqual(link);
  });

  test('an older interaction that arrives late replaces nothing', async () => {
    const { db } = await emptyStore();
    await saveEvidence(db, ada, 'lab-1', link, monday, '1300');
    expect(await saveEvidence(db, ada, 'lab-1', file, monday, '999')).toBe(false);
    expect(await findEvidence(db, ada, 'lab-1')).toEqual(link);
  });

  test('what is taken back is gone, and only that', async () => {
    const { db } = await emptyStore();
    await saveEvidence(db, ada, 'lab-1', link, monday, '1300');
    await saveEvidence(db, ada, 'lab-2', file, monday, '1301');
    await forgetEvidence(db, ada, 'lab-1');
    expect(await evidenceOf(db, ada)).toEqual(new Map([['lab-2', file]]));
  });
});
