/** The outbox as it ought to be, in plain values: what the real one is compared with. Times are seconds. */

export type Ending = 'pending' | 'blocked' | 'delivered';

interface Row {
  readonly expires: number;
  state: Ending | 'expired';
  due: number;
  /** Undefined while nobody has claimed it since it was last settled. */
  leasedUntil: number | undefined;
  attempts: number;
}

export interface OutboxModel {
  /** True when it is new. */
  enqueue(effect: number, now: number, budget: number): boolean;
  /** The effects that are handed out, in order. */
  claim(now: number, limit: number, lease: number): readonly number[];
  /** Whether the sender's word counts. */
  settle(effect: number, attempt: number, as: Ending, dueAgain: number): boolean;
  retryNow(now: number): number;
  expireLate(now: number): number;
  waiting(): number;
}

export function anOutboxModel(): OutboxModel {
  const rows = new Map<number, Row>();
  const isOpen = ({ state }: Row) => state === 'pending' || state === 'blocked';
  const isFree = ({ leasedUntil }: Row, now: number) => leasedUntil === undefined || leasedUntil <= now;
  const open = () => [...rows].filter(([, row]) => isOpen(row));

  return {
    enqueue(effect, now, budget) {
      if (rows.has(effect)) return false;
      rows.set(effect, { expires: now + budget, state: 'pending', due: now, leasedUntil: undefined, attempts: 0 });
      return true;
    },
    claim(now, limit, lease) {
      // Of those due since the same moment, the one put in first comes first: rows keeps that order.
      const claimed = open()
        .filter(([, row]) => row.due <= now && isFree(row, now) && row.expires > now)
        .sort(([, a], [, b]) => a.due - b.due)
        .slice(0, limit);
      for (const [, row] of claimed) Object.assign(row, { leasedUntil: now + lease, attempts: row.attempts + 1 });
      return claimed.map(([effect]) => effect);
    },
    settle(effect, attempt, as, dueAgain) {
      const row = rows.get(effect);
      if (!row || !isOpen(row) || row.leasedUntil === undefined || row.attempts !== attempt) return false;
      Object.assign(row, { state: as, leasedUntil: undefined, ...(as === 'delivered' ? {} : { due: dueAgain }) });
      return true;
    },
    retryNow(now) {
      const hurried = open().filter(([, row]) => row.state === 'blocked' && row.due > now);
      for (const [, row] of hurried) row.due = now;
      return hurried.length;
    },
    expireLate(now) {
      const late = open().filter(([, row]) => row.expires <= now && isFree(row, now));
      for (const [, row] of late) Object.assign(row, { state: 'expired', leasedUntil: undefined });
      return late.length;
    },
    waiting: () => open().length,
  };
}
