/** Which characters a WOFF2 font really has: the ranges that come with it only say what it may have. */
import { brotliDecompressSync } from 'node:zlib';

const headerLength = 48;
const tagInFull = 63;
/** The only tables that may be stored otherwise than as they are; their transformation is number 0. */
const glyf = 10;
const loca = 11;
const cmap = 0;

/** @throws what is not a WOFF2 font with a cmap table. */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('Expected a WOFF2 font.');
  const tables = font.readUInt16BE(12);
  let at = headerLength;
  let before = 0;
  let own: readonly [from: number, length: number] | undefined;
  const length = () => {
    for (let value = 0; ; ) {
      const byte = font.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  for (let table = 0; table < tables; table++) {
    const flags = font.readUInt8(at++);
    const tag = flags & 63;
    if (tag === tagInFull) at += 4;
    const original = length();
    const transformed = tag === glyf || tag === loca ? flags >> 6 === 0 : flags >> 6 !== 0;
    const stored = transformed ? length() : original;
    if (tag === cmap) own = [before, stored];
    before += stored;
  }
  if (!own) throw new Error('Expected a font with a cmap table.');
  return charactersIn(brotliDecompressSync(font.subarray(at)).subarray(own[0], own[0] + own[1]));
}

function charactersIn(table: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const subtables = table.readUInt16BE(2);
  for (let index = 0; index < subtables; index++) {
    const subtable = table.subarray(table.readUInt32BE(8 + 8 * index));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, found);
    if (format === 12) addGroups(subtable, found);
  }
  return found;
}

/** Format 4: segments of the first 65,536 characters. A character in a segment may still have no glyph, which is glyph 0. */
function addSegments(table: Buffer, found: Set<number>): void {
  const segments = table.readUInt16BE(6) / 2;
  const field = (column: number, segment: number) => 14 + 2 * (column * segments + segment) + (column > 0 ? 2 : 0);
  for (let segment = 0; segment < segments; segment++) {
    const start = table.readUInt16BE(field(1, segment));
    const end = Math.min(table.readUInt16BE(field(0, segment)), 0xfffe);
    const delta = table.readUInt16BE(field(2, segment));
    const offsetAt = field(3, segment);
    const offset = table.readUInt16BE(offsetAt);
    for (let character = start; character <= end; character++) {
      const glyph = offset === 0 ? character : table.readUInt16BE(offsetAt + offset + 2 * (character - start));
      const shifted = offset !== 0 && glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      if (shifted !== 0) found.add(character);
    }
  }
}

/** Format 12: groups of characters from all of Unicode. */
function addGroups(table: Buffer, found: Set<number>): void {
  const groups = table.readUInt32BE(12);
  for (let group = 0; group < groups; group++) {
    const end = table.readUInt32BE(20 + 12 * group);
    for (let character = table.readUInt32BE(16 + 12 * group); character <= end; character++) found.add(character);
  }
}
