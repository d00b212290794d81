import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../../src/domain/attributes.ts';
import { type EventLook, type EventOnServer, eventLookOf, withIntent } from '../../../src/domain/groups/event-look.ts';
import { type BoundEvent, type Mirrored, mirrorWindow, planMirror } from '../../../src/domain/groups/mirror.ts';
import { withRefused } from '../../../src/domain/groups/refused-move.ts';
import {
  type Exceptions,
  type SessionChange,
  sessionPlannedAt,
  sessionsOf,
} from '../../../src/domain/groups/session.ts';

const zone = 'Europe/Berlin';
const group = { key: 'leaders', slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone }] } as const;
const words = { name: 'Leaders', description: 'A study group.' };
const place = 'voice/7';
const now = Temporal.Instant.from('2027-03-17T12:00Z');
/** The next two Mondays: in winter time, and in summer time. */
const [first, second] = ['2027-03-22T19:00', '2027-03-29T19:00'];
const [firstAt, secondAt] = ['2027-03-22T18:00Z', '2027-03-29T17:00Z'];

function changedBy(...changes: readonly SessionChange[]): Exceptions {
  return { changes: new Map(changes.map(change => [change.planned, change])), breaks: [] };
}

function mirrored(exceptions: Exceptions, more: Partial<Mirrored> = {}): Mirrored {
  return {
    now,
    isOn: true,
    sessions: sessionsOf(group, exceptions, now, now.add(mirrorWindow)),
    sessionAt: planned => sessionPlannedAt(group, planned, exceptions),
    lookOf: session => eventLookOf(session, words, place),
    bound: [],
    events: new Map(),
    hasChannel: () => true,
    ...more,
  };
}

const look = (starts: string, more: Partial<EventLook> = {}): EventLook => {
  const ends = Temporal.Instant.from(starts).add({ hours: 1 }).toString({ smallestUnit: 'minute' });
  return { ...words, starts, ends, place, ...more };
};

/** The first Monday's, as Cairn made it, and what became of it on Discord. */
function withEvent(
  seen: Partial<EventOnServer>,
  { exceptions = changedBy(), set, ...more }: Partial<Mirrored> & { exceptions?: Exceptions; set?: Attributes } = {},
) {
  const made = look(firstAt);
  const bound: BoundEvent = { planned: first, eventId: '1', set: set ?? { ...made } };
  const event: EventOnServer = { id: '1', status: 'scheduled', look: made, ...seen };
  const sessions = sessionsOf(group, exceptions, now, now.add(mirrorWindow)).filter(({ planned }) => planned === first);
  const steps = planMirror(
    mirrored(exceptions, { sessions, bound: [bound], events: new Map([['1', event]]), ...more }),
  );
  return steps.map(({ event: of, session, ...step }: { event?: unknown; session?: unknown }) => step);
}

const skipped: SessionChange = { planned: first, kind: 'skipped', revision: 1 };
const moved: SessionChange = { planned: first, kind: 'moved', to: '2027-03-23T20:00', revision: 1 };
const movedTo = '2027-03-23T19:00Z';

describe('what is missing', () => {
  test('is made for each session of the next 14 days, the nearest first, at its own wall time', () => {
    const steps = planMirror(mirrored(changedBy()));
    expect(steps.map(step => step.kind === 'make' && [step.session.planned, step.look])).toEqual([
      [first, look(firstAt)],
      [second, look(secondAt)],
    ]);
  });

  test('is not made for a session that is off, begins in this minute, or when nobody wants events', () => {
    const steps = planMirror(mirrored(changedBy(skipped)));
    expect(steps.map(step => step.kind === 'make' && step.session.planned)).toEqual([second]);
    const late = mirrored(changedBy(), { now: Temporal.Instant.from(firstAt).subtract({ seconds: 30 }) });
    expect(planMirror(late).map(step => step.kind === 'make' && step.session.planned)).toEqual([second]);
    expect(planMirror(mirrored(changedBy(), { isOn: false }))).toEqual([]);
  });
});

describe('what a host decides', () => {
  test('follows: a moved session’s event is changed with its end, a skipped one’s is cancelled', () => {
    expect(withEvent({}, { exceptions: changedBy(moved) })).toEqual([
      { kind: 'change', changes: { starts: movedTo, ends: look(movedTo).ends } },
    ]);
    expect(withEvent({}, { exceptions: changedBy(skipped) })).toEqual([{ kind: 'end', status: 'canceled' }]);
    expect(withEvent({ status: 'active' }, { exceptions: changedBy(skipped) })).toEqual([
      { kind: 'end', status: 'completed' },
    ]);
  });

  test('removes the events where none are wanted, and cancels those the group no longer meets for', () => {
    expect(withEvent({}, { isOn: false })).toEqual([{ kind: 'remove' }]);
    expect(withEvent({}, { sessionAt: () => undefined })).toEqual([{ kind: 'end', status: 'canceled' }]);
  });
});

describe('what a person does on Discord', () => {
  test('wins: another start is a move, to the wall time of the group', () => {
    expect(withEvent({ look: look('2027-03-28T17:30Z') })).toEqual([
      { kind: 'moved-by-hand', starts: '2027-03-28T17:30Z', to: '2027-03-28T19:30' },
    ]);
  });

  test('is a move up to the last second, and comes in vain once the session has begun', () => {
    const evening = look('2027-03-22T20:00Z');
    const seenAt = (before: Temporal.DurationLike) =>
      withEvent({ look: evening }, { now: Temporal.Instant.from(firstAt).subtract(before) });
    expect(seenAt({ seconds: 1 })).toMatchObject([{ kind: 'moved-by-hand', to: '2027-03-22T21:00' }]);
    expect(seenAt({ seconds: 0 })).toEqual([{ kind: 'moved-in-vain', why: 'begun' }]);
  });

  test('is no move to the second of a time that comes twice, and one to the first', () => {
    const [once, again] = ['2027-10-31T00:30Z', '2027-10-31T01:30Z'];
    expect(withEvent({ look: look(once) })).toMatchObject([{ kind: 'moved-by-hand', to: '2027-10-31T02:30' }]);
    expect(withEvent({ look: look(again) })).toEqual([{ kind: 'moved-in-vain', why: 'twice' }]);
  });

  test('wins: deleted or cancelled is skipped', () => {
    expect(withEvent({ status: 'canceled' })).toEqual([{ kind: 'skipped-by-hand' }]);
    const deleted = { id: '1', status: 'deleted' } as const;
    expect(withEvent({}, { events: new Map([['1', deleted]]) })).toEqual([{ kind: 'skipped-by-hand' }]);
  });

  test('stays: name, words and place are theirs, while a new start still brings its own end', () => {
    const own = { name: 'Leaders!', description: 'Come.', place: 'at/The park', ends: '2027-03-22T20:00Z' } as const;
    expect(withEvent({ look: look(firstAt, own) })).toEqual([]);
    expect(withEvent({ look: look(firstAt, own) }, { exceptions: changedBy(moved) })).toEqual([
      { kind: 'change', changes: { starts: movedTo, ends: look(movedTo).ends } },
    ]);
  });
});

describe('a move by hand that was refused', () => {
  const farAt = '2027-04-20T17:00Z';
  const far = look(farAt);
  const refusedAt = (starts: string, exceptions = changedBy()) => {
    const session = sessionPlannedAt(group, first, exceptions);
    if (!session) throw new Error('The group does not meet then.');
    return withRefused({ ...look(firstAt) }, session, { starts, why: 'taken' });
  };
  const set = refusedAt(farAt);

  test('is not tried again, whatever has become possible meanwhile', () => {
    expect(withEvent({ look: far }, { set })).toEqual([{ kind: 'moved-in-vain', why: 'taken' }]);
  });

  test('gives way to what is decided afterwards, also back to the same time', () => {
    expect(withEvent({ look: far }, { set, exceptions: changedBy(moved) })).toEqual([
      { kind: 'change', changes: { starts: movedTo, ends: look(movedTo).ends } },
    ]);
    const held: SessionChange = { planned: first, kind: 'held', revision: 2 };
    expect(withEvent({ look: far }, { set, exceptions: changedBy(held) })).toEqual([
      { kind: 'change', changes: { starts: firstAt, ends: look(firstAt).ends } },
    ]);
  });

  test('keeps no other from being tried, nor the same once it was moved back', () => {
    expect(withEvent({ look: look(movedTo) }, { set })).toMatchObject([{ kind: 'moved-by-hand', starts: movedTo }]);
    expect(withEvent({}, { set })).toEqual([{ kind: 'moved-back' }]);
  });

  test('is still told as in vain once the session has begun', () => {
    const after = Temporal.Instant.from(firstAt);
    expect(withEvent({ look: far }, { set, now: after })).toEqual([{ kind: 'moved-in-vain', why: 'begun' }]);
  });

  test('to a time that passes skips nothing when Discord cancels the event, as nobody began it there', () => {
    const early = refusedAt('2027-03-17T11:00Z');
    expect(withEvent({ status: 'canceled' }, { set: early })).toEqual([{ kind: 'forget' }]);
    expect(withEvent({ status: 'canceled' }, { set })).toEqual([{ kind: 'skipped-by-hand' }]);
  });
});

describe('what only looks like a person’s doing', () => {
  test('is a change of Cairn’s whose answer was lost', () => {
    const set = withIntent({ ...look(firstAt) }, { ...look(movedTo) });
    const newer: SessionChange = { ...moved, to: '2027-03-24T20:00', revision: 2 };
    expect(withEvent({ look: look(movedTo) }, { set, exceptions: changedBy(newer) })).toEqual([
      { kind: 'change', changes: { starts: '2027-03-24T19:00Z', ends: '2027-03-24T20:00Z' } },
    ]);
    const ended = withIntent({ ...look(firstAt) }, { status: 'end' });
    expect(withEvent({ status: 'canceled' }, { set: ended })).toEqual([{ kind: 'forget' }]);
  });

  test('is Discord, which cancels what nobody began, and what was in a channel that is gone', () => {
    const after = Temporal.Instant.from(firstAt).add({ hours: 4 });
    expect(withEvent({ status: 'canceled' }, { now: after })).toEqual([]);
    expect(withEvent({ status: 'canceled' }, { now: after, exceptions: changedBy(moved) })).toEqual([
      { kind: 'forget' },
    ]);
    expect(withEvent({ status: 'canceled' }, { hasChannel: id => id !== '7' })).toEqual([{ kind: 'forget' }]);
  });

  test('is an event that ended, that is under way, or that Cairn cannot see', () => {
    expect(withEvent({ status: 'completed' })).toEqual([]);
    expect(withEvent({ status: 'active', look: look('2027-03-28T17:30Z') })).toEqual([]);
    expect(withEvent({}, { events: new Map() })).toEqual([]);
  });

  test('is a deleted event of a session that is off anyway', () => {
    expect(withEvent({ status: 'canceled' }, { exceptions: changedBy(skipped) })).toEqual([{ kind: 'forget' }]);
  });
});

test('without the permission to join, the event is elsewhere, and comes back once it may', () => {
  const elsewhere = look(firstAt, { place: 'at/#leaders' });
  expect(withEvent({ look: elsewhere }, { set: { ...elsewhere } })).toEqual([
    { kind: 'change', changes: { place, ends: elsewhere.ends } },
  ]);
});
