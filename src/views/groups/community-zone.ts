/** The community's time zone: as it is, what another would move, and that it was changed. */
import type { ZoneChange, ZoneMove, ZoneOutcome } from '../../domain/groups/community-zone.ts';
import type { Group } from '../../domain/groups/group.ts';
import { button, card, divider, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { listed, sessionTime } from './when.ts';
import { notAZone, placeOf, zoneLine } from './zones.ts';

/** More would not fit a message. */
const mostGroups = 10;
const named = ({ title }: Pick<Group, 'title'>) => escaped(clipped(title, 50));

export function communityZoneMessage(outcome: ZoneOutcome): Message {
  switch (outcome.kind) {
    case 'current':
      return card('plain', [
        text(
          '## 🕰️ The community’s time zone',
          `${zoneLine(outcome.zone)}.`,
          outcome.isChosen ? undefined : '-# Nobody has set it here yet: it is the default of whoever runs Cairn.',
        ),
        outcome.next.length > 0 &&
          text(
            ...outcome.next
              .slice(0, mostGroups)
              .map(({ group, before }) => `- ${named(group)}: ${before ? sessionTime(before) : 'nothing planned'}`),
            moreLine(outcome.next.length),
          ),
        text('-# To change it, use `/admin timezone` with a city. I show what moves before anything does.'),
      ]);
    case 'unknown-zone':
      return card('notice', [
        text('### Nothing changed', notAZone(outcome.asked)),
        row(...outcome.nearest.map(match => button(clipped(placeOf(match), 80), `admin/zone/${match.zone}`))),
        text('-# Start typing a city or a country in the option `zone`, and matching ones are offered.'),
      ]);
    case 'same':
      return card('plain', [
        text('### Nothing to change', `The community is in this zone already: ${zoneLine(outcome.zone)}.`),
      ]);
    case 'to-confirm':
      return planMessage(outcome.change);
    case 'changed':
      return changedMessage(outcome.change);
  }
}

function planMessage({ before, after, moves, staying }: ZoneChange): Message {
  return card('notice', [
    text('## 🕰️ Change the time zone?', `From ${zoneLine(before)}`, `to ${zoneLine(after)}.`),
    divider(),
    text(
      moves.length > 0
        ? 'The groups keep their times of day. What moves is when that is for everybody:'
        : 'No group’s meetings move: none is in the community’s zone.',
    ),
    ...moveTexts(moves, 'now', 'then'),
    stayingText(staying),
    divider(),
    row(
      button(clipped(`Change to ${placeOf(after)}`, 80), `admin/set-zone/${after.zone}`, 'primary'),
      button('Leave it', 'admin/zone'),
    ),
    text('-# Nothing has changed yet. Skipped and moved meetings stay so, and who is coming stays noted.'),
  ]);
}

function changedMessage({ before, after, moves, staying }: ZoneChange): Message {
  return card('done', [
    text('## ✅ The time zone is changed', `From ${zoneLine(before)}`, `to ${zoneLine(after)}.`),
    ...moveTexts(moves, 'was', 'is'),
    stayingText(staying),
    divider(),
    row(button('Change it back', `admin/zone/${before.zone}`)),
    text(
      '-# Reminders and scheduled events follow by themselves. Groups hear of meetings that were spoken of already; tell them of the others yourself.',
    ),
  ]);
}

function moveTexts(moves: readonly ZoneMove[], old: string, anew: string) {
  return [...moves.slice(0, mostGroups).map(move => text(...moveLines(move, old, anew))), moreText(moves.length)];
}

function moveLines({ group, before, after, lost }: ZoneMove, old: string, anew: string): readonly (string | false)[] {
  return [
    `**${named(group)}**`,
    `${old}: ${before ? sessionTime(before) : 'nothing planned'}`,
    `${anew}: ${after ? `${sessionTime(after)}, ${timestamp(after.startsAt, 'ago')}` : 'nothing planned'}`,
    lost !== undefined &&
      `⚠️ ${timestamp(lost.startsAt, 'weekday')}, when the meeting before that would be, is past: it does not take place.`,
  ];
}

function stayingText(staying: ZoneChange['staying']) {
  if (staying.length === 0) return undefined;
  const titles = staying.slice(0, mostGroups).map(group => `**${named(group)}**`);
  const [verb, own] =
    staying.length === 1 ? ['stays', 'it has a zone of its own'] : ['stay', 'they have zones of their own'];
  const more = staying.length > mostGroups ? [`${staying.length - mostGroups} more`] : [];
  return text(`${listed([...titles, ...more])} ${verb}: ${own}.`);
}

function moreLine(count: number): string | undefined {
  return count > mostGroups ? `-# … and ${count - mostGroups} more` : undefined;
}

function moreText(count: number) {
  const line = moreLine(count);
  return line === undefined ? undefined : text(line);
}
