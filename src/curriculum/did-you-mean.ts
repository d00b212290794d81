/** The valid spelling nearest to a wrong one, as the end of a sentence. */
import { distance } from '../domain/edit-distance.ts';

export function nearest(wrong: string, valid: Iterable<string>): string | undefined {
  const typed = wrong.toLowerCase();
  let best: { spelling: string; score: number } | undefined;
  for (const spelling of valid) {
    // A left-out prefix ("circuit-breaker") is nearer than any typing error.
    const part = typed.length > 3 && spelling.endsWith(typed);
    const score = part ? 0 : distance(typed, spelling.toLowerCase(), best ? best.score + 1 : undefined);
    if (!best || score < best.score) best = { spelling, score };
  }
  return best && best.score <= Math.max(2, Math.floor(wrong.length / 2)) ? best.spelling : undefined;
}

/** " Did you mean "law-1"?", or nothing. */
export function didYouMean(wrong: string, valid: Iterable<string>): string {
  const spelling = nearest(wrong, valid);
  return spelling === undefined ? '' : ` Did you mean "${spelling}"?`;
}
