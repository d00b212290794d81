/** An item as members meet it: a linked title, when and how long, and a button that ticks it. */
import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Item, Path, Place } from '../domain/curriculum.ts';
import type { Step } from '../domain/next.ts';
import { beside, button } from './card.ts';
import { hours } from './figures.ts';
import { escaped } from './text.ts';

function linked(title: string, url: string | undefined): string {
  return url ? `[${escaped(title)}](${url})` : escaped(title);
}

export function itemTitle(item: Item): string {
  return linked(item.title, item.url);
}

export function placeTitle(place: Place): string {
  return linked(place.title, place.url);
}

/** "New Graduate · Week 1: The 7 Laws · Day 1-2 · 3–4 h". */
function whereabouts(path: Path, place: Place, named: boolean): string {
  const stage = path.stages.find(({ places }) => places.includes(place));
  const parts = [named ? path.title : undefined, stage?.title, place.days, hours(place.hours)];
  return parts
    .filter(part => part !== undefined)
    .map(escaped)
    .join(' · ');
}

interface StepWords {
  readonly heading?: string;
  /** False where the card has just named the path. */
  readonly named?: boolean;
}

/** The next step, with its Done button at the right. */
export function stepPiece(
  { path, place }: Step,
  { heading = 'Next', named = true }: StepWords = {},
): APIComponentInContainer {
  return beside(
    button('Done', `progress/done/${place.itemId}`, 'success'),
    `**${heading}:** ${placeTitle(place)}`,
    `-# ${whereabouts(path, place, named)}`,
  );
}
