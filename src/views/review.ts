/** The organisers' sample of ticks: who, what, where the work is, and what stands out. It judges nobody. */
import { modeCode, type ReviewMode, type ReviewPage } from '../domain/review.ts';
import { beside, button, card, divider, row, text } from './card.ts';
import { count, hours, timestamp } from './figures.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { itemTitle } from './step.ts';
import { clipped, escaped, linkTarget } from './text.ts';

type Entry = ReviewPage['entries'][number];

export function reviewMessage(review: ReviewPage, locale: Locale): Message {
  const { entries, open, pages, mode } = review;
  if (entries.length === 0) {
    return card('done', [
      text(
        '## 🔎 Nothing to look at',
        'Here you find the work that members show, and marks that come soon after one another. Everything so far has been looked at.',
      ),
      row(mode.onlyShown && button('Marks, too', 'admin/review/n0')),
    ]);
  }
  const page = mode.kind === 'newest' ? mode.page : 0;
  const where = mode.kind === 'drawn' ? `${entries.length} drawn at random` : `page ${page + 1} of ${pages}`;
  return card('plain', [
    text(
      '## 🔎 A look at members’ work',
      `-# ${count(open, 'item', 'items', locale)} nobody has looked at · ${where}`,
      '-# Everything here counts already, and only organisers see this list.',
    ),
    ...entries.flatMap(entry => [divider(), entryPiece(entry, review.guildId, mode)]),
    divider(),
    row(...ways(review)),
  ]);
}

function ways({ mode, pages }: ReviewPage) {
  const { onlyShown } = mode;
  const to = (label: string, other: ReviewMode) => button(label, `admin/review/${modeCode(other)}`);
  const toPage = (label: string, page: number) => to(label, { kind: 'newest', page, onlyShown });
  return [
    mode.kind === 'newest' && mode.page > 0 && toPage('Newer', mode.page - 1),
    mode.kind === 'newest' && mode.page + 1 < pages && toPage('Older', mode.page + 1),
    mode.kind === 'drawn' && toPage('The newest', 0),
    pages > 1 && to(mode.kind === 'drawn' ? 'Draw again' : 'Draw a sample', { kind: 'drawn', seed: '', onlyShown }),
    to(onlyShown ? 'Marks, too' : 'Only work shown', { kind: 'newest', page: 0, onlyShown: !onlyShown }),
  ];
}

function entryPiece(entry: Entry, guildId: string, mode: ReviewMode) {
  const { userId, itemId, at, item } = entry;
  return beside(
    button('Looked at', `admin/looked/${userId}/${itemId}/${modeCode(mode)}`),
    `**${item ? itemTitle(item) : escaped(itemId)}**`,
    `<@${userId}> · ${timestamp(at, 'ago')}`,
    shownLine(entry, guildId),
    paceLine(entry),
  );
}

function shownLine({ shown }: Entry, guildId: string): string | undefined {
  if (!shown) return undefined;
  // The host is named, since the words of a link may say anything.
  if (shown.kind === 'link')
    return `🔗 [Open the work](${linkTarget(shown.url)}) · ${escaped(new URL(shown.url).host)}`;
  const { channelId, messageId, name } = shown.file;
  return `📎 [${escaped(clipped(name, 60))}](https://discord.com/channels/${guildId}/${channelId}/${messageId})`;
}

function paceLine({ minutes, item }: Entry): string | undefined {
  if (minutes === undefined) return undefined;
  const figure = hours(item?.hours);
  const after = minutes === 0 ? 'under a minute' : `${minutes} min`;
  return `⏱️ ${after} after the mark before${figure ? ` · usually ${figure}` : ''}`;
}
