/** Which faces a text needs, in the order in which they are asked for its characters, and what none of them has. */
import { type Face, type FamilyName, facesOf } from './faces.ts';

/** What a text is set in as far as the alphabet allows. */
export type Voice = 'serif' | 'italic' | 'sans';

export interface Choice {
  /** For all but the emoji. */
  readonly faces: readonly Face[];
  /** For the emoji, if there are any. */
  readonly emoji: Face | undefined;
  /** Whether the face with the emoji draws this character, as people see it. */
  isEmoji(grapheme: string): boolean;
  /** Whole characters as people see them, each once. */
  readonly undrawable: readonly string[];
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Joiners and variation selectors shape their neighbours, and have nothing to draw. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
const european = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u;

export function chooseFaces(text: string, voice: Voice, locale?: string): Choice {
  const order = familiesFor(text, voice, locale);
  const chosen = new Map<string, Face | undefined>();
  for (const character of text) {
    if (chosen.has(character) || invisible.test(character)) continue;
    chosen.set(character, faceWith(character, order));
  }
  const needed = new Set(chosen.values());
  const [colours] = facesOf('emoji');
  return {
    faces: order.flatMap(facesOf).filter(face => face !== colours && needed.has(face)),
    emoji: needed.has(colours) ? colours : undefined,
    isEmoji: grapheme => [...grapheme].some(character => chosen.get(character) === colours && chosen.has(character)),
    undrawable: [...new Set(graphemesOf(text))].filter(grapheme =>
      [...grapheme].some(character => chosen.has(character) && !chosen.get(character)),
    ),
  };
}

function faceWith(character: string, order: readonly FamilyName[]): Face | undefined {
  const code = character.codePointAt(0) ?? 0;
  for (const family of order) {
    const face = facesOf(family).find(one => one.claims(code) && one.has(code));
    if (face) return face;
  }
  return undefined;
}

/** Emoji come before the scripts, some of whose fonts have plain drawings of them, and after those that have the digits. */
function familiesFor(text: string, voice: Voice, locale: string | undefined): readonly FamilyName[] {
  const letters = [...new Set(text)].filter(character => european.test(character));
  const has = (family: FamilyName) => letters.every(letter => faceWith(letter, [family]) !== undefined);
  // A name in one hand: where the serif lacks a letter, all of them are sans, and so is the hyphen in a Hebrew name.
  const inVoice = voice !== 'sans' && letters.length > 0 && has(voice);
  const own: readonly FamilyName[] = inVoice ? [voice, 'serif', 'sans'] : ['sans', 'serif'];
  return [...new Set([...own, 'emoji', 'arabic', 'hebrew', 'devanagari', 'thai', ...hanOrder(text, locale)] as const)];
}

function hanOrder(text: string, locale: string | undefined): readonly FamilyName[] {
  const japanese = ['japanese', 'chinese', 'korean'] as const;
  const korean = ['korean', 'chinese', 'japanese'] as const;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return japanese;
  if (/\p{Script=Hangul}/u.test(text)) return korean;
  const language = locale?.split('-')[0];
  if (language === 'ja') return japanese;
  return language === 'ko' ? korean : ['chinese', 'japanese', 'korean'];
}
