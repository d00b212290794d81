/** What the year of kills is judged by finds each fault that is planted. */
import { expect, test } from 'vitest';
import { at } from '../builders.ts';
import type { LedgerRow } from './ledger.ts';
import type { Posted } from './posted.ts';
import { isSound, type Verdict, verdictOn } from './verdict.ts';

const due = at('2027-03-01T17:45:00Z');
const later = at('2027-03-03T17:45:00Z');
const call = (dueAt: Temporal.Instant, more: Partial<LedgerRow> = {}): LedgerRow => ({
  groupKey: 'grads',
  occurrence: dueAt.toString(),
  kind: 'session',
  audience: 'role',
  state: 'sent',
  dueAt,
  expiresAt: dueAt.add({ minutes: 10 }),
  cause: null,
  reason: null,
  reference: `1/${dueAt.epochMilliseconds}`,
  ...more,
});
const reminder = call(due, { kind: 'reminder', audience: '20', reference: '2/1' });
const sound = [call(due), reminder, call(later)];
const seenOf = (rows: readonly LedgerRow[]) =>
  new Map(rows.flatMap(({ reference, dueAt }) => (reference === undefined ? [] : [[reference, dueAt] as const])));

interface Planted {
  readonly rows?: readonly LedgerRow[];
  /** When each message appeared. */
  readonly seen?: ReadonlyMap<string, Temporal.Instant>;
  readonly isServed?: boolean;
  readonly wasExpected?: boolean;
}

function judged({ rows = sound, seen = seenOf(rows), isServed = true, wasExpected = true }: Planted): Verdict {
  const posted: Posted = {
    references: [...seen.keys()],
    wordsOf: () => 'words',
    at: reference => seen.get(reference),
    doubled: [],
    stop: () => {},
  };
  const served = isServed ? [{ from: due.subtract({ hours: 1 }), until: later.add({ hours: 1 }) }] : [];
  return verdictOn(sound, rows, { posted, served, ledger: { wasExpected: () => wasExpected } });
}

const notRunning = { state: 'suppressed', cause: 'not-running', reason: 'x', reference: undefined } as const;

test('what was said once and in time is sound, and so is what nobody was there to say', () => {
  expect(isSound(judged({}))).toBe(true);
  const missed = judged({ rows: [call(due), reminder, call(later, notRunning)], isServed: false });
  expect([isSound(missed), missed.sent, missed.suppressed]).toEqual([true, 2, { 'not-running': 1 }]);
});

test.each<[keyof Verdict, Planted]>([
  ['duplicates', { seen: new Map([...seenOf(sound), ['1/2', due]]) }],
  ['lost', { rows: [call(due), reminder] }],
  ['lost', { rows: [call(due), reminder, call(later, { state: 'due', reference: undefined })] }],
  ['unexcused', { rows: [call(due), reminder, call(later, notRunning)] }],
  ['unexcused', { rows: [call(due), reminder, call(later, { ...notRunning, cause: 'dropped' })] }],
  ['untimely', { seen: seenOf([call(due), reminder, { ...call(later), dueAt: later.add({ minutes: 11 }) }]) }],
  ['untimely', { seen: seenOf([call(due), reminder, { ...call(later), dueAt: later.subtract({ minutes: 1 }) }]) }],
  ['untimely', { wasExpected: false }],
  ['unseen', { seen: seenOf([call(due), reminder]) }],
])('%s: it is named, and the year is not sound', (name, planted) => {
  const verdict = judged(planted);
  expect(verdict[name]).not.toEqual([]);
  expect(isSound(verdict)).toBe(false);
});

test('the thread of a session that was moved later counts as opened in time', () => {
  const [opened, moved] = [due, due.add({ hours: 2 })].map(dueAt => call(dueAt, { kind: 'thread', reference: '3/1' }));
  if (!opened || !moved) throw new Error('There is no thread.');
  expect(judged({ rows: [...sound, opened, moved], seen: new Map([...seenOf(sound), ['3/1', due]]) }).untimely).toEqual(
    [],
  );
  expect(judged({ rows: [...sound, moved], seen: new Map([...seenOf(sound), ['3/1', due]]) }).untimely).toHaveLength(1);
});
