/** Sets text in our fonts, and in no others: each text gets the faces its characters need. */
import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { chooseFaces, type Voice } from './fonts/choose-faces.ts';
import type { Face } from './fonts/faces.ts';
import { drawable } from './undrawable.ts';

export interface Style {
  readonly voice: Voice;
  readonly weight: number;
  readonly colour: string;
  /** For which size the letters are drawn, 8 to 60: large ones have finer strokes. */
  readonly optical: number;
  /** Between letters, as a share of the size. */
  readonly spacing?: number;
  readonly locale?: string | undefined;
}

/** A line that knows its faces, measured per pixel of size: it grows and shrinks in proportion. */
export interface Line {
  readonly text: string;
  readonly style: Style;
  readonly fonts: string;
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

const measuredAt = 100;
const emoji = 'cairn emoji';

/** `whole` is what the line is a part of: it says in which direction and in whose letters to write. */
export function setLine(context: SKRSContext2D, text: string, style: Style, whole = text): Line {
  const { faces } = chooseFaces(whole, style.voice, style.locale);
  for (const face of faces) register(face);
  const fonts = faces.map(({ alias }) => `"${alias}"`).join(', ');
  const line = { text: drawable(text), style, fonts, direction: directionOf(whole) };
  use(context, line, measuredAt);
  const measured = context.measureText(line.text);
  return {
    ...line,
    width: measured.width / measuredAt,
    ascent: measured.actualBoundingBoxAscent / measuredAt,
    descent: measured.actualBoundingBoxDescent / measuredAt,
  };
}

/** `x` is the middle, the beginning or the end of the line, whichever way it is read. */
export function drawLine(
  context: SKRSContext2D,
  line: Line,
  size: number,
  x: number,
  baseline: number,
  align: 'left' | 'center' | 'right' = 'center',
): void {
  use(context, line, size);
  context.fillStyle = line.style.colour;
  // Right-to-left lines are placed by their left edge as well: the canvas then never has to guess.
  const shift = { left: 0, center: 0.5, right: 1 }[align];
  context.fillText(line.text, x - line.width * size * shift, baseline);
}

function use(context: SKRSContext2D, line: Pick<Line, 'style' | 'fonts' | 'direction'>, size: number): void {
  const { spacing = 0, voice, optical } = line.style;
  const weight = weightOf(line);
  // Hundreds only: any other weight would be read as the size.
  context.font = `${voice === 'italic' ? 'italic ' : ''}${weight} ${size}px ${line.fonts}`;
  // Set variations, the colour font, which has none, would be unpacked once more: longer work than the picture.
  // A variation that is set replaces the weight, so it is named again.
  context.fontVariationSettings = isColoured(line) ? 'normal' : `'opsz' ${optical}, 'wght' ${weight}`;
  context.letterSpacing = `${spacing * size}px`;
  context.direction = line.direction;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
}

/** Beside emoji letters are drawn as for small sizes, with strokes that need to be thinned. */
function weightOf({ style, fonts }: Pick<Line, 'style' | 'fonts'>): number {
  return isColoured({ fonts }) ? Math.max(400, style.weight - 200) : style.weight;
}

const isColoured = ({ fonts }: Pick<Line, 'fonts'>) => fonts.includes(emoji);

/** Fonts outlive the thread that registered them. */
function register({ alias, file }: Face): void {
  if (GlobalFonts.has(alias)) return;
  if (!GlobalFonts.registerFromPath(file, alias)) throw new Error(`The font ${file} could not be read.`);
}

const strong = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** By the first letter, as Unicode has it. */
function directionOf(text: string): 'ltr' | 'rtl' {
  return rightToLeft.test(text.match(strong)?.[0] ?? '') ? 'rtl' : 'ltr';
}
