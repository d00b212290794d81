/** Dates in requests. */

const withOffset = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** Epoch milliseconds of an ISO 8601 text; without an offset it is UTC, which JavaScript would read as local time. */
export function epochMillis(text: string): number {
  return Date.parse(withOffset.test(text) || !text.includes('T') ? text : `${text}Z`);
}
