/** Text that people or Discord supply, made safe to stand in a message: it never pings, links or breaks the layout. */

/** Marks that reverse the direction of text or are invisible. Joiners stay: emoji and some scripts need them. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
/** More marks on one letter than any script writes: they would paint over the lines around. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/** Most titles: nothing in them needs a closer look, and a card shows dozens. */
const harmless = /^[A-Za-z](?: ?(?:[A-Za-z0-9.,;&'"()+/–—!?-]|:(?!\/\/)))*$/;

/** One line of what was typed, as typed. */
function oneLine(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .toWellFormed()
    .replace(invisible, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(piledMarks, '$1')
    .trim();
}

/** Shows `text` as it was written: Markdown, mentions, timestamps and bare links in it stay letters. */
export function escaped(text: string): string {
  if (harmless.test(text)) return text;
  return (
    oneLine(text)
      .replace(/[\\*_~`|[\]<]/g, '\\$&')
      .replace(/:(?=\/\/)/g, '\\:')
      // At the start of a line these would make a heading, a quote, small print or a list.
      .replace(/^[#>+-]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      // A backslash does not keep Discord from painting these two as mentions.
      .replace(/@(?=everyone|here)/gi, '@\u200b')
  );
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `max` UTF-16 units, as Discord counts, ending in "…" where something was cut; no character is torn. */
export function clipped(text: string, max: number): string {
  const line = oneLine(text);
  if (line.length <= max) return line;
  let kept = '';
  for (const { segment } of graphemes.segment(line)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** An address as a link's target: a bracket in it would end the link, and what follows could be another. */
export function linkTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** What somebody typed, given back to be copied. */
export function quoted(text: string): string {
  return `\`\`\`\n${clipped(text, 600).replaceAll('`', 'ˋ')}\n\`\`\``;
}
