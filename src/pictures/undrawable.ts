/** What a member is told before a certificate is issued: the characters of a name that none of our fonts has. */
import { mostStackedMarks } from '../domain/printed-name.ts';
import { chooseFaces, graphemesOf } from './fonts/choose-faces.ts';

/** Each once, in the order of the text. */
export function undrawable(text: string): readonly string[] {
  return chooseFaces(text.normalize('NFC'), 'serif').undrawable;
}

const higherMarks = new RegExp(`(?<=\\p{Mn}{${mostStackedMarks}})\\p{Mn}+`, 'gu');

/**
 * The text without them, so that no box stands for what is missing, and without piles of marks. Of a letter whose marks
 * are missing the letter stays; the marks of a missing letter go with it, or they would stand on its neighbour.
 */
export function drawable(text: string): string {
  const written = text.normalize('NFC').replaceAll(higherMarks, '');
  if (undrawable(written).length === 0) return written;
  const lacks = (character: string) => undrawable(character).length > 0;
  const kept = graphemesOf(written).map(grapheme => {
    const [first = '', ...rest] = grapheme;
    return lacks(first) ? '' : [first, ...rest.filter(character => !lacks(character))].join('');
  });
  return kept.join('').replaceAll(/\s+/gu, ' ').trim();
}
