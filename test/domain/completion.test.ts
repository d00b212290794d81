import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newlyEarned, standing, withCertificates } from '../../src/domain/certification.ts';
import { completeItem } from '../../src/domain/completion.ts';
import { progressOverview } from '../../src/domain/overview.ts';
import { undoItem } from '../../src/domain/undoing.ts';
import { aCurriculum, aLearner, anItem, aPath, at } from '../support/builders.ts';

const foundation = { id: 'foundation', title: 'Foundation', pathId: 'level', itemIds: ['a', 'b'] };
const expertise = {
  id: 'expert',
  title: 'Expert',
  pathId: 'track',
  itemIds: ['t'],
  completed: { kinds: ['level'] as const, paths: [] },
};
const curriculum = aCurriculum({
  paths: [
    aPath('level', [['a'], ['b', 's?']], { kind: 'level' }),
    aPath('role', [['a', 's'], ['z']]),
    aPath('track', [['t']], { kind: 'track' }),
  ],
  items: [anItem('soon', { status: 'coming-soon' }), anItem('old', { status: 'retired' })],
  certificates: [foundation, expertise],
});
const now = at('2026-04-01');
const item = (id: string) => curriculum.items.get(id) ?? anItem(id);
const complete = (learner: ReturnType<typeof aLearner>, id: string) =>
  completeItem(curriculum, learner, item(id), 'self-marked', now);

describe('completing an item', () => {
  test('moves every path it counts on, and says what comes next', () => {
    const { outcome, tick } = complete(aLearner({ on: ['level', 'role'] }), 'a');
    expect(tick).toEqual({ itemId: 'a', evidence: 'self-marked', at: now });
    expect(outcome).toMatchObject({
      kind: 'completed',
      moved: [
        {
          before: { percent: 0 },
          after: { path: { id: 'level' }, percent: 50 },
          stagesCompleted: [{ title: 'Stage 1' }],
          pathCompleted: false,
        },
        { before: { percent: 0 }, after: { path: { id: 'role' }, percent: 33 }, stagesCompleted: [] },
      ],
      next: [
        { path: { id: 'role' }, place: { itemId: 's' } },
        { path: { id: 'level' }, place: { itemId: 'b' } },
      ],
    });
  });

  test('an item marked coming soon on one path still counts on the other', () => {
    const { outcome } = complete(aLearner({ on: ['level', 'role'] }), 's');
    expect(outcome).toMatchObject({
      kind: 'completed',
      moved: [{ after: { path: { id: 'role' } } }],
      notCountedOn: [{ id: 'level' }],
    });
  });

  test('an item on none of the paths counts and moves nothing', () => {
    expect(complete(aLearner({ on: ['role'] }), 't').outcome).toMatchObject({
      kind: 'completed',
      moved: [],
      notCountedOn: [],
      enrolments: 1,
    });
  });

  test('twice says when it was done and changes nothing', () => {
    const { outcome, tick } = complete(aLearner({ done: ['a'] }), 'a');
    expect(tick).toBeUndefined();
    expect(outcome).toMatchObject({ kind: 'already-done' });
    expect(outcome).toHaveProperty('at', at('2026-03-02'));
  });

  test('what is coming soon or retired cannot be ticked', () => {
    expect(complete(aLearner(), 'soon')).toMatchObject({ outcome: { kind: 'coming-soon' }, certificates: [] });
    expect(complete(aLearner(), 'old')).toMatchObject({ outcome: { kind: 'retired' }, certificates: [] });
  });

  test('the last required item earns the certificate, enrolled or not, under the curriculum of the day', () => {
    const earned = { certificateId: 'foundation', at: now, curriculumVersion: '1+test', items: 2 };
    expect(complete(aLearner({ done: ['a'] }), 'b')).toMatchObject({
      certificates: [earned],
      outcome: { certificates: [earned] },
    });
  });

  test("a track's certificate waits for a completed level, and is earned by whatever completes it", () => {
    expect(complete(aLearner({ done: ['a'] }), 't').certificates).toEqual([]);
    const both = complete(aLearner({ done: ['a', 't'] }), 'b').certificates.map(({ certificateId }) => certificateId);
    expect(both).toEqual(['foundation', 'expert']);
  });
});

describe('a certificate that also asks for a completed path', () => {
  test('says so when its own items are all done', () => {
    expect(complete(aLearner(), 't').outcome).toMatchObject({
      certificates: [],
      awaited: [{ certificate: { id: 'expert' }, unshown: [], lacksPath: true }],
    });
    expect(complete(aLearner({ done: ['t'] }), 'z').outcome).toMatchObject({ awaited: [] });
  });

  test('is satisfied by a certificate earned before, though an item of it was undone since', () => {
    const done = aLearner({ done: ['a', 'b'] });
    const certified = {
      ...withCertificates(done, newlyEarned(curriculum, done, now)),
      ticks: aLearner({ done: ['a'] }).ticks,
    };
    expect(complete(certified, 't').certificates.map(({ certificateId }) => certificateId)).toEqual(['expert']);
  });
});

describe('a certificate that wants to see work', () => {
  const made = (id: string) => anItem(id, { asksForWork: true });
  const builder = { id: 'builder', title: 'Builder', pathId: 'yard', itemIds: ['x', 'l', 'p'], shown: ['l', 'p'] };
  const yard = aCurriculum({
    paths: [aPath('yard', [['x', 'l', 'p']], { kind: 'level' })],
    items: [made('l'), made('p')],
    certificates: [builder],
  });
  const of = (id: string) => yard.items.get(id) ?? anItem(id);
  const marks = (learner: ReturnType<typeof aLearner>, id: string) =>
    completeItem(yard, learner, of(id), 'self-marked', now);
  const shows = (learner: ReturnType<typeof aLearner>, id: string) =>
    completeItem(yard, learner, of(id), 'linked', now);

  test('is earned by the last item when all work is shown', () => {
    expect(shows(aLearner({ done: ['x'], shown: ['l'] }), 'p').certificates).toMatchObject([
      { certificateId: 'builder' },
    ]);
  });

  test('is held back by work that is only marked, and says which', () => {
    const { outcome, certificates } = marks(aLearner({ done: ['x', 'l'] }), 'p');
    expect(certificates).toEqual([]);
    expect(outcome).toMatchObject({
      kind: 'completed',
      evidence: 'self-marked',
      wantingWork: [{ id: 'builder' }],
      awaited: [{ certificate: { id: 'builder' }, unshown: [{ id: 'l' }, { id: 'p' }], lacksPath: false }],
    });
  });

  test('waits for no work as long as it waits for ticks', () => {
    expect(marks(aLearner({ done: ['x'] }), 'l').outcome).toMatchObject({ awaited: [], wantingWork: [builder] });
  });

  test('is given when the work is shown later, and the tick keeps its date', () => {
    const { outcome, tick, certificates } = shows(aLearner({ done: ['x', 'l'], shown: ['p'] }), 'l');
    expect(tick).toEqual({ itemId: 'l', evidence: 'linked', at: at('2026-03-02') });
    expect(certificates.map(one => [one.certificateId, one.at])).toEqual([['builder', now]]);
    expect(outcome).toMatchObject({ kind: 'evidence-added', wantingWork: [], awaited: [] });
    expect(outcome).toHaveProperty('at', at('2026-03-02'));
  });

  test('takes what a mentor has confirmed for shown, and a link given after that leaves it confirmed', () => {
    const ticks = new Map([
      ...aLearner({ done: ['x'], shown: ['l'] }).ticks,
      ['p', { itemId: 'p', evidence: 'mentor-confirmed', at: now }] as const,
    ]);
    const learner = { ...aLearner(), ticks };
    expect(standing(builder, yard, learner)).toMatchObject({ itemsLeft: [], unshown: [] });
    expect(shows(learner, 'p').tick).toMatchObject({ evidence: 'mentor-confirmed' });
  });

  test('once earned stays, though an item was marked anew without its work', () => {
    const all = aLearner({ done: ['x'], shown: ['l', 'p'] });
    const certified = withCertificates(all, newlyEarned(yard, all, now));
    const after = { ...certified, ticks: aLearner({ done: ['x', 'p'], shown: ['l'] }).ticks };
    expect(marks(after, 'p').outcome).toMatchObject({ kind: 'already-done', wantingWork: [] });
    expect(newlyEarned(yard, after, now)).toEqual([]);
  });

  test('marking what is marked already says that the work is still wanted', () => {
    expect(marks(aLearner({ done: ['l'] }), 'l').outcome).toMatchObject({
      kind: 'already-done',
      evidence: 'self-marked',
      wantingWork: [{ id: 'builder' }],
    });
  });

  test('over any sequence of marking, showing and undoing, is earned when first all is ticked and all work shown', () => {
    const act = fc.record({ how: fc.constantFrom('mark', 'show', 'undo'), id: fc.constantFrom('x', 'l', 'p') });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), acts => {
        let learner = aLearner();
        for (const { how, id } of acts) {
          const ticks = new Map(learner.ticks);
          const { tick, certificates } = how === 'show' ? shows(learner, id) : marks(learner, id);
          if (how === 'undo') ticks.delete(id);
          else if (tick) ticks.set(id, tick);
          const isComplete = ticks.size === 3 && ['l', 'p'].every(one => ticks.get(one)?.evidence === 'linked');
          const hadIt = learner.certificates.has('builder');
          learner = withCertificates({ ...learner, ticks }, how === 'undo' ? [] : certificates);
          expect(learner.certificates.has('builder')).toBe(hadIt || isComplete);
        }
      }),
    );
  });

  test('the overview names what is still to be shown, once, for certificates of the learner’s paths only', () => {
    const learner = aLearner({ on: ['yard'], done: ['l', 'p'] });
    expect(progressOverview(yard, learner).unshown.map(({ id }) => id)).toEqual(['l', 'p']);
    expect(progressOverview(yard, aLearner({ done: ['l', 'p'] })).unshown).toEqual([]);
    expect(progressOverview(yard, aLearner({ on: ['yard'], shown: ['l', 'p'] })).unshown).toEqual([]);
    const earned = { certificateId: 'builder', at: now, curriculumVersion: '1', items: 3 };
    expect(progressOverview(yard, withCertificates(learner, [earned])).unshown).toEqual([]);
  });
});

describe('taking a tick back', () => {
  test('moves the paths back and keeps certificates', () => {
    const done = aLearner({ on: ['level'], done: ['a', 'b'] });
    const learner = withCertificates(done, newlyEarned(curriculum, done, now));
    expect(undoItem(curriculum, learner, item('b'))).toMatchObject({
      kind: 'undone',
      moved: [{ before: { percent: 100 }, after: { percent: 50 }, pathCompleted: false, stagesCompleted: [] }],
      kept: [{ certificateId: 'foundation' }],
    });
  });

  test('of an item that is not done says so', () => {
    expect(undoItem(curriculum, aLearner(), item('a'))).toEqual({ kind: 'not-done', item: item('a') });
  });
});

test('over any sequence of done and undo, a certificate once earned stays and is earned only once', () => {
  const act = fc.record({ undo: fc.boolean(), id: fc.constantFrom('a', 'b', 't', 'z', 's') });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), acts => {
      let learner = aLearner({ on: ['level', 'track'] });
      const earned: string[] = [];
      for (const { undo, id } of acts) {
        const ticks = new Map(learner.ticks);
        if (undo) {
          ticks.delete(id);
          learner = { ...learner, ticks };
          continue;
        }
        const { tick, certificates } = complete(learner, id);
        expect(tick === undefined).toBe(learner.ticks.has(id));
        if (tick) ticks.set(id, tick);
        learner = withCertificates({ ...learner, ticks }, certificates);
        earned.push(...certificates.map(({ certificateId }) => certificateId));
        for (const certificate of curriculum.certificates.values()) {
          const { itemsLeft, lacksPath } = standing(certificate, curriculum, learner);
          if (itemsLeft.length === 0 && !lacksPath) expect(learner.certificates.has(certificate.id)).toBe(true);
        }
      }
      expect(new Set(earned).size).toBe(earned.length);
      expect([...learner.certificates.keys()].toSorted()).toEqual(earned.toSorted());
    }),
  );
});
