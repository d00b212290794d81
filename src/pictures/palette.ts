/** The colours of a certificate: ink on paper, and one accent. */

export const paper = '#fffdf8';
export const ink = '#23262d';
/** Still 4.5 : 1 on paper. */
export const paleInk = '#5f636c';

const houseAccent = 0x17615d;
/** Of the accent to paper, since titles are set in it. */
const enough = 6;

/** The colour as it was given (0xrrggbb), or a darker one of its kind where it would be hard to read on paper. */
export function accentOf(colour = houseAccent): string {
  const given = [16, 8, 0].map(shift => (colour >> shift) & 255);
  for (let share = 1; ; share -= 0.02) {
    const channels = given.map(channel => Math.round(channel * share));
    if (contrast(channels, channelsOf(paper)) >= enough) return hex(channels);
  }
}

/** `share` of `colour` on `under`, as an opaque colour: overlapping strokes then never add up. */
export function tint(colour: string, share: number, under = paper): string {
  const below = channelsOf(under);
  return hex(channelsOf(colour).map((channel, at) => Math.round(channel * share + (below[at] ?? 0) * (1 - share))));
}

const channelsOf = (colour: string) => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));
const hex = (channels: readonly number[]) =>
  `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;

/** As WCAG defines it; the first is the darker one. */
const contrast = (dark: readonly number[], light: readonly number[]) =>
  (luminance(light) + 0.05) / (luminance(dark) + 0.05);

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels
    .map(channel => channel / 255)
    .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
