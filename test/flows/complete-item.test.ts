import { expect, test } from 'vitest';
import { effectKey } from '../../src/domain/effect.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { findDelivery } from '../../src/store/outbox.ts';
import { aCurriculum, aPath } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const curriculum = aCurriculum({
  paths: [aPath('trail', [['a', 'b']], { kind: 'level' })],
  certificates: [{ id: 'c', title: 'Foundation', pathId: 'trail', itemIds: ['a', 'b'] }],
});
const roleOf = ({ guildId, userId, interactionId }: Record<'guildId' | 'userId' | 'interactionId', string>) =>
  effectKey({ kind: 'sync-roles', member: { guildId, userId }, because: interactionId });

onEachEngine('completing items on $name', engine => {
  test('the last one saves the tick and the certificate, and puts its role into the outbox', async () => {
    const { flows, db, ada, woken } = await boundFlows(engine, curriculum);
    expect(await flows.completeItem(ada(), 'a')).toMatchObject({ kind: 'completed', certificates: [] });
    expect(woken()).toBe(0);
    const last = ada();
    expect(await flows.completeItem(last, 'Title of b')).toMatchObject({
      kind: 'completed',
      certificates: [{ certificateId: 'c' }],
    });
    expect(woken()).toBe(1);
    const learner = await loadLearner(db, ada());
    expect([...learner.ticks.keys()].toSorted()).toEqual(['a', 'b']);
    expect([...learner.certificates.keys()]).toEqual(['c']);
    expect(await findDelivery(db, roleOf(last))).toMatchObject({ state: 'pending' });
  });

  test('an interaction delivered again after the tick was taken back does not bring it back', async () => {
    const { flows, db, ada } = await boundFlows(engine, curriculum);
    const first = ada();
    await flows.completeItem(first, 'a');
    await flows.undoItem(ada(), 'a');
    expect(await flows.completeItem(first, 'a')).toMatchObject({ kind: 'superseded' });
    expect((await loadLearner(db, first)).ticks.size).toBe(0);
  });

  test('ten at once by one member tick once', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => flows.completeItem(ada(), 'a')));
    expect(outcomes.filter(({ kind }) => kind === 'completed')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'already-done')).toHaveLength(9);
  });

  test('the last two items at once earn the certificate once', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    const outcomes = await Promise.all([flows.completeItem(ada(), 'a'), flows.completeItem(ada(), 'b')]);
    expect(outcomes.flatMap(outcome => (outcome.kind === 'completed' ? outcome.certificates : []))).toHaveLength(1);
  });

  test('an unknown item saves nothing', async () => {
    const { flows, db, ada } = await boundFlows(engine, curriculum);
    expect(await flows.completeItem(ada(), 'nonsense')).toMatchObject({ kind: 'unknown-item', asked: 'nonsense' });
    expect((await loadLearner(db, ada())).ticks.size).toBe(0);
  });

  test("one member's ticks are not another's", async () => {
    const { flows, ada, ben } = await boundFlows(engine, curriculum);
    await flows.completeItem(ada(), 'a');
    expect(await flows.completeItem(ben(), 'a')).toMatchObject({ kind: 'completed' });
    expect(await flows.undoItem(ben(), 'b')).toMatchObject({ kind: 'not-done' });
  });
});
