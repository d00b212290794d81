/** What became of a year's pings: each was said once, or it is on record why not. */
import type { PingKey } from '../../../src/domain/groups/ping.ts';
import { keyOf, type LedgerRow, type YearLedger } from './ledger.ts';
import type { Posted } from './posted.ts';

export interface Verdict {
  readonly due: number;
  readonly sent: number;
  /** How many of these were reminders. */
  readonly reminders: number;
  /** How many were suppressed for each cause. */
  readonly suppressed: Readonly<Record<string, number>>;
  /** Said twice: messages that nothing on record accounts for; and threads and scheduled events beside the same one. */
  readonly duplicates: readonly string[];
  /** Due, and neither said nor on record with a reason. */
  readonly lost: readonly string[];
  /** Suppressed for a reason that does not hold. */
  readonly unexcused: readonly string[];
  /** Said though it was never due, before its time or after it. */
  readonly untimely: readonly string[];
  /** On record as said, and nobody saw it. */
  readonly unseen: readonly string[];
}

export function isSound({ duplicates, lost, unexcused, untimely, unseen, sent, reminders }: Verdict): boolean {
  const wrong = [duplicates, lost, unexcused, untimely, unseen].flat();
  return sent > 0 && reminders > 0 && wrong.length === 0;
}

/** A time in which a bot was there and Discord too, and at whose end it had done all that was due. */
export interface Served {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export interface Evidence {
  readonly posted: Posted;
  readonly served: readonly Served[];
  readonly ledger: Pick<YearLedger, 'wasExpected'>;
}

export function verdictOn(
  due: readonly PingKey[],
  rows: readonly LedgerRow[],
  { posted, served, ledger }: Evidence,
): Verdict {
  const byKey = new Map(rows.map(row => [keyOf(row), row]));
  const states = due.map(ping => ({ name: keyOf(ping), row: byKey.get(keyOf(ping)) }));
  const sent = states.filter(({ row }) => row?.state === 'sent');
  const suppressed = states.flatMap(({ row }) => (row?.state === 'suppressed' ? [row.cause ?? row.reason ?? ''] : []));
  const said = new Map(rows.flatMap(row => (row.reference === undefined ? [] : [[row.reference, row] as const])));
  const seen = new Set(posted.references);
  return {
    due: due.length,
    sent: sent.length,
    reminders: sent.filter(({ row }) => row?.kind === 'reminder').length,
    suppressed: Object.fromEntries(
      [...Map.groupBy(suppressed, cause => cause)].map(([cause, all]) => [cause, all.length]),
    ),
    duplicates: [
      ...posted.references
        .filter(reference => !said.has(reference))
        .map(reference => `${reference} ${posted.wordsOf(reference)}`),
      ...posted.doubled,
    ],
    lost: [
      ...states.filter(({ row }) => !row).map(({ name }) => `${name} is not on record`),
      ...rows
        .filter(({ state, reason }) => state === 'due' || (state === 'suppressed' && !reason))
        .map(row => `${keyOf(row)} ${row.state}`),
    ],
    unexcused: rows
      .filter(row => row.state === 'suppressed' && !isExcused(row, served))
      .map(row => `${keyOf(row)} ${row.cause}: ${row.reason}`),
    untimely: [...Map.groupBy(rows, messageOf).values()].flatMap(all =>
      all.some(row => isTimely(row, posted)) ? all.filter(row => !wasDue(row, ledger)).map(keyOf) : all.map(keyOf),
    ),
    unseen: [
      ...[...said].filter(([reference]) => !seen.has(reference)).map(([, row]) => keyOf(row)),
      ...rows.filter(isSaidNowhere).map(keyOf),
    ],
  };
}

/** What makes no sense any more once a session was skipped or moved, and a week in which nothing happened. */
const moot =
  /nothing to say about|was changed since|was skipped|nobody is to be reminded|a change made it due|is over$|^it has no event$/;

/** The channel of these alone was deleted. */
const withoutChannel = 'architects';

function isExcused({ cause, reason, groupKey, dueAt, expiresAt }: LedgerRow, served: readonly Served[]): boolean {
  switch (cause) {
    case 'not-running':
    case 'late':
    case 'unreachable':
      return !served.some(({ from, until }) => isWithin(from.add(aMoment), expiresAt) && isWithin(dueAt, until));
    case 'blocked':
      return groupKey === withoutChannel;
    case 'dropped':
      return moot.test(reason ?? '');
    default:
      return false;
  }
}

/** To hear of what is due and to try twice. */
const aMoment = { minutes: 1 };

/** Only the beginning and the end of an event are no messages. */
const isSaidNowhere = ({ state, reference, kind }: LedgerRow) =>
  state === 'sent' && reference === undefined && !kind.startsWith('event-');

const wasDue = (row: LedgerRow, ledger: Evidence['ledger']) =>
  row.state !== 'sent' || row.kind === 'summary' || ledger.wasExpected(row);

/** What was said of several: the thread of a session that was moved afterwards is the same one. */
const messageOf = (row: LedgerRow) => row.reference ?? keyOf(row);

function isTimely({ reference, dueAt, expiresAt }: LedgerRow, posted: Posted): boolean {
  const at = reference === undefined ? undefined : posted.at(reference);
  return !at || (isWithin(dueAt, at) && isWithin(at, expiresAt));
}

const isWithin = (earlier: Temporal.Instant, later: Temporal.Instant) => Temporal.Instant.compare(earlier, later) <= 0;
