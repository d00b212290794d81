/** Where there is no page for a QR code to lead to, a seal stands in its place: the cairn, pressed into the accent. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { paper, tint } from './palette.ts';
import { outline, piled } from './stones.ts';

const teeth = 40;

export function drawSeal(context: SKRSContext2D, x: number, y: number, radius: number, accent: string): void {
  context.save();
  context.translate(x, y);
  context.fillStyle = accent;
  drawScallops(context, radius);
  context.strokeStyle = tint(paper, 0.85, accent);
  context.lineWidth = 2.5;
  drawRing(context, radius * 0.84);
  context.lineWidth = 1.5;
  context.strokeStyle = tint(paper, 0.45, accent);
  drawRing(context, radius * 0.78);
  context.translate(0, radius * 0.43);
  context.scale(radius / 230, radius / 230);
  context.fillStyle = paper;
  for (const stone of piled) {
    context.save();
    context.translate(stone.x, stone.y);
    context.rotate(stone.tilt);
    // A line of the ground between the stones, or they would be one shape.
    outline(context, { ...stone, height: stone.height - 5 });
    context.fill();
    context.restore();
  }
  context.fillRect(-130, 6, 260, 5);
  context.restore();
}

function drawScallops(context: SKRSContext2D, radius: number): void {
  context.beginPath();
  const steps = teeth * 12;
  for (let step = 0; step < steps; step++) {
    const angle = (step / steps) * 2 * Math.PI;
    const reach = radius * (0.975 + 0.025 * Math.cos(teeth * angle));
    context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
  }
  context.closePath();
  context.fill();
}

function drawRing(context: SKRSContext2D, radius: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
}
