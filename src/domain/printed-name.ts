/** The name a member wants on a certificate, as it is kept and printed. */

/** In code points; Discord's own names have at most 32. */
export const longestPrintedName = 80;

/** Above or below one letter: no alphabet that people are named in needs more. */
export const mostStackedMarks = 3;

export type PrintedName =
  | { readonly kind: 'fits'; readonly name: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly atMost: number }
  /** Marks piled upon marks, which would run across the rest of the certificate. */
  | { readonly kind: 'stacked-marks'; readonly atMost: number };

/**
 * Left out without a word, since nobody sees that they are there. Directions are worked out from the letters: marks that
 * turn text around could make a name read as another.
 */
const unprinted = /[\p{Bidi_Control}\uFFF9-\uFFFD\uFEFF]|(?!\s)\p{Cc}/gu;
const unseen = /^[\p{Default_Ignorable_Code_Point}\s]*$/u;
const stacked = new RegExp(`\\p{Mn}{${mostStackedMarks + 1}}`, 'u');

export function printedName(typed: string): PrintedName {
  const name = typed.toWellFormed().replaceAll(unprinted, '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const length = [...name].length;
  if (unseen.test(name)) return { kind: 'empty' };
  if (length > longestPrintedName) return { kind: 'too-long', length, atMost: longestPrintedName };
  if (stacked.test(name)) return { kind: 'stacked-marks', atMost: mostStackedMarks };
  return { kind: 'fits', name };
}
