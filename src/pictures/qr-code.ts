/** The QR code that leads from the paper to its page. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { encode } from 'uqr';
import { ink, paper } from './palette.ts';

/** Readers want four modules of quiet around it. */
const quiet = 4;

/** Fills the square as far as whole pixels allow, so that every module is sharp. Returns what it covers. */
export function drawQrCode(context: SKRSContext2D, url: string, right: number, bottom: number, atMost: number): number {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const module = Math.max(1, Math.floor(atMost / (size + 2 * quiet)));
  const side = module * (size + 2 * quiet);
  const [left, top] = [right - side, bottom - side];
  context.fillStyle = paper;
  context.fillRect(left, top, side, side);
  context.fillStyle = ink;
  for (const [row, modules] of data.entries()) {
    for (const [column, dark] of modules.entries()) {
      if (dark) context.fillRect(left + (quiet + column) * module, top + (quiet + row) * module, module, module);
    }
  }
  return side;
}
