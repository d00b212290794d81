/** Where a text that is too long for one line is broken in two. */
import { graphemesOf } from './fonts/choose-faces.ts';

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Two parts of about the same length: between words if it can be, else between two characters. */
export function halve(text: string): readonly string[] {
  const whole = graphemesOf(text).length;
  const breaks = breaksOf(text).map(at => ({ at, off: Math.abs(graphemesOf(text.slice(0, at)).length - whole / 2) }));
  const best = breaks.reduce((a, b) => (b.off < a.off ? b : a), { at: 0, off: Number.POSITIVE_INFINITY });
  const parts = [text.slice(0, best.at).trim(), text.slice(best.at).trim()];
  return parts.every(part => part !== '') ? parts : [text];
}

/** A space in the middle half is best, then the edge of a word, as in Thai, which has no spaces; then any character. */
function breaksOf(text: string): readonly number[] {
  const central = (at: number) => at >= text.length / 4 && at <= (text.length * 3) / 4;
  const spaces = [...text.matchAll(/\s/gu)].map(({ index }) => index);
  const edges = Array.from(words.segment(text), ({ index }) => index);
  let at = 0;
  const anywhere = graphemesOf(text).map(grapheme => (at += grapheme.length));
  return [spaces, edges, anywhere].map(places => places.filter(central)).find(places => places.length > 0) ?? [];
}
