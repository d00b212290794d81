/** Values before and after a change, as short lines: a value, or several by name. */
import { clipped, escaped } from './text.ts';

/** More would fill the page; the first say what it was about. */
const longest = 280;
const longestValue = 60;

export function changesBetween(before: unknown, after: unknown): readonly string[] {
  if (!isRecord(before) && !isRecord(after)) {
    const change = arrow(before, after);
    return change ? [change] : [];
  }
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const changes = names.flatMap(name => {
    const change = arrow(old[name], now[name]);
    return change ? [`- ${escaped(clipped(name, 40))}: ${change}`] : [];
  });
  const kept = changes.filter((_, at) => changes.slice(0, at + 1).join('').length <= longest);
  return kept.length < changes.length ? [...kept, `- … and ${changes.length - kept.length} more`] : changes;
}

/** "a → b"; where there was nothing before, or is nothing after, only the other. */
function arrow(before: unknown, after: unknown): string | undefined {
  if (before === undefined && after === undefined) return undefined;
  if (before === undefined) return shown(after);
  if (after === undefined) return `~~${shown(before)}~~`;
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : `${shown(before)} → ${shown(after)}`;
}

function shown(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return plain === '' ? 'empty' : escaped(clipped(plain, longestValue));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
