/** The shapes of the cairn's stones: no two alike, and none of them an ellipse. */
import type { SKRSContext2D } from '@napi-rs/canvas';

export interface Stone {
  readonly width: number;
  readonly height: number;
  /** Off the middle, and tilted, as stones are that people pile up. */
  readonly off: number;
  readonly tilt: number;
  /** How far each corner is filled, from the upper left, clockwise: 0.55 is an ellipse's, 1 a square's. */
  readonly corners: readonly [number, number, number, number];
  /** A pale vein of quartz runs through it. */
  readonly vein?: true;
}

/** From the ground up. */
const stones: readonly Stone[] = [
  { width: 226, height: 56, off: 0, tilt: 0.008, corners: [0.72, 0.58, 0.8, 0.84] },
  { width: 172, height: 47, off: -8, tilt: -0.035, corners: [0.58, 0.74, 0.8, 0.66], vein: true },
  { width: 130, height: 42, off: 9, tilt: 0.045, corners: [0.72, 0.56, 0.7, 0.84] },
  { width: 88, height: 35, off: -5, tilt: -0.06, corners: [0.58, 0.7, 0.78, 0.64] },
  { width: 52, height: 29, off: 3, tilt: 0.07, corners: [0.66, 0.58, 0.66, 0.74] },
];

/** Stones sink into each other a little, or they would hover. */
const sunk = 2.5;

/** Each with the middle it lies around; the ground is at 0, and up is negative. */
export const piled: readonly (Stone & { readonly x: number; readonly y: number })[] = stones.map((stone, at) => {
  const below = stones.slice(0, at).reduce((sum, { height }) => sum + height - sunk, 0);
  return { ...stone, x: stone.off, y: -below - stone.height / 2 };
});

/** Its outline as the current path, around the origin. */
export function outline(context: SKRSContext2D, { width, height, corners }: Stone): void {
  const [x, y] = [width / 2, height / 2];
  const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
  context.beginPath();
  context.moveTo(-x, 0);
  context.bezierCurveTo(-x, -y * upperLeft, -x * upperLeft, -y, 0, -y);
  context.bezierCurveTo(x * upperRight, -y, x, -y * upperRight, x, 0);
  context.bezierCurveTo(x, y * lowerRight, x * lowerRight, y, 0, y);
  context.bezierCurveTo(-x * lowerLeft, y, -x, y * lowerLeft, -x, 0);
  context.closePath();
}
