/** A PNG written here is read by another's reader as what was drawn. */
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { encodePng } from '../../src/pictures/png.ts';
import { readPixels } from './pixels.ts';

test('every pixel of a canvas comes back with its colour', async () => {
  const context = createCanvas(3, 2).getContext('2d');
  const colours = ['#000000', '#ffffff', '#17615d', '#ff0000', '#00ff00', '#0000ff'];
  for (const [at, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(at % 3, Math.floor(at / 3), 1, 1);
  }
  const read = await readPixels(encodePng(context.canvas.data(), 3, 2));
  expect([read.width, read.height]).toEqual([3, 2]);
  expect(colours.map((_, at) => read.colour(at % 3, Math.floor(at / 3)))).toEqual(colours);
});
