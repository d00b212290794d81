/** Our fonts as their packages bring them: many small files, each with the ranges of characters it is meant for. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { charactersOf } from './woff2-cmap.ts';

/** One file, under the name by which the canvas knows it. */
export interface Face {
  readonly alias: string;
  readonly file: string;
  /** Whether it may have the character: cheap. */
  claims(character: number): boolean;
  /** Whether it has the character: reads the file. */
  has(character: number): boolean;
}

const require = createRequire(import.meta.url);

const packages = {
  serif: require.resolve('@fontsource-variable/source-serif-4/unicode.json'),
  sans: require.resolve('@fontsource-variable/noto-sans/unicode.json'),
  arabic: require.resolve('@fontsource-variable/noto-sans-arabic/unicode.json'),
  hebrew: require.resolve('@fontsource-variable/noto-sans-hebrew/unicode.json'),
  devanagari: require.resolve('@fontsource-variable/noto-sans-devanagari/unicode.json'),
  thai: require.resolve('@fontsource-variable/noto-sans-thai/unicode.json'),
  chinese: require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
  japanese: require.resolve('@fontsource-variable/noto-sans-jp/unicode.json'),
  korean: require.resolve('@fontsource-variable/noto-sans-kr/unicode.json'),
  emoji: require.resolve('@fontsource/noto-color-emoji/unicode.json'),
} as const;

export type FamilyName = keyof typeof packages | 'italic';

const families = new Map<FamilyName, readonly Face[]>();

export function facesOf(name: FamilyName): readonly Face[] {
  const known = families.get(name) ?? (name === 'emoji' ? [emojiFace()] : readFaces(name));
  families.set(name, known);
  return known;
}

/** Fonts bring letters of other scripts besides, which are not theirs to draw here. */
const european = /^(latin|cyrillic|greek|vietnamese)/;
const foreign = /^(latin|cyrillic|greek|vietnamese|math|symbols)/;

function readFaces(name: Exclude<FamilyName, 'emoji'>): readonly Face[] {
  const listed = packages[name === 'italic' ? 'serif' : name];
  const cut = name === 'serif' ? 'standard-normal' : name === 'italic' ? 'standard-italic' : 'wght-normal';
  const whole = name === 'serif' || name === 'italic' || name === 'sans';
  return Object.entries(rangesIn(listed))
    .filter(([subset]) => (whole ? european.test(subset) : !foreign.test(subset)))
    .map(([key, ranges]) => {
      const subset = key.replaceAll(/[[\]]/g, '');
      const file = join(dirname(listed), 'files', `${packageOf(listed)}-${subset}-${cut}.woff2`);
      let characters: ReadonlySet<number> | undefined;
      const has = (character: number) => {
        characters ??= charactersOf(readFileSync(file));
        return characters.has(character);
      };
      return { alias: `cairn ${name} ${subset}`, file, claims: within(ranges), has };
    });
}

/**
 * The parts of the colour font hold SVG drawings, which the canvas leaves blank; the whole has shapes it draws. To read
 * which characters it has takes as long as a picture, and its parts claim exactly those.
 */
function emojiFace(): Face {
  const claims = within(Object.values(rangesIn(packages.emoji)).join(','));
  const file = join(dirname(packages.emoji), 'files', 'noto-color-emoji-emoji-400-normal.woff2');
  return { alias: 'cairn emoji', file, claims, has: claims };
}

const rangesIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
const packageOf = (file: string) => dirname(file).split(/[\\/]/).at(-1);

/** "U+0301,U+0400-045F" as a question. */
function within(ranges: string): (character: number) => boolean {
  const spans = ranges.split(',').map(range =>
    range
      .replace('U+', '')
      .split('-')
      .map(end => Number.parseInt(end, 16)),
  );
  return character => spans.some(([first = 0, last = first]) => first <= character && character <= last);
}
