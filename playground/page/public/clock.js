/** The playground's time, as the server last told it. Every time on the page is read from here, never from `Date.now()`. */

let offset = 0;
let frozenAt;

/** Epoch milliseconds, as the local Discord counts them. */
export const now = () => frozenAt ?? Date.now() + offset;

/** `state` as the server sends it: `{ offset, frozenAt }`. */
export function setClock(state) {
  offset = state.offset;
  frozenAt = state.frozenAt;
}
