/** Keys that the published schema doesn't have: Discord ignores them, while a bot that sends one believes in something. */
import type { Issues } from '../errors.ts';
import { issue } from './issues.ts';

/** Not an error of Discord's; told by identity. */
export const unknownKey = issue('UNKNOWN_KEY', 'This key is not in the published schema; Discord ignores it.');

type Path = readonly string[];

export function unknownKeys(issues: Issues | undefined, path: Path = []): Path[] {
  if (issues === unknownKey) return [path];
  return branches(issues).flatMap(([key, below]) => unknownKeys(below, [...path, key]));
}

/** What Discord would complain about. */
export function realIssues(issues: Issues | undefined): Issues | undefined {
  if (issues === undefined || issues === unknownKey) return undefined;
  const kept = branches(issues).flatMap(([key, below]) => {
    const real = realIssues(below);
    return real === undefined ? [] : [[key, real] as const];
  });
  if (kept.length === 0 && issues._errors === undefined) return undefined;
  return { ...(issues._errors !== undefined && { _errors: issues._errors }), ...Object.fromEntries(kept) };
}

/** The body as Discord reads it. The one that was sent stays as it is, for the journal. */
export function withoutKeys(body: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0) return body;
  const copy: unknown = structuredClone(body);
  for (const path of paths) {
    const holder = path.slice(0, -1).reduce((part, key) => (part as Record<string, unknown>)[key], copy);
    delete (holder as Record<string, unknown>)[path.at(-1) ?? ''];
  }
  return copy;
}

const branches = (issues: Issues | undefined): [string, Issues][] =>
  Object.entries(issues ?? {}).filter(
    (entry): entry is [string, Issues] => !Array.isArray(entry[1]) && entry[1] !== undefined,
  );
