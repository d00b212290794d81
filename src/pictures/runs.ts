/** In which direction a text is written, and where in it letters and emoji take turns: each are set in their own way. */
import { graphemesOf } from './fonts/choose-faces.ts';

export interface Run {
  readonly text: string;
  readonly emoji: boolean;
}

/** In the order of the text. */
export function runsOf(text: string, isEmoji: (grapheme: string) => boolean): readonly Run[] {
  const runs: { text: string; readonly emoji: boolean }[] = [];
  for (const grapheme of graphemesOf(text)) {
    const emoji = isEmoji(grapheme);
    const last = runs.at(-1);
    if (last?.emoji === emoji) last.text += grapheme;
    else runs.push({ text: grapheme, emoji });
  }
  return runs;
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** By the first letter, as Unicode has it. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return rightToLeft.test(text.match(/\p{L}/u)?.[0] ?? '') ? 'rtl' : 'ltr';
}
