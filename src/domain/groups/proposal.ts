/** A group as a member proposes it: read from what they typed, or everything that is wrong with it at once. */
import type { Curriculum, Path } from '../curriculum.ts';
import { fold } from '../search.ts';
import { readClock, readWeekdays } from './asked-time.ts';
import type { Group, GroupDefinition } from './group.ts';

export interface AskedGroup {
  readonly title: string;
  readonly days: string;
  readonly time: string;
  readonly minutes?: string | undefined;
  readonly zone?: string | undefined;
  readonly path?: string | undefined;
}

export type ProposalProblem =
  | { readonly kind: 'title-missing' | 'title-long'; readonly longest: number }
  /** A group of this title meets here, or is proposed. */
  | { readonly kind: 'title-taken'; readonly title: string }
  | { readonly kind: 'days' | 'time' | 'minutes' | 'path'; readonly typed: string }
  /** `nearest`: zones it could be. */
  | { readonly kind: 'zone'; readonly typed: string; readonly nearest: readonly string[] };

export const longestTitle = 60;
export const usualMinutes = 60;
export const fewestMinutes = 15;
export const mostMinutes = 240;

/** What others have to look up. */
export interface Read {
  /** IANA name, or what it could be. */
  readonly zone: { readonly zone: string } | { readonly nearest: readonly string[] };
  /** Undefined: none was named. */
  readonly path: Path | 'unknown' | undefined;
  /** Those that meet here or are proposed. */
  readonly titles: readonly string[];
}

export function readProposal(
  asked: AskedGroup,
  { zone, path, titles }: Read,
): { readonly definition: GroupDefinition } | { readonly problems: readonly ProposalProblem[] } {
  const problems: ProposalProblem[] = [];
  const title = asked.title.replace(/\s+/g, ' ').trim();
  if (fold(title) === '') problems.push({ kind: 'title-missing', longest: longestTitle });
  else if (title.length > longestTitle) problems.push({ kind: 'title-long', longest: longestTitle });
  const taken = titles.find(other => fold(other) === fold(title));
  if (taken !== undefined) problems.push({ kind: 'title-taken', title: taken });
  const days = readWeekdays(asked.days);
  if (!days) problems.push({ kind: 'days', typed: asked.days });
  const time = readClock(asked.time);
  if (!time) problems.push({ kind: 'time', typed: asked.time });
  const minutes = asked.minutes === undefined ? usualMinutes : readMinutes(asked.minutes);
  if (minutes === undefined) problems.push({ kind: 'minutes', typed: asked.minutes ?? '' });
  if ('nearest' in zone) problems.push({ kind: 'zone', typed: asked.zone ?? '', nearest: zone.nearest });
  if (path === 'unknown') problems.push({ kind: 'path', typed: asked.path ?? '' });
  if (problems.length > 0 || !days || !time || minutes === undefined || 'nearest' in zone || path === 'unknown')
    return { problems };
  const at = time.toString({ smallestUnit: 'minute' });
  const slots = days.map(day => ({ day, at, minutes, zone: zone.zone }));
  return { definition: { title, paths: path ? [path.id] : [], slots } };
}

function readMinutes(typed: string): number | undefined {
  const found = /^(\d{1,3})\s*(?:m|min|mins|minutes)?$/i.exec(typed.trim());
  const minutes = Number(found?.[1]);
  return found && minutes >= fewestMinutes && minutes <= mostMinutes ? minutes : undefined;
}

/** "g-night-owls": short enough for every button, and no key that was ever used here. */
export function keyFor(title: string, taken: ReadonlySet<string>): string {
  const slug =
    fold(title)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 24)
      .replace(/^-+|-+$/g, '') || 'group';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? `g-${slug}` : `g-${slug}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** How many proposals a member has open at once. */
export const mostProposals = 3;

/** A member's proposal that organisers have yet to decide about. */
export interface Proposal {
  readonly key: string;
  readonly definition: GroupDefinition;
  readonly proposedBy: string;
  /** The titles of its paths. */
  readonly paths: readonly string[];
}

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  | { readonly kind: 'refused'; readonly asked: AskedGroup; readonly problems: readonly ProposalProblem[] }
  /** Their titles. */
  | { readonly kind: 'too-many'; readonly open: readonly string[] };

export type DecideOutcome =
  | { readonly kind: 'approved'; readonly group: Group; readonly proposedBy: string }
  | { readonly kind: 'declined'; readonly title: string; readonly proposedBy: string }
  | { readonly kind: 'decided-before'; readonly title: string; readonly isRunning: boolean }
  | { readonly kind: 'organisers-only' }
  | { readonly kind: 'unknown-proposal' };

export function pathTitles({ paths }: Curriculum, ids: readonly string[]): readonly string[] {
  return ids.flatMap(id => paths.get(id)?.title ?? []);
}
