/** The words of everything that can be found, and which of them somebody meant who mistyped one. */
import { lastRow } from './edit-distance.ts';

/** Entries share most of their words, so a typed word is compared with each word once and not with each entry. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** The letters of each word, a bit for each: most words are ruled out by what they lack. */
  readonly letters: readonly number[];
}

export function vocabularyOf(words: readonly string[]): Vocabulary {
  return { words, letters: words.map(lettersOf) };
}

/** Stands for a word that is not meant. */
export const tooMany = 255;

/** How many errors make each word of the vocabulary, or its beginning, into the one typed. */
export function typingErrors(word: string, { words, letters }: Vocabulary): Uint8Array {
  const allowed = Math.floor(word.length / 3);
  const wanted = lettersOf(word);
  const errors = new Uint8Array(words.length).fill(tooMany);
  for (let place = 0; place < words.length; place++) {
    // Each letter that is lacking is an error of its own.
    if (bits(wanted & ~(letters[place] ?? 0)) > allowed) continue;
    const own = words[place] ?? '';
    const row = lastRow(word, own.slice(0, word.length + allowed), allowed + 1);
    // The whole word, or as much of it as was typed and one letter more.
    const best = row && Math.min(row[own.length] ?? tooMany, row[Math.min(own.length, word.length + 1)] ?? tooMany);
    if (best !== undefined && best <= allowed) errors[place] = best;
  }
  return errors;
}

/** A bit for each letter; letters beyond the thirtieth share bits, which only rules out less. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 31);
  return letters;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
