/**
 * Counts what Discord refuses with 401, 403 or 429. At 10,000 in ten minutes it bars the address; from 50 in a minute
 * on, work that can wait does (discord-api-docs, topics/rate-limits). Limits shared with others are not counted.
 */
export interface InvalidRequests {
  note(status: number, scope: string | null): void;
  /** Work that can wait should. */
  areMany(): boolean;
}

const many = 50;
const window = 60_000;

/** @param millis epoch milliseconds */
export function countInvalidRequests(millis: () => number): InvalidRequests {
  let noted: number[] = [];
  const forget = () => {
    const since = millis() - window;
    noted = noted.filter(at => at > since);
  };
  return {
    note(status, scope) {
      if ((status !== 401 && status !== 403 && status !== 429) || scope === 'shared') return;
      forget();
      noted.push(millis());
    },
    areMany() {
      forget();
      return noted.length >= many;
    },
  };
}
