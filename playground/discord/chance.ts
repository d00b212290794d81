/** Numbers that look like chance and are the same for the same words. */

/** 0 up to, not including, 1. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x81_1c_9d_c5;
  for (const character of words.join(' ')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93);
  // One round of mulberry32, since neighbouring words give neighbouring hashes.
  let mixed = hash + 0x6d_2b_79_f5;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
