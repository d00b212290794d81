/** The emblem: a cairn, five stones that mark a trail. The last one laid has the accent's colour. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { tint } from './palette.ts';
import { outline, piled, type Stone } from './stones.ts';

const slate = '#454b57';

/** `ground` is where it stands; at scale 1 it is some 200 pixels high. */
export function drawCairn(context: SKRSContext2D, x: number, ground: number, scale: number, accent: string): void {
  context.save();
  context.translate(x, ground);
  context.scale(scale, scale);
  drawGround(context, accent);
  for (const [at, stone] of piled.entries()) {
    context.save();
    context.translate(stone.x, stone.y);
    context.rotate(stone.tilt);
    drawStone(context, stone, at === piled.length - 1 ? accent : tint(slate, 0.94 - at * 0.13), piled[at + 1]);
    context.restore();
  }
  context.restore();
}

/** A line that runs out on both sides, and the shadow that holds the cairn to it. */
function drawGround(context: SKRSContext2D, accent: string): void {
  const line = context.createLinearGradient(-260, 0, 260, 0);
  line.addColorStop(0, tint(accent, 0));
  line.addColorStop(0.5, tint(accent, 0.8));
  line.addColorStop(1, tint(accent, 0));
  context.fillStyle = line;
  context.fillRect(-260, -1.5, 520, 3);
}

/** Lit from the upper left, with its underside and what lies below the next stone in the shade. */
function drawStone(context: SKRSContext2D, stone: Stone, colour: string, above: Stone | undefined): void {
  const { width, height, off, vein } = stone;
  outline(context, stone);
  context.fillStyle = colour;
  context.fill();
  context.save();
  context.clip();
  context.fillStyle = 'rgba(255, 253, 248, 0.2)';
  context.beginPath();
  context.ellipse(-width * 0.1, -height * 0.62, width * 0.6, height * 0.78, -0.04, 0, 2 * Math.PI);
  context.fill();
  if (vein) drawVein(context, stone, colour);
  if (above) {
    context.fillStyle = 'rgba(24, 28, 36, 0.24)';
    context.beginPath();
    context.ellipse(above.off - off + 4, -height / 2, above.width * 0.42, 6, 0, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}

function drawVein(context: SKRSContext2D, { width, height }: Stone, colour: string): void {
  context.strokeStyle = tint(colour, 0.3);
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(width * 0.2, -height / 2);
  context.bezierCurveTo(width * 0.29, -height * 0.1, width * 0.23, height * 0.15, width * 0.34, height / 2);
  context.stroke();
}
