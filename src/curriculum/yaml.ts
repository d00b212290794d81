/** One file's text → its YAML tree, or its problems. Only plain YAML passes: no aliases, tags or directives. */
import { isAlias, isCollection, isPair, isScalar, type Node, parseDocument, type YAMLError } from 'yaml';
import { lineOf, type Report, type SourceText } from './problem.ts';

const maxDepth = 16;
const tooDeep = `Lists and mappings are nested deeper than ${maxDepth} levels. Flatten them.`;

/** A node with the file it stands in; `node` is undefined or null where nothing was written. */
export interface Value {
  readonly node: unknown;
  readonly file: SourceText;
  readonly offset: number;
}

export function parseYaml(file: SourceText, report: Report): Value | undefined {
  const document = parseDocument(file.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    // Keys written twice are found while reading, with their line.
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
  });
  reportSyntax(document.errors, file, report);
  if (document.errors.length > 0) return undefined;
  if (document.directives?.yaml.explicit)
    report('plainYaml', { file, offset: 0 }, 'Directives ("%YAML") are not used here. Remove the line.');
  if (deepest(document.contents) > maxDepth) {
    report('plainYaml', { file, offset: 0 }, tooDeep);
    return undefined;
  }
  refuseFancy(document.contents, file, report);
  return { node: document.contents, file, offset: offsetOf(document.contents) ?? 0 };
}

/** Where a node begins. */
export function offsetOf(node: unknown): number | undefined {
  return node !== null && typeof node === 'object' && 'range' in node ? (node as Node).range?.[0] : undefined;
}

/** The first error of each line: the others mostly follow from it. */
function reportSyntax(errors: readonly YAMLError[], file: SourceText, report: Report): void {
  const lines = new Set<number>();
  const end = file.text.trimEnd().length;
  for (const { pos, code, message } of errors) {
    const at = { file, offset: Math.min(pos[0], end) };
    if (code === 'RESOURCE_EXHAUSTION') {
      report('plainYaml', at, tooDeep);
      return;
    }
    const line = lineOf(at);
    if (!lines.has(line)) report('yaml', at, `This is not YAML: ${message.split('\n')[0]?.replace(/[.:]$/, '')}.`);
    lines.add(line);
  }
}

/** Only so deep that no file of ours comes near, or the walks below would be the ones to break. */
function deepest(node: unknown): number {
  return Math.max(0, ...partsOf(node).map(part => 1 + deepest(part)));
}

function partsOf(node: unknown): readonly unknown[] {
  if (!isCollection(node)) return [];
  return node.items.flatMap(entry => (isPair(entry) ? [entry.key, entry.value] : [entry]));
}

function refuseFancy(node: unknown, file: SourceText, report: Report): void {
  const fault = faultOf(node);
  if (fault) report('plainYaml', { file, offset: offsetOf(node) ?? 0 }, fault);
  for (const part of partsOf(node)) refuseFancy(part, file, report);
}

function faultOf(node: unknown): string | undefined {
  if (isAlias(node)) return `"*${node.source}" repeats another value. Write the value itself.`;
  if (!isScalar(node) && !isCollection(node)) return undefined;
  if (node.anchor) return `Anchors ("&${node.anchor}") are not used here. Remove it.`;
  return node.tag ? `Tags ("${node.tag}") are not used here. Remove it.` : undefined;
}
