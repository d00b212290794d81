/** Organisers move the lead of those who chose none: of each session these are reminded once, whatever is moved when. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leads } from '../../../src/domain/groups/reminding.ts';
import { movedLead, type UsualLead, usualLeadOf } from '../../../src/domain/groups/usual-lead.ts';
import { at } from '../../support/builders.ts';

const start = at('2027-03-03T18:00:00Z');
const before = (minutes: number) => start.subtract({ milliseconds: Math.round(minutes * 60_000) });
/** "600 → 60": so many minutes before the start somebody moved it to so many. */
const moved = (minutesBefore: number, moves: string): UsualLead =>
  [...moves.matchAll(/([\d.]+) → (\d+)/g)].reduce<UsualLead>(
    (usual, [, left, to]) => movedLead(usual, Number(to), before(Number(left))),
    { minutesBefore },
  );

test.each([
  ['nobody moved it', '', 1440],
  ['it is moved in good time', '3000 → 60', 60],
  ['it comes nearer after it was said', '1439 → 60', 1440],
  ['it comes nearer at that very moment', '1440 → 60', 1440],
  ['it comes earlier and is still ahead', '3000 → 2880', 2880],
  ['it comes earlier than now: at the next whole minute', '2000.25 → 2880', 2000],
  ['and never at the moment of the move itself', '2000 → 2880', 1999],
  ['it comes earlier after it was said', '1000 → 2880', 1440],
  ['it is moved there and back', '3000 → 60, 2999 → 1440', 1440],
  ['back too late for it', '3000 → 60, 600.5 → 1440', 600],
  ['and once more after that was said', '3000 → 60, 600.5 → 1440, 500 → 15', 600],
])('where %s', (_, moves, expected) => {
  expect(usualLeadOf(moved(1440, moves), start)).toBe(expected);
});

test('what had come stays, and what had not comes later than the move: never twice, and never not at all', () => {
  const someLead = fc.constantFrom(...leads);
  const move = fc.tuple(fc.double({ min: 1, max: 4000, noNaN: true }), someLead);
  fc.assert(
    fc.property(someLead, fc.array(move, { maxLength: 6 }), (minutesBefore, moves) => {
      let usual: UsualLead = { minutesBefore };
      for (const [left, minutes] of moves.toSorted(([a], [b]) => b - a)) {
        const [now, was] = [before(left), usualLeadOf(usual, start)];
        usual = movedLead(usual, minutes, now);
        const is = usualLeadOf(usual, start);
        const hadCome = Temporal.Instant.compare(start.subtract({ minutes: was }), now) <= 0;
        if (hadCome) expect(is).toBe(was);
        else expect(Temporal.Instant.compare(start.subtract({ minutes: is }), now)).toBe(1);
      }
    }),
  );
});

test('moves of weeks ago are forgotten, and no session ahead is another for it', () => {
  const usual = moved(1440, '43200 → 60, 60 → 180');
  expect(usual).toEqual({ minutesBefore: 180, moves: [{ at: before(60), from: 60 }] });
});
