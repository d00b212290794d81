/** Sets text in our fonts, and in no others: each text gets the faces its characters need. */
import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { chooseFaces, type Voice } from './fonts/choose-faces.ts';
import type { Face } from './fonts/faces.ts';
import { type Reach, reachOf } from './reach.ts';
import { directionOf, type Run, runsOf } from './runs.ts';
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

interface SetRun extends Run {
  readonly fonts: string;
  readonly width: number;
}

/** A line that knows its faces, measured per pixel of size: it grows and shrinks in proportion. */
export interface Line extends Reach {
  /** From left to right. */
  readonly runs: readonly SetRun[];
  readonly style: Style;
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
}

type Align = 'left' | 'center' | 'right';

const measuredAt = 100;
/** Which part of a line lies left of the place it is drawn at. */
const shifts: Readonly<Record<Align, number>> = { left: 0, center: 0.5, right: 1 };

/** `whole` is what the line is a part of: it says in which direction and in whose letters to write. */
export function setLine(context: SKRSContext2D, text: string, style: Style, whole = text): Line {
  const { faces, emoji, isEmoji } = chooseFaces(whole, style.voice, style.locale);
  const direction = directionOf(whole);
  const measured = runsOf(drawable(text), isEmoji).map(run => {
    const fonts = namesOf(run.emoji && emoji ? [emoji] : faces);
    use(context, { ...run, fonts }, style, direction, measuredAt);
    const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(run.text);
    const reach = { ascent: actualBoundingBoxAscent / measuredAt, descent: actualBoundingBoxDescent / measuredAt };
    return { run: { ...run, fonts, width: width / measuredAt }, ...reachOf(run.text, reach) };
  });
  const runs = measured.map(({ run }) => run);
  return {
    runs: direction === 'rtl' ? runs.toReversed() : runs,
    style,
    direction,
    width: runs.reduce((sum, { width }) => sum + width, 0),
    ascent: Math.max(0, ...measured.map(({ ascent }) => ascent)),
    descent: Math.max(0, ...measured.map(({ descent }) => descent)),
  };
}

/** `x` is the middle, the left or the right end of the line, whichever way it is read. */
export function drawLine(
  context: SKRSContext2D,
  line: Line,
  size: number,
  x: number,
  baseline: number,
  align: Align = 'center',
): void {
  context.fillStyle = line.style.colour;
  let left = x - line.width * size * shifts[align];
  for (const run of line.runs) {
    use(context, run, line.style, line.direction, size);
    context.fillText(run.text, left, baseline);
    left += run.width * size;
  }
}

function use(
  context: SKRSContext2D,
  { fonts, emoji }: Pick<SetRun, 'fonts' | 'emoji'>,
  { spacing = 0, voice, optical, weight }: Style,
  direction: Line['direction'],
  size: number,
): void {
  // Hundreds only: any other weight would be read as the size.
  context.font = `${voice === 'italic' ? 'italic ' : ''}${weight} ${size}px ${fonts}`;
  // Set variations, the colour font, which has none, would be unpacked once more: longer work than the picture.
  // A variation that is set replaces the weight, so it is named again.
  context.fontVariationSettings = emoji ? 'normal' : `'opsz' ${optical}, 'wght' ${weight}`;
  context.letterSpacing = `${spacing * size}px`;
  context.direction = direction;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
}

function namesOf(faces: readonly Face[]): string {
  for (const { alias, file } of faces) {
    // Fonts outlive the thread that registered them.
    if (GlobalFonts.has(alias)) continue;
    if (!GlobalFonts.registerFromPath(file, alias)) throw new Error(`The font ${file} could not be read.`);
  }
  return faces.map(({ alias }) => `"${alias}"`).join(', ');
}
