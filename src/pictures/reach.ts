/** How far a line reaches above and below its baseline where the canvas, which measures its first letters, would not see it. */

export interface Reach {
  readonly ascent: number;
  readonly descent: number;
}

const european = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Of the size. Scripts with vowels and dots above and below their letters get the room for them. */
export function reachOf(text: string, measured: Reach): Reach {
  const least: Reach = european.test(text) ? { ascent: 0.72, descent: 0.22 } : { ascent: 0.95, descent: 0.42 };
  const marks = reachOfMarks(text);
  return {
    ascent: Math.max(least.ascent, measured.ascent) + marks,
    descent: Math.max(least.descent, measured.descent) + marks,
  };
}

const step = 0.3;
const piles = /\p{Mn}+/gu;
/** The marks of Hebrew, Arabic, Thai and the Indian scripts have places of their own, and two of them make no pile. */
const ofLatin = /^[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]/u;

/** The text has been composed already: a letter with its own mark counts as a letter. */
function reachOfMarks(text: string): number {
  const heights = Array.from(text.matchAll(piles), ([marks]) => {
    const count = [...marks.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')].length;
    return ofLatin.test(marks) ? count : Math.max(0, count - 2);
  });
  return step * Math.max(0, ...heights);
}
