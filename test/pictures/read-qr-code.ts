/** Reads a QR code off a picture, knowing nothing of how it was made; an undamaged one, in bytes, up to version 6, level M. */
import { inkIn, type Pixels, type Region } from './pixels.ts';

/** Codewords with data, by version, in each block of level M: the blocks take turns. */
const blocksOfLevelM: Readonly<Record<number, readonly number[]>> = {
  1: [16],
  2: [28],
  3: [44],
  4: [32, 32],
  5: [43, 43],
  6: [27, 27, 27, 27],
};

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  row => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

export function readQrCode(pixels: Pixels, region: Region): string {
  const isDark = modulesIn(pixels, region);
  const size = isDark.length;
  const dark = (row: number, column: number) => isDark[row]?.[column] === true;
  const version = (size - 17) / 4;
  const format = [0, 1, 2, 3, 4].map(column => Number(dark(8, column))).join('');
  const [level, mask] = [Number.parseInt(format, 2) ^ 0b10101].flatMap(bits => [bits >> 3, bits & 7]) as [
    number,
    number,
  ];
  const lengths = blocksOfLevelM[version];
  if (level !== 0 || !lengths) throw new Error(`Expected level M and version 1 to 6, not ${level} and ${version}.`);

  const bits: number[] = [];
  for (const [row, column] of zigzag(size)) {
    if (!isFunction(row, column, size, version)) bits.push(Number(dark(row, column) !== masks[mask]?.(row, column)));
  }
  return textIn(inOrder(bytesOf(bits), lengths));
}

/** The finder pattern in the corner is seven modules wide. */
function modulesIn(pixels: Pixels, region: Region): readonly (readonly boolean[])[] {
  const bounds = inkIn(pixels, region);
  if (!bounds) throw new Error('Expected a QR code, and there is none.');
  const { left, top, right } = bounds;
  let finder = left;
  while (pixels.lightness(finder, top) < 110) finder++;
  const module = (finder - left) / 7;
  const size = Math.round((right + 1 - left) / module);
  const at = (index: number) => Math.floor((index + 0.5) * module);
  const row = (y: number) => Array.from({ length: size }, (_, x) => pixels.lightness(left + at(x), top + at(y)) < 110);
  return Array.from({ length: size }, (_, y) => row(y));
}

/** Two columns at a time from the right, up and down in turn, around the timing pattern. */
function* zigzag(size: number): Generator<readonly [row: number, column: number]> {
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
    upwards = !upwards;
  }
}

/** Finders with what surrounds them, timing, and from version 2 one alignment pattern. */
function isFunction(row: number, column: number, size: number, version: number): boolean {
  if (row === 6 || column === 6) return true;
  if (row <= 8 && (column <= 8 || column >= size - 8)) return true;
  if (row >= size - 8 && column <= 8) return true;
  const centre = size - 7;
  return version > 1 && Math.abs(row - centre) <= 2 && Math.abs(column - centre) <= 2;
}

function bytesOf(bits: readonly number[]): readonly number[] {
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    Number.parseInt(bits.slice(8 * at, 8 * at + 8).join(''), 2),
  );
}

function inOrder(codewords: readonly number[], lengths: readonly number[]): readonly number[] {
  const length = lengths[0] ?? 0;
  return lengths.flatMap((_, block) =>
    Array.from({ length }, (_, at) => codewords[at * lengths.length + block] ?? Number.NaN),
  );
}

/** Four bits of mode, eight of length, then the bytes, each across two codewords. */
function textIn(data: readonly number[]): string {
  const [first = 0, second = 0] = data;
  if (first >> 4 !== 4) throw new Error(`Expected bytes, not mode ${first >> 4}.`);
  const length = ((first & 15) << 4) | (second >> 4);
  const bytes = Array.from({ length }, (_, at) => (((data[at + 1] ?? 0) & 15) << 4) | ((data[at + 2] ?? 0) >> 4));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}
