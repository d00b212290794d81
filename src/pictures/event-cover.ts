/** The picture of a group's events on Discord's own calendar: a cairn on the trail, and whose it is. */
import { createCanvas } from '@napi-rs/canvas';
import { drawCairn } from './cairn.ts';
import { drawHill } from './landscape.ts';
import { accentOf, ink, paleInk, paper } from './palette.ts';
import { encodePng } from './png.ts';
import type { Style } from './typeset.ts';
import { type Room, writeInto } from './write-into.ts';

export interface EventCover {
  readonly title: string;
  /** "Study group" */
  readonly line: string;
  /** 0xrrggbb; absent: the house's. */
  readonly colour?: number;
}

/** As Discord shows it; text keeps clear of the edges, which phones cut off. */
const sheet = { width: 800, height: 320 };
const titleRoom: Room = { width: 440, height: 120, largest: 60, smallestOnOneLine: 44 };
const lineRoom: Room = { width: 440, height: 40, largest: 28, smallestOnOneLine: 20 };
const words = 525;

export function eventCover({ title, line, colour }: EventCover): Uint8Array<ArrayBuffer> {
  const canvas = createCanvas(sheet.width, sheet.height);
  const context = canvas.getContext('2d');
  const accent = accentOf(colour);
  context.fillStyle = paper;
  context.fillRect(0, 0, sheet.width, sheet.height);
  drawHill(context, { x: 0, y: sheet.height, rings: 14, turn: 0.6 }, accent, 0.2);
  drawHill(context, { x: sheet.width, y: 0, rings: 11, turn: 3.4 }, accent, 0.28);
  drawCairn(context, 168, 262, 0.92, accent);
  const plain: Style = { voice: 'sans', weight: 600, optical: 14, colour: paleInk };
  writeInto(context, title, { ...plain, voice: 'serif', weight: 700, optical: 36, colour: ink }, titleRoom, words, 146);
  writeInto(context, line, plain, lineRoom, words, 226);
  return encodePng(canvas.data(), sheet.width, sheet.height);
}
