import { expect, test } from 'vitest';
import { enrol, leave } from '../../src/store/enrolments.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const monday = at('2026-03-02');
const tuesday = at('2026-03-03');

onEachEngine('enrolments on $name', ({ emptyStore }) => {
  test('a member is on several paths at once, the oldest first', async () => {
    const { db } = await emptyStore();
    expect(await enrol(db, ada, { pathId: 'architect', since: tuesday }, '1')).toBe(true);
    expect(await enrol(db, ada, { pathId: 'security', since: monday }, '2')).toBe(true);
    expect((await loadLearner(db, ada)).enrolments).toEqual([
      { pathId: 'security', since: monday },
      { pathId: 'architect', since: tuesday },
    ]);
  });

  test('to choose a path again changes nothing', async () => {
    const { db } = await emptyStore();
    await enrol(db, ada, { pathId: 'architect', since: monday }, '1');
    expect(await enrol(db, ada, { pathId: 'architect', since: tuesday }, '2')).toBe(false);
    expect((await loadLearner(db, ada)).enrolments).toEqual([{ pathId: 'architect', since: monday }]);
  });

  test('a path that was left is gone, and can be chosen anew', async () => {
    const { db } = await emptyStore();
    await enrol(db, ada, { pathId: 'architect', since: monday }, '1');
    expect(await leave(db, ada, 'architect', tuesday, '2')).toBe(true);
    expect((await loadLearner(db, ada)).enrolments).toEqual([]);
    expect(await enrol(db, ada, { pathId: 'architect', since: tuesday }, '3')).toBe(true);
    expect((await loadLearner(db, ada)).enrolments).toEqual([{ pathId: 'architect', since: tuesday }]);
  });

  test('older clicks that arrive late change nothing', async () => {
    const { db } = await emptyStore();
    await enrol(db, ada, { pathId: 'architect', since: monday }, '10');
    expect(await leave(db, ada, 'architect', tuesday, '9')).toBe(false);
    await leave(db, ada, 'architect', tuesday, '12');
    expect(await enrol(db, ada, { pathId: 'architect', since: tuesday }, '11')).toBe(false);
    expect(await leave(db, ada, 'architect', tuesday, '13')).toBe(false);
    expect((await loadLearner(db, ada)).enrolments).toEqual([]);
  });
});
