/** The emblem: a cairn, five stones that mark a trail. The last one laid has the accent's colour. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { tint } from './palette.ts';
import { outline, type Stone, stones } from './stones.ts';

const slate = '#3d434f';
/** Stones sink into each other a little, or they would hover. */
const sunk = 2.5;

/** `ground` is where it stands; at scale 1 it is some 200 pixels high. */
export function drawCairn(context: SKRSContext2D, x: number, ground: number, scale: number, accent: string): void {
  context.save();
  context.translate(x, ground);
  context.scale(scale, scale);
  drawGround(context, accent);
  let bottom = 0;
  for (const [at, stone] of stones.entries()) {
    const colour = at === stones.length - 1 ? accent : tint(slate, 0.86 - at * 0.11);
    context.save();
    context.translate(stone.off, bottom - stone.height / 2);
    context.rotate(stone.tilt);
    drawStone(context, stone, colour, stones[at + 1]);
    context.restore();
    bottom -= stone.height - sunk;
  }
  context.restore();
}

/** A line that runs out on both sides, and the shadow that holds the cairn to it. */
function drawGround(context: SKRSContext2D, accent: string): void {
  const line = context.createLinearGradient(-230, 0, 230, 0);
  line.addColorStop(0, tint(accent, 0));
  line.addColorStop(0.5, tint(accent, 0.8));
  line.addColorStop(1, tint(accent, 0));
  context.fillStyle = line;
  context.fillRect(-230, -1.5, 460, 3);
  context.fillStyle = tint(slate, 0.2);
  context.beginPath();
  context.ellipse(6, 1, 118, 4.5, 0, 0, 2 * Math.PI);
  context.fill();
}

/** Lit from the upper left, and in the shade of the stone that lies on it. */
function drawStone(context: SKRSContext2D, stone: Stone, colour: string, above: Stone | undefined): void {
  const { width, height, off, vein } = stone;
  const light = context.createLinearGradient(-width * 0.05, -height / 2, width * 0.05, height / 2);
  light.addColorStop(0, tint(colour, 0.62));
  light.addColorStop(0.55, tint(colour, 0.86));
  light.addColorStop(1, colour);
  outline(context, stone);
  context.fillStyle = light;
  context.fill();
  context.save();
  context.clip();
  if (vein) drawVein(context, stone, colour);
  if (above) {
    context.fillStyle = 'rgba(24, 28, 36, 0.3)';
    context.beginPath();
    context.ellipse(above.off - off + 5, -height / 2, above.width * 0.4, 7, 0, 0, 2 * Math.PI);
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
