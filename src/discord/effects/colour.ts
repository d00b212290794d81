/** One colour per certificate, the same wherever it is computed: calm enough to read on light and dark. */
import { createHash } from 'node:crypto';

const saturation = 0.45;
const lightness = 0.58;

export function certificateColour(certificateId: string): number {
  const hue = createHash('sha256').update(certificateId).digest().readUInt16BE(0) % 360;
  const [red, green, blue] = [0, 8, 4].map(offset => channel(hue, offset));
  return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
}

/** HSL to one of RGB, by the formula of CSS Color 4. */
function channel(hue: number, offset: number): number {
  const k = (offset + hue / 30) % 12;
  const spread = saturation * Math.min(lightness, 1 - lightness);
  return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
}
