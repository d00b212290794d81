/** Reads what the curriculum says about itself (curriculum.yaml) and the handbook's pages (pages.yaml). */
import { isScalar } from 'yaml';
import type { HeaderDraft } from './drafts.ts';
import { kindOf, readFields, readList } from './fields.ts';
import { readKinds } from './kinds.ts';
import type { Report } from './problem.ts';
import { lengths, readCount, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

export function readHeader(value: Value, report: Report): HeaderDraft {
  const fields = readFields(value, { required: ['title', 'edition', 'handbook', 'sources', 'kinds'] }, report);
  const address = fields.get('handbook');
  const handbook = readText(address, report, lengths.sentence);
  if (address && !(URL.canParse(handbook) && /^https:\/\/[^\s?#]+\/$/.test(handbook)))
    report('handbook', address, `"${handbook}" is no address for links. Begin it with "https://" and end it with "/".`);
  return {
    title: readText(fields.get('title'), report),
    edition: readCount(fields.get('edition'), report),
    handbook,
    kinds: readKinds(fields.get('kinds'), report),
    sources: readList(fields.get('sources'), report).map(entry => readText(entry, report)),
  };
}

/** One page per line of a single block of text, since hundreds of YAML values would slow every start. */
export function readPages(value: Value, report: Report): ReadonlySet<string> {
  const block = readFields(value, { required: ['pages'] }, report).get('pages');
  const node = block?.node;
  if (!block || !isScalar(node) || node.type !== 'BLOCK_LITERAL') {
    if (block)
      report('type', block, `Here a block of lines ("pages: |") is expected, not ${kindOf(node).slice(0, 60)}.`);
    return new Set();
  }
  const pages = new Set<string>();
  const { file } = block;
  let offset = file.text.indexOf('\n', block.offset) + 1;
  for (const line of file.text.slice(offset, node.range?.[1]).split('\n')) {
    const [, address] = /^ +(\S+\/) {2}\S.*$/.exec(line) ?? [];
    if (address === undefined && line.trim() !== '')
      report('pageList', { file, offset }, 'A line is an address that ends in "/", two blanks, and the page’s title.');
    if (address !== undefined && pages.has(address))
      report('pageList', { file, offset }, `"${address}" is listed above already. Remove one of the two.`);
    if (address !== undefined) pages.add(address);
    offset += line.length + 1;
  }
  return pages;
}
