/** What members type into an option: nothing yet, the beginning of a title, and now and then two letters in the wrong order. */

const longest = 9;

/** Different titles and lengths in turn; every seventh has a typing error. */
export function typedText(titles: readonly string[], turn: number): string {
  const title = (titles[(turn * 29) % titles.length] ?? '').toLowerCase();
  const typed = title.slice(0, turn % (longest + 1));
  if (turn % 7 !== 0 || typed.length < 4) return typed;
  return `${typed.slice(0, 2)}${typed[3]}${typed[2]}${typed.slice(4)}`;
}
