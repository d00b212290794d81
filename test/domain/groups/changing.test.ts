/** What can be decided about one session. */
import { expect, test } from 'vitest';
import { decideChange, type RequestedChange } from '../../../src/domain/groups/changing.ts';
import type { Group } from '../../../src/domain/groups/group.ts';
import { type Exceptions, noExceptions, type SessionChange } from '../../../src/domain/groups/session.ts';
import { at } from '../../support/builders.ts';

const slot = { minutes: 60, zone: 'Europe/Berlin' } as const;
const group: Group = {
  key: 'owls',
  title: 'Owls',
  kind: 'study-group',
  paths: [],
  channel: 'owls',
  slots: [
    { ...slot, day: 'Monday', at: '19:00' },
    { ...slot, day: 'Wednesday', at: '19:00' },
  ],
  isProposed: false,
};
const monday = '2026-11-23T19:00';
const now = at('2026-11-22');
const decide = (asked: RequestedChange, exceptions = noExceptions, when = now) =>
  decideChange(group, exceptions, monday, asked, when);
const withChange = (change: SessionChange): Exceptions => ({
  ...noExceptions,
  changes: new Map([[change.planned, change]]),
});
const skipped = withChange({ planned: monday, kind: 'skipped', revision: 1 });
const moved = withChange({ planned: monday, kind: 'moved', to: '2026-11-24T20:00', revision: 2 });

test('skipping takes it off, with its reason, as a new revision', () => {
  expect(decide({ kind: 'skip', reason: 'away' })).toMatchObject({
    kind: 'change',
    change: { planned: monday, kind: 'skipped', reason: 'away', revision: 1 },
    session: { off: { kind: 'skipped', reason: 'away' } },
  });
  expect(decide({ kind: 'skip' }, skipped)).toMatchObject({ kind: 'unchanged' });
});

test('moving names a wall time of its zone, and moving back is holding it as planned', () => {
  expect(decide({ kind: 'move', to: '2026-11-24T20:00' })).toMatchObject({
    kind: 'change',
    change: { kind: 'moved', to: '2026-11-24T20:00', revision: 1 },
    session: { startsAt: at('2026-11-24T19:00:00Z'), movedFrom: at('2026-11-23T18:00:00Z') },
  });
  expect(decide({ kind: 'move', to: '2026-11-24T20:00' }, moved)).toMatchObject({ kind: 'unchanged' });
  expect(decide({ kind: 'move', to: monday }, moved)).toMatchObject({
    kind: 'change',
    change: { kind: 'held', revision: 3 },
  });
});

test('what was skipped, moved or falls into a holiday can be held after all', () => {
  const holiday = { ...noExceptions, breaks: [{ kind: 'holiday', from: '2026-11-23' }] } as const;
  for (const exceptions of [skipped, moved, holiday])
    expect(decide({ kind: 'hold' }, exceptions)).toMatchObject({
      kind: 'change',
      session: { startsAt: at('2026-11-23T18:00:00Z') },
    });
  expect(decide({ kind: 'hold' })).toMatchObject({ kind: 'unchanged' });
});

test('a moved one that is skipped is off where it was moved to, and held there after all', () => {
  const off = decide({ kind: 'skip' }, moved);
  if (off.kind !== 'change') throw new Error(off.kind);
  const there = { startsAt: at('2026-11-24T19:00:00Z'), movedFrom: at('2026-11-23T18:00:00Z') };
  expect(off).toMatchObject({ change: { was: '2026-11-24T20:00' }, session: { ...there, off: { kind: 'skipped' } } });
  // By its planned time it would have begun.
  const held = decide({ kind: 'hold' }, withChange(off.change), at('2026-11-24T09:00:00Z'));
  expect(held).toMatchObject({ kind: 'change', change: { kind: 'moved', to: '2026-11-24T20:00' }, session: there });
  if (held.kind === 'change') expect([held.change.was, held.session.off]).toEqual([undefined, undefined]);
});

test('a moved one that a holiday keeps off is skipped where it was moved to, and held there after all', () => {
  const known = { ...moved.changes.get(monday), changedAt: at('2026-11-20') } as SessionChange;
  const holiday = { kind: 'holiday', from: '2026-11-24', notedAt: at('2026-11-21') } as const;
  const off = decide({ kind: 'skip' }, { ...withChange(known), breaks: [holiday] });
  if (off.kind !== 'change') throw new Error(off.kind);
  const there = { startsAt: at('2026-11-24T19:00:00Z'), movedFrom: at('2026-11-23T18:00:00Z') };
  expect(off).toMatchObject({ before: { off: { kind: 'holiday' } }, session: { ...there, off: { kind: 'skipped' } } });
  const held = decide({ kind: 'hold' }, withChange(off.change));
  expect(held).toMatchObject({ change: { kind: 'moved', to: '2026-11-24T20:00' }, session: there });
});

test('one that the clocks put off is not moved by that: skipped, it is held as planned after all', () => {
  const early: Group = { ...group, slots: [{ ...slot, day: 'Sunday', at: '02:30' }] };
  const planned = '2027-03-28T02:30';
  const off = decideChange(early, noExceptions, planned, { kind: 'skip' }, now);
  if (off.kind !== 'change') throw new Error(off.kind);
  expect([off.change.was, off.session.movedFrom]).toEqual([planned, undefined]);
  const held = decideChange(early, withChange(off.change), planned, { kind: 'hold' }, now);
  if (held.kind !== 'change') throw new Error(held.kind);
  expect(held.change).toEqual({ planned, kind: 'held', revision: 2 });
  expect(held.session).toMatchObject({ startsAt: at('2027-03-28T01:30:00Z'), clocks: 'gap' });
});

test('nothing is moved onto another session, into the past, or further than two weeks', () => {
  expect(decide({ kind: 'move', to: '2026-11-25T18:30' })).toMatchObject({
    kind: 'taken',
    by: { planned: '2026-11-25T19:00' },
  });
  expect(decide({ kind: 'move', to: '2026-11-22T09:00' })).toMatchObject({ kind: 'past' });
  expect(decide({ kind: 'move', to: '2026-12-07T17:59' })).toMatchObject({ kind: 'change' });
  expect(decide({ kind: 'move', to: '2026-12-08T12:00' })).toMatchObject({ kind: 'too-far' });
});

test('one that has begun is left alone, and one that never was is unknown', () => {
  expect(decide({ kind: 'skip' }, noExceptions, at('2026-11-23T18:00:00Z'))).toMatchObject({ kind: 'begun' });
  expect(decide({ kind: 'hold' }, skipped, at('2026-11-23T18:00:00Z'))).toMatchObject({ kind: 'past' });
  expect(decideChange(group, noExceptions, '2026-11-24T19:00', { kind: 'skip' }, now)).toEqual({
    kind: 'unknown-session',
  });
});
