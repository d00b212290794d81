/** What lies behind the words: the contour lines of two hills, as on a hiker's map, inside a frame. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { paper, tint } from './palette.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
}

interface Hill {
  readonly x: number;
  readonly y: number;
  readonly rings: number;
  readonly turn: number;
}

const inset = 44;
const gap = 13;
const between = 27;

export function drawLandscape(context: SKRSContext2D, sheet: Sheet, accent: string): void {
  const { width, height } = sheet;
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(inset + gap, inset + gap, width - 2 * (inset + gap), height - 2 * (inset + gap));
  context.clip();
  drawHill(context, { x: width * 0.02, y: height * 0.98, rings: 15, turn: 0.6 }, accent, 0.17);
  drawHill(context, { x: width * 0.985, y: height * 0.03, rings: 16, turn: 3.4 }, accent, 0.26);
  context.restore();
  drawFrame(context, sheet, accent);
}

export function drawHill(context: SKRSContext2D, { x, y, rings, turn }: Hill, accent: string, strength: number): void {
  for (let ring = 1; ring <= rings; ring++) {
    // Every fifth line is heavier, as mapmakers do; they all fade towards the words.
    const weight = ring % 5 === 0 ? 2.2 : 1.2;
    context.strokeStyle = tint(accent, strength * (1 - ring / (rings + 1)) + 0.03);
    context.lineWidth = weight;
    context.beginPath();
    const steps = 120;
    for (let step = 0; step <= steps; step++) {
      const angle = (step / steps) * 2 * Math.PI;
      const bent =
        1 +
        0.1 * Math.sin(2 * angle + turn + ring * 0.05) +
        0.07 * Math.sin(3 * angle - turn + ring * 0.11) +
        0.035 * Math.sin(7 * angle + 2 * turn - ring * 0.17);
      const radius = ring * between * bent;
      context.lineTo(x + radius * 1.25 * Math.cos(angle), y + radius * Math.sin(angle));
    }
    context.stroke();
  }
}

function drawFrame(context: SKRSContext2D, { width, height }: Sheet, accent: string): void {
  const at = (distance: number) => [distance, distance, width - 2 * distance, height - 2 * distance] as const;
  context.strokeStyle = accent;
  context.lineWidth = 4;
  context.strokeRect(...at(inset));
  context.strokeStyle = tint(accent, 0.45);
  context.lineWidth = 1.5;
  context.strokeRect(...at(inset + gap));
}
