/** What was asked of the server, and everything that was wrong with it. */
import type { RequestEntry, Violation } from '../surface/requests.ts';

export interface Journal {
  readonly requests: readonly RequestEntry[];
  readonly violations: readonly Violation[];
  /** Answers of 401, 403 and 429. */
  readonly invalid: number;
  record(entry: RequestEntry): void;
  violate(violation: Violation): void;
  listen(listener: (entry: RequestEntry) => void): () => void;
}

export function createJournal(keep: number): Journal {
  let requests: RequestEntry[] = [];
  const violations: Violation[] = [];
  const listeners = new Set<(entry: RequestEntry) => void>();
  let invalid = 0;
  return {
    get requests() {
      return requests.slice(-keep);
    },
    violations,
    get invalid() {
      return invalid;
    },
    record(entry) {
      requests.push(entry);
      // Cut in large steps: dropping one entry for each new one would copy the list every time.
      if (requests.length > keep * 2) requests = requests.slice(-keep);
      if (entry.status === 401 || entry.status === 403 || entry.status === 429) invalid += 1;
      for (const listener of listeners) listener(entry);
    },
    violate(violation) {
      violations.push(violation);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One line per violation, for the error that fails a test. */
export function describeViolations(violations: readonly Violation[]): string {
  const lines = violations.map(({ kind, where, path, problem }) => `- ${kind}: ${where} ${path}: ${problem}`.trimEnd());
  return `The bot broke Discord's rules ${violations.length} time(s):\n${[...new Set(lines)].join('\n')}`;
}
