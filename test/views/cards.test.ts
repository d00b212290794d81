/** Every card of the whole shipped curriculum stays within what Discord takes, without anything being cut off. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { newlyEarned, withCertificates } from '../../src/domain/certification.ts';
import { completeItem } from '../../src/domain/completion.ts';
import { firstStep, pathChoices, prerequisiteStates } from '../../src/domain/enrolling.ts';
import { certificateStandings, pathOverview, progressOverview } from '../../src/domain/overview.ts';
import { progressOn } from '../../src/domain/progress.ts';
import { certificatesMessage } from '../../src/views/certificates.ts';
import { choiceMessage } from '../../src/views/choice.ts';
import { completionMessage } from '../../src/views/completion.ts';
import type { Message } from '../../src/views/message.ts';
import { pathListMessage, pathMessage } from '../../src/views/path.ts';
import { nextMessage, progressMessage } from '../../src/views/progress.ts';
import { aLearner, at } from '../support/builders.ts';
import { sizeOf } from '../support/read-message.ts';

const curriculum = await loadCurriculum('data');
const everyPath = [...curriculum.paths.keys()];
const everyItem = [...curriculum.items.values()].filter(({ status }) => status === 'active').map(({ id }) => id);
const learners = {
  newcomer: aLearner(),
  'on everything': aLearner({ on: everyPath }),
  'half way on everything': aLearner({ on: everyPath, done: everyItem.filter((_, index) => index % 2 === 0) }),
  'with everything done': aLearner({ on: everyPath, done: everyItem }),
};

function fits(message: Message, what: string) {
  const size = sizeOf(message);
  expect(size.components, what).toBeLessThanOrEqual(40);
  expect(size.characters, what).toBeLessThanOrEqual(4000);
  expect(size.longestId, what).toBeLessThanOrEqual(100);
  expect(size.repeatedIds, what).toEqual([]);
}

describe.each(Object.entries(learners))('for a learner %s', (_, plain) => {
  const learner = withCertificates(plain, newlyEarned(curriculum, plain, at('2026-05-01')));

  test('every path fits, whole and stage by stage', () => {
    for (const path of curriculum.paths.values()) {
      const overview = pathOverview(path, curriculum, learner);
      fits(pathMessage(overview, undefined, 'en'), path.id);
      for (const stage of path.stages.keys()) fits(pathMessage(overview, stage, 'en'), `${path.id}, stage ${stage}`);
    }
  });

  test('every greeting fits', () => {
    for (const path of curriculum.paths.values()) {
      const next = firstStep(path, curriculum, learner);
      const outcome = {
        kind: 'chosen' as const,
        progress: progressOn(path, learner.ticks),
        prerequisites: prerequisiteStates(path, curriculum, learner),
        certificates: [...learner.certificates.values()].slice(0, 1),
        ...(next ? { next } : {}),
      };
      fits(choiceMessage(outcome, curriculum.certificates, 'en'), path.id);
    }
  });

  test('list, picker, progress, next and certificates fit', () => {
    const choices = pathChoices(curriculum, learner);
    fits(pathListMessage(choices, 'en'), 'list');
    fits(choiceMessage({ kind: 'pick', paths: choices }, curriculum.certificates, 'en'), 'picker');
    fits(progressMessage(progressOverview(curriculum, learner), 'en'), 'progress');
    fits(nextMessage(progressOverview(curriculum, learner), 'en'), 'next');
    fits(certificatesMessage(certificateStandings(curriculum, learner), 'en'), 'certificates');
  });

  test('completing any item fits', () => {
    for (const item of curriculum.items.values()) {
      const { outcome } = completeItem(curriculum, learner, item, 'self-marked', at('2026-05-02'));
      fits(completionMessage(outcome, curriculum.certificates, 'en'), item.id);
    }
  });
});

test('whatever paths and items a member has, the cards about all of them fit', () => {
  const anyone = fc.record({
    on: fc.shuffledSubarray(everyPath, { maxLength: 8 }),
    done: fc.subarray(everyItem),
    item: fc.constantFrom(...everyItem),
  });
  fc.assert(
    fc.property(anyone, ({ on, done, item: id }) => {
      const learner = aLearner({ on, done });
      const overview = progressOverview(curriculum, learner);
      fits(progressMessage(overview, 'en'), 'progress');
      fits(nextMessage(overview, 'en'), 'next');
      const item = curriculum.items.get(id);
      if (!item) return;
      const { outcome } = completeItem(curriculum, learner, item, 'self-marked', at('2026-05-02'));
      fits(completionMessage(outcome, curriculum.certificates, 'en'), id);
    }),
  );
});
