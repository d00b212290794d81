/** Makes a text fit its place: smaller, then on two lines, and never cut. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { halve } from './halve.ts';
import { drawLine, type Line, type Style, setLine } from './typeset.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Size at which a text that has the room is set, and below which two lines are better than one. */
  readonly largest: number;
  readonly smallestOnOneLine: number;
}

interface Fitted {
  readonly lines: readonly Line[];
  readonly size: number;
}

const leading = 1.28;

/** The middle of its capitals, or of its lines, comes to stand at `x` and `middle`. */
export function writeInto(
  context: SKRSContext2D,
  text: string,
  style: Style,
  room: Room,
  x: number,
  middle: number,
): void {
  draw(context, fitted(context, text, style, room), x, middle);
}

function fitted(context: SKRSContext2D, text: string, style: Style, room: Room): Fitted {
  const one = sized([setLine(context, text, style)], room);
  if (one.size >= room.smallestOnOneLine) return one;
  const halves = halve(text).map(half => setLine(context, half, style, text));
  const two = sized(halves, room);
  return two.size > one.size ? two : one;
}

function sized(lines: readonly Line[], room: Room): Fitted {
  const widest = Math.max(...lines.map(({ width }) => width));
  const size = Math.min(room.largest, room.width / widest, room.height / heightOf(lines));
  return { lines, size: Math.max(1, Math.floor(size * 2) / 2) };
}

/** Marks may stand on marks, so the height is that of what is drawn, and at least that of plain letters. */
function heightOf(lines: readonly Line[]): number {
  const top = Math.max(0.72, lines[0]?.ascent ?? 0);
  const bottom = Math.max(0.22, lines.at(-1)?.descent ?? 0);
  return top + bottom + gapsOf(lines).reduce((sum, gap) => sum + gap, 0);
}

const gapsOf = (lines: readonly Line[]) =>
  lines.slice(1).map((line, at) => Math.max(leading, (lines[at]?.descent ?? 0) + line.ascent + 0.3));

function draw(context: SKRSContext2D, { lines, size }: Fitted, x: number, middle: number): void {
  const gaps = gapsOf(lines);
  const height = gaps.reduce((sum, gap) => sum + gap, 0);
  const top = Math.max(0.66, lines[0]?.ascent ?? 0);
  const bottom = Math.max(0, lines.at(-1)?.descent ?? 0);
  // Tall marks push the line down, deep ones up; plain letters leave it where it is.
  const capitals = 0.66;
  const drift = (top - capitals - Math.max(0, bottom - 0.22)) / 2;
  let baseline = middle + size * (capitals / 2 - height / 2 + drift);
  for (const [at, line] of lines.entries()) {
    if (at > 0) baseline += size * (gaps[at - 1] ?? leading);
    drawLine(context, line, size, x, baseline);
  }
}
