/** Discord's Markdown line by line: headings, lists, quotes, subtext and code blocks. */
import { parseInline } from './inline.js';

const fence = /```(?:([\w+-]{1,20})\n)?\n?([\s\S]+?)\n?```\n?/;

export function parseMarkdown(text) {
  const blocks = [];
  let rest = text;
  for (let match = fence.exec(rest); match; match = fence.exec(rest)) {
    blocks.push(...parseLines(rest.slice(0, match.index).replace(/\n$/, '')));
    blocks.push({ kind: 'code-block', language: match[1], text: match[2] });
    rest = rest.slice(match.index + match[0].length);
  }
  return [...blocks, ...parseLines(rest)];
}

function parseLines(text) {
  if (text === '') return [];
  const blocks = [];
  const lines = text.split('\n');
  while (lines.length > 0) blocks.push(nextBlock(lines));
  return blocks;
}

const heading = /^(#{1,3})\s+(\S.*)$/;
const subtext = /^-#\s+(\S.*)$/;
const quote = /^> ?(.*)$/;
const item = /^( *)(?:([-*])|(\d{1,9})\.)\s+(\S.*)$/;
const startsBlock = line => [heading, subtext, /^> /, /^>>> /, item].some(pattern => pattern.test(line));

/** Takes the lines of one block off the front. */
function nextBlock(lines) {
  const [line] = lines;
  const title = heading.exec(line);
  if (title) {
    lines.shift();
    return { kind: 'heading', level: title[1].length, children: parseInline(title[2]) };
  }
  const small = subtext.exec(line);
  if (small) {
    lines.shift();
    return { kind: 'subtext', children: parseInline(small[1]) };
  }
  if (line.startsWith('>>> ')) {
    const quoted = lines.splice(0).join('\n').slice(4);
    return { kind: 'quote', children: parseLines(quoted) };
  }
  if (line.startsWith('> ')) {
    const quoted = takeWhile(lines, next => next === '>' || next.startsWith('> '));
    return { kind: 'quote', children: parseLines(quoted.map(next => quote.exec(next)[1]).join('\n')) };
  }
  if (item.test(line)) {
    const items = takeWhile(lines, next => item.test(next) || /^ {2,}\S/.test(next));
    return parseList(items.map(readItem), 0);
  }
  const paragraph = [lines.shift(), ...takeWhile(lines, next => !startsBlock(next))];
  return { kind: 'paragraph', children: parseInline(paragraph.join('\n')) };
}

function takeWhile(lines, belongs) {
  const end = lines.findIndex(line => !belongs(line));
  return lines.splice(0, end === -1 ? lines.length : end);
}

/** A line without a mark of its own continues the item above it. */
function readItem(line) {
  const match = item.exec(line);
  if (!match) return { depth: undefined, text: line.trim() };
  return { depth: match[1].length, start: match[3] && Number(match[3]), text: match[4] };
}

function parseList(lines, depth) {
  const items = [];
  const { start } = lines[0];
  while (lines.length > 0) {
    const line = lines[0];
    if (line.depth === undefined) items.at(-1).text += `\n${lines.shift().text}`;
    else if (line.depth > depth + 1 && items.length > 0) items.at(-1).inner.push(parseList(lines, line.depth));
    else if (line.depth < depth - 1) break;
    else items.push({ text: lines.shift().text, inner: [] });
  }
  return {
    kind: 'list',
    start,
    items: items.map(({ text, inner }) => ({ children: parseInline(text), inner })),
  };
}
