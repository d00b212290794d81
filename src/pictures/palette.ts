/** The colours of a certificate: ink on paper, and one accent for each kind of path. */
import type { PathKind } from '../domain/curriculum.ts';

export const paper = '#fffdf8';
export const ink = '#23262d';
/** Still 4.5 : 1 on paper. */
export const paleInk = '#666a73';

/** Dark enough to be read as text, and told apart by those who see few colours: each differs in lightness too. */
const accents: Readonly<Record<PathKind, string>> = {
  level: '#17615d',
  role: '#3b4a9b',
  topic: '#8e3350',
  track: '#8a5311',
};

export const accentOf = (family: PathKind) => accents[family];

/** `share` of `colour` on paper, as an opaque colour: overlapping strokes then never add up. */
export function tint(colour: string, share: number): string {
  const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));
  const under = channels(paper);
  const mixed = channels(colour).map((channel, at) => Math.round(channel * share + (under[at] ?? 0) * (1 - share)));
  return `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}
