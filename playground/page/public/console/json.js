/** JSON as readable text: indented, with names and values told apart. */
import { el } from '../dom.js';

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const longest = 20_000;

export function jsonView(value, label) {
  const whole = JSON.stringify(value, null, 2) ?? 'nothing';
  const text =
    whole.length > longest ? `${whole.slice(0, longest)}\n… ${whole.length - longest} more characters` : whole;
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [token, string, colon] = match;
    parts.push(text.slice(end, match.index));
    parts.push(el(`span.json-${string ? (colon ? 'name' : 'text') : 'value'}`, {}, string ?? token), colon ?? '');
    end = match.index + token.length;
  }
  parts.push(text.slice(end));
  return el('pre.json', { tabindex: 0, role: 'region', 'aria-label': label }, el('code', {}, parts));
}
