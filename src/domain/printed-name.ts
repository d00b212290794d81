/** The name a member wants on a certificate, as it is kept and printed. */

/** In code points; Discord's own names have at most 32. */
export const longestPrintedName = 80;

export type PrintedName =
  | { readonly kind: 'fits'; readonly name: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly atMost: number };

/** Directions are worked out from the letters: marks that turn text around could make a name read as another. */
const unprinted = /[\p{Cc}\p{Bidi_Control}\uFFFC\uFFFD\uFEFF]/gu;
const unseen = /^[\p{Default_Ignorable_Code_Point}\s]*$/u;

export function printedName(typed: string): PrintedName {
  const name = typed.toWellFormed().normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(unprinted, '').trim();
  const length = [...name].length;
  if (unseen.test(name)) return { kind: 'empty' };
  if (length > longestPrintedName) return { kind: 'too-long', length, atMost: longestPrintedName };
  return { kind: 'fits', name };
}
