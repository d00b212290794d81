/** The QR code that leads from the paper to its page. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { encode } from 'uqr';
import { ink, paper } from './palette.ts';

/** Readers want four modules of quiet around it. */
const quiet = 4;

/** In the corner, as large as whole pixels allow, so that every module is sharp. Returns its side, without the quiet. */
export function drawQrCode(context: SKRSContext2D, url: string, right: number, bottom: number, atMost: number): number {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const module = Math.max(1, Math.floor(atMost / size));
  const side = module * size;
  const [left, top] = [right - side, bottom - side];
  context.fillStyle = paper;
  context.fillRect(left - quiet * module, top - quiet * module, side + 2 * quiet * module, side + 2 * quiet * module);
  context.fillStyle = ink;
  for (const [row, modules] of data.entries()) {
    for (const [column, dark] of modules.entries()) {
      if (dark) context.fillRect(left + column * module, top + row * module, module, module);
    }
  }
  return side;
}
