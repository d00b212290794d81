/** What was asked of the server, what it told its bots, and everything that was wrong with either. */
import { createLog, type Log } from '../log.ts';
import type { DispatchEntry, RequestEntry, Violation } from '../surface/requests.ts';

export interface Journal {
  readonly requests: Log<RequestEntry>;
  readonly dispatches: Log<DispatchEntry>;
  readonly violations: readonly Violation[];
  record(entry: RequestEntry): void;
  violate(violation: Violation): void;
}

export function createJournal(keep: number): Journal {
  const requests = createLog<RequestEntry>(keep);
  const violations: Violation[] = [];
  return {
    requests,
    dispatches: createLog(keep),
    violations,
    record: requests.add,
    violate(violation) {
      violations.push(violation);
    },
  };
}

/** One line per violation, for the error that fails a test. */
export function describeViolations(violations: readonly Violation[]): string {
  const lines = violations.map(({ kind, where, path, problem }) => `- ${kind}: ${where} ${path}: ${problem}`.trimEnd());
  const own = violations.filter(({ kind }) => kind === 'answer' || kind === 'dispatch').length;
  const unmodelled = violations.filter(({ kind }) => kind === 'not-modelled').length;
  const whose = [
    [`The bot broke Discord's rules`, violations.length - own - unmodelled],
    ['The bot asked for what the local Discord does not model', unmodelled],
    ['The local Discord itself was wrong', own],
  ] as const;
  const summary = whose.filter(([, times]) => times > 0).map(([what, times]) => `${what} ${times} time(s)`);
  return `${summary.join('. ')}:\n${[...new Set(lines)].join('\n')}`;
}
