/** Which meetings a holiday or pause takes out so soon that their threads hear of it. */
import { expect, test } from 'vitest';
import { nearOnes } from '../../../src/domain/groups/breaks.ts';
import type { Slot } from '../../../src/domain/groups/group.ts';
import type { Break } from '../../../src/domain/groups/session.ts';
import { upcoming } from '../../../src/domain/groups/upcoming.ts';
import { at } from '../../support/builders.ts';

const slots = (['Monday', 'Tuesday', 'Wednesday'] as const).flatMap(day =>
  ['09:00', '18:00'].map((time): Slot => ({ day, at: time, minutes: 60, zone: 'Europe/Berlin' })),
);
/** A Monday at 12:00 in Berlin. */
const now = at('2026-11-23T11:00:00Z');

function near(occurrence: string, pause: Pick<Break, 'from' | 'until' | 'liftedAt'>): readonly string[] {
  const exceptions = { changes: new Map(), breaks: [{ kind: 'paused', ...pause } as const] };
  const isOver = pause.liftedAt !== undefined;
  return nearOnes(
    upcoming({ key: 'g', slots }, exceptions, now),
    exceptions,
    occurrence,
    { ...pause, isOver },
    now,
  ).map(({ planned }) => planned);
}

test('those of the next 24 hours, within its days', () => {
  expect(near('2026-11-23~b1', { from: '2026-11-23' })).toEqual(['2026-11-23T18:00', '2026-11-24T09:00']);
  expect(near('2026-11-23~b1', { from: '2026-11-23', until: '2026-11-23' })).toEqual(['2026-11-23T18:00']);
});

test('lifted, those that it gives back', () => {
  const lifted = { from: '2026-11-24', until: '2026-11-24', liftedAt: now };
  expect(near('2026-11-24~r1', lifted)).toEqual(['2026-11-24T09:00']);
});

test('of a longer pause in the place of one, none that the earlier kept already', () => {
  expect(near('2026-11-25~b2', { from: '2026-11-23' })).toEqual([]);
});
