/** A member's own standing: every path with its bar, and the next steps. */
import type { PathStanding, ProgressOverview } from '../domain/overview.ts';
import { button, card, divider, row, text } from './card.ts';
import { count, hoursAhead, progressLine } from './figures.ts';
import { consistencyWords } from './groups/here.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { placeTitle, stepPiece } from './step.ts';
import { escaped } from './text.ts';
import { workSelect } from './work-offer.ts';

/** As many paths as a card holds with a step each. */
const shown = 6;

export function progressMessage(overview: ProgressOverview, locale: Locale): Message {
  if (overview.paths.length === 0) return noPathMessage(overview, locale);
  const more = overview.paths.length - shown;
  const offered = new Set<string>();
  return card('path', [
    text(
      '## 🪨 Your progress',
      `-# ${totals(overview, locale)}`,
      unshownLine(overview, locale),
      consistencyLine(overview),
    ),
    ...overview.paths.slice(0, shown).flatMap(standing => [divider(), ...standingPieces(standing, offered, locale)]),
    more > 0 ? text(`-# … and ${count(more, 'more path', 'more paths', locale)}`) : undefined,
    workSelect(overview.unshown),
    row(
      button('What next', 'progress/next'),
      button('Certificates', 'certificate/show'),
      button('Choose a path', 'path/pick'),
    ),
  ]);
}

/** Placed at the top, where it is read; the choice at the bottom names the items. */
function unshownLine({ unshown }: ProgressOverview, locale: Locale): string | undefined {
  if (unshown.length === 0) return undefined;
  const items = count(unshown.length, 'finished item still needs', 'finished items still need', locale);
  return `🔗 ${items} a link or a file for a certificate.`;
}

function consistencyLine({ consistency }: ProgressOverview): string | undefined {
  return consistency && `🗓️ At your groups in **${consistencyWords(consistency)}**.`;
}

/** Paths often share their next item: its button stands on the card once. */
function standingPieces({ progress, open }: PathStanding, offered: Set<string>, locale: Locale) {
  const { path } = progress;
  const next = open[0];
  const isRepeated = next !== undefined && offered.has(next.itemId);
  if (next) offered.add(next.itemId);
  return [
    text(
      `**${escaped(path.title)}**`,
      progressLine(progress, locale),
      hoursAhead(progress.hoursLeft, locale),
      isRepeated && `**Next:** ${placeTitle(next)}, as above`,
      next === undefined && '🏁 Path complete',
    ),
    next && !isRepeated ? stepPiece({ path, place: next }, { named: false }) : undefined,
  ];
}

function totals({ ticks, certificates }: ProgressOverview, locale: Locale): string {
  return `${count(ticks, 'item', 'items', locale)} done · ${count(certificates, 'certificate', 'certificates', locale)}`;
}

/** The next three steps on each of the latest paths. */
export function nextMessage(overview: ProgressOverview, locale: Locale): Message {
  if (overview.paths.length === 0) return noPathMessage(overview, locale);
  const unfinished = overview.paths.filter(({ open }) => open.length > 0);
  if (unfinished.length === 0) {
    return card('done', [
      text('## 🏁 All done', 'Every item on your paths is finished.'),
      row(button('Certificates', 'certificate/show'), button('Choose another path', 'path/pick', 'primary')),
    ]);
  }
  const offered = new Set<string>();
  const fresh = (standing: PathStanding) => {
    const places = standing.open.filter(({ itemId }) => !offered.has(itemId)).slice(0, 3);
    for (const { itemId } of places) offered.add(itemId);
    return places;
  };
  return card('path', [
    text('## 👣 What next'),
    ...unfinished.slice(0, 3).flatMap(standing => {
      const { path } = standing.progress;
      const places = fresh(standing);
      return places.length === 0
        ? []
        : [
            divider(),
            text(`**${escaped(path.title)}**`),
            ...places.map((place, at) => stepPiece({ path, place }, { heading: `${at + 1}`, named: false })),
          ];
    }),
    row(button('My progress', 'progress/show')),
  ]);
}

function noPathMessage(overview: ProgressOverview, locale: Locale): Message {
  return card('path', [
    text(
      '## 🧭 You are not on a path yet',
      overview.ticks > 0
        ? `You have ${totals(overview, locale)}. They count on whichever path you choose.`
        : 'Choose one and you get your first step right away.',
      consistencyLine(overview),
    ),
    row(button('Choose a path', 'path/pick', 'primary')),
  ]);
}
