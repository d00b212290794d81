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
/** How high capital letters are, as a share of the size. */
const capitals = 0.66;

/** Centred: the middle of its capitals, or of its lines, comes to stand at `middle`, or as near as tall and deep marks let it. */
export function writeInto(
  context: SKRSContext2D,
  text: string,
  style: Style,
  room: Room,
  x: number,
  middle: number,
): void {
  const { lines, size } = fitted(context, text, style, room);
  const gaps = gapsOf(lines);
  const between = sum(gaps);
  const highest = middle - room.height / 2 + size * (lines[0]?.ascent ?? 0);
  const lowest = middle + room.height / 2 - size * (between + (lines.at(-1)?.descent ?? 0));
  let baseline = Math.max(highest, Math.min(lowest, middle + (size * (capitals - between)) / 2));
  for (const [at, line] of lines.entries()) {
    if (at > 0) baseline += size * (gaps[at - 1] ?? leading);
    drawLine(context, line, size, x, baseline);
  }
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

/** From the top of the first line to the bottom of the last. */
const heightOf = (lines: readonly Line[]) =>
  (lines[0]?.ascent ?? 0) + sum(gapsOf(lines)) + (lines.at(-1)?.descent ?? 0);

/** From each baseline to the next. */
const gapsOf = (lines: readonly Line[]) =>
  lines.slice(1).map((line, at) => Math.max(leading, (lines[at]?.descent ?? 0) + line.ascent + 0.06));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
