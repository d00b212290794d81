/** Whose a list or a figure is: each source that a file names is one that curriculum.yaml lists. */
import { isMap, isScalar, isSeq } from 'yaml';
import { didYouMean } from './did-you-mean.ts';
import type { Drafts, Reference } from './drafts.ts';
import type { Report } from './problem.ts';
import { offsetOf, type Value } from './yaml.ts';

/** Wherever the key `source` stands in a file, however deep. */
export function sourcesIn({ node, file, offset }: Value): readonly Reference[] {
  if (isSeq(node)) return node.items.flatMap(item => sourcesIn({ node: item, file, offset }));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const isSource = isScalar(key) && key.value === 'source' && isScalar(value) && typeof value.value === 'string';
    if (!isSource) return sourcesIn({ node: value, file, offset });
    return [{ value: String(value.value), at: { file, offset: offsetOf(value) ?? offset } }];
  });
}

export function checkSources({ header, sources, unreadable }: Drafts, report: Report): void {
  if (unreadable.has('curriculum.yaml') || header.sources.length === 0) return;
  for (const { value, at } of sources)
    if (!header.sources.includes(value)) {
      const hint = didYouMean(value, header.sources) || ' Or add it to "sources" in curriculum.yaml.';
      const known = header.sources.join(', ');
      report('choice', at, `Here one of ${known} is expected, not the text "${value}".${hint}`);
    }
}
