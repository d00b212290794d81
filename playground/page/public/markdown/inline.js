/** Discord's inline Markdown: text in, a tree of plain objects out. */

const id = String.raw`\d{1,20}`;

/** Tried in this order at every position. Each returns a node, with `inside` where Markdown goes on in it. */
const rules = [
  rule(/\\([^0-9A-Za-z\s])/y, ([, sign]) => ({ kind: 'text', text: sign })),
  rule(/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , code]) => ({ kind: 'code', text: code.replace(/^ (.*) $/s, '$1') })),
  rule(/<t:(-?\d{1,14})(?::([tTdDfFsSR]))?>/y, ([, seconds, style = 'f']) => ({
    kind: 'time',
    millis: Number(seconds) * 1000,
    style,
  })),
  rule(new RegExp(`<@!?(${id})>`, 'y'), ([, user]) => ({ kind: 'user', id: user })),
  rule(new RegExp(`<@&(${id})>`, 'y'), ([, role]) => ({ kind: 'role', id: role })),
  rule(new RegExp(`<#(${id})>`, 'y'), ([, channel]) => ({ kind: 'channel', id: channel })),
  rule(new RegExp(`</([^<>:\\n]{1,100}):(${id})>`, 'y'), ([, name, command]) => ({
    kind: 'command',
    name: `/${name}`,
    id: command,
  })),
  rule(/<id:(customize|browse|guide|linked-roles)>/y, ([, place]) => ({ kind: 'place', name: place })),
  rule(new RegExp(`<a?:(\\w{2,32}):${id}>`, 'y'), ([, name]) => ({ kind: 'emoji', name })),
  rule(/@(everyone|here)\b/y, ([, who]) => ({ kind: 'everyone', name: who })),
  rule(/\[((?:\\.|[^\]\\\n])+)\]\(<?(https?:\/\/[^\s<>)]+)>?(?:\s+"[^"\n]*")?\)/y, ([, text, href]) => ({
    kind: 'link',
    href,
    inside: text,
  })),
  rule(/<(https?:\/\/[^\s<>]+)>/y, ([, href]) => ({ kind: 'link', href, inside: undefined })),
  rule(/https?:\/\/[^\s<>]*[^\s<>.,:;"'\])]/y, ([href]) => ({ kind: 'link', href, inside: undefined })),
  rule(/\|\|([\s\S]+?)\|\|/y, ([, inside]) => ({ kind: 'spoiler', inside })),
  rule(/\*\*((?:\\.|[\s\S])+?)\*\*(?!\*)/y, ([, inside]) => ({ kind: 'bold', inside })),
  rule(/__((?:\\.|[\s\S])+?)__(?!_)/y, ([, inside]) => ({ kind: 'underline', inside })),
  rule(/~~([\s\S]+?)~~/y, ([, inside]) => ({ kind: 'strike', inside })),
  rule(/\*(?=\S)((?:\\.|\*\*|[^\\*])+?)\*(?!\*)/y, ([, inside]) => ({ kind: 'italics', inside })),
  // An underscore within a word is a letter, not emphasis.
  rule(/_((?:\\.|__|[^\\_])+?)_(?![A-Za-z0-9])/y, ([, inside]) => ({ kind: 'italics', inside }), /[A-Za-z0-9]$/),
];

function rule(pattern, read, notAfter) {
  return { pattern, read, notAfter };
}

export function parseInline(text) {
  const nodes = [];
  let plain = '';
  let position = 0;
  while (position < text.length) {
    const found = firstMatch(text, position);
    if (!found) {
      plain += text[position];
      position += 1;
      continue;
    }
    position += found.length;
    if (found.node.kind === 'text') {
      plain += found.node.text;
      continue;
    }
    if (plain) nodes.push({ kind: 'text', text: plain });
    plain = '';
    nodes.push(withChildren(found.node));
  }
  if (plain) nodes.push({ kind: 'text', text: plain });
  return nodes;
}

/** Only these signs can begin something. */
const starters = new Set('\\`<@[h|*_~');

function firstMatch(text, position) {
  if (!starters.has(text[position])) return undefined;
  for (const { pattern, read, notAfter } of rules) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match && !notAfter?.test(text.slice(Math.max(0, position - 1), position))) {
      return { node: read(match), length: match[0].length };
    }
  }
  return undefined;
}

function withChildren(node) {
  if (!('inside' in node)) return node;
  const { inside, ...rest } = node;
  return { ...rest, children: inside === undefined ? [{ kind: 'text', text: node.href }] : parseInline(inside) };
}
