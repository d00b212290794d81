/** What became of a year's pings: each was said once, or it is on record why not. */
import type { Ping } from '../../../src/domain/groups/ping.ts';
import { keyOf, type LedgerRow } from './ledger.ts';
import type { Posted } from './posted.ts';

export interface Verdict {
  readonly due: number;
  readonly sent: number;
  /** How many were suppressed for each cause. */
  readonly suppressed: Readonly<Record<string, number>>;
  /** Said twice: messages that nothing on record accounts for; and threads and scheduled events beside the same one. */
  readonly duplicates: readonly string[];
  /** Due, and neither said nor on record with a reason. */
  readonly lost: readonly string[];
  /** On record as said, and nobody saw it. */
  readonly unseen: readonly string[];
}

export function isSound({ duplicates, lost, unseen, sent }: Verdict): boolean {
  return sent > 0 && duplicates.length + lost.length + unseen.length === 0;
}

export function verdictOn(due: readonly Ping[], rows: readonly LedgerRow[], posted: Posted): Verdict {
  const byKey = new Map(rows.map(row => [keyOf(row), row]));
  const states = due.map(ping => ({ name: keyOf(ping), row: byKey.get(keyOf(ping)) }));
  const suppressed = states.flatMap(({ row }) => (row?.state === 'suppressed' ? [row.cause ?? row.reason ?? ''] : []));
  const said = new Map(rows.flatMap(row => (row.reference === undefined ? [] : [[row.reference, row] as const])));
  const seen = new Set(posted.references);
  return {
    due: due.length,
    sent: states.filter(({ row }) => row?.state === 'sent').length,
    suppressed: Object.fromEntries(
      [...Map.groupBy(suppressed, cause => cause)].map(([cause, all]) => [cause, all.length]),
    ),
    duplicates: [
      ...posted.references
        .filter(reference => !said.has(reference))
        .map(reference => `${reference} ${posted.wordsOf(reference)}`),
      ...posted.doubled,
    ],
    lost: states
      .filter(({ row }) => !row || row.state === 'due' || (row.state === 'suppressed' && !row.reason))
      .map(({ name, row }) => `${name} ${row?.state ?? 'is not on record'}`),
    unseen: [...said].filter(([reference]) => !seen.has(reference)).map(([, row]) => keyOf(row)),
  };
}
