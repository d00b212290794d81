/** At most `max` UTF-16 units, as Discord counts them, ending in "…" where something was cut. No code point is torn. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const torn = (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return `${text.slice(0, torn ? end - 1 : end)}…`;
}
