/** All groups, when each meets next in the reader's own time and on its wall, and a select to join one. */
import type { Group } from '../../domain/groups/group.ts';
import type { GroupList, ListedGroup } from '../../domain/groups/listing.ts';
import { button, card, divider, row, select, text } from '../card.ts';
import { count, timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { offWords } from './off.ts';
import { clocksLine, slotLines } from './when.ts';

export function groupListMessage(list: GroupList, locale: Locale): Message {
  const { shown, page, pages, open, pathTitles, proposals } = list;
  if (shown.length === 0)
    return card('plain', [
      text('## 👥 No groups yet', 'Nobody meets here so far. Propose the first group: an organiser looks at it.'),
      row(button('Propose a group', 'group/create', 'primary'), proposals > 0 && proposalsButton(proposals)),
    ]);
  return card('path', [
    text('## 👥 Study groups', '-# The first time of each is yours, the one below it the group’s own.'),
    ...shown.flatMap(listed => [divider(), text(...groupLines(listed, pathTitles, locale))]),
    divider(),
    select(
      'group/pick',
      'Join a group',
      open.map(group => ({ label: clipped(group.title, 100), value: group.key, ...whenOption(group) })),
    ),
    row(
      button('My next meetings', 'group/next'),
      page > 0 && button('Back', `group/list/${page - 1}`),
      page < pages - 1 && button('More', `group/list/${page + 1}`),
      button('Propose a group', 'group/create'),
      proposals > 0 && proposalsButton(proposals),
    ),
  ]);
}

function proposalsButton(proposals: number) {
  return button(proposals === 1 ? 'One proposal waits' : `${proposals} proposals wait`, 'group/proposals', 'primary');
}

function whenOption({ slots }: Group) {
  const [line] = slotLines(slots);
  return line ? { description: clipped(line, 100) } : {};
}

function groupLines(
  { group, next, off, members, isMember }: ListedGroup,
  titles: GroupList['pathTitles'],
  locale: Locale,
): readonly (string | undefined)[] {
  const who = whoFor(group, titles);
  return [
    `**${escaped(group.title)}**${isMember ? ' · ✅ you are in' : ''}`,
    next ? `${timestamp(next.startsAt, 'weekday')} · ${timestamp(next.startsAt, 'ago')}` : 'No meeting is planned.',
    off && offWords(off),
    next && clocksLine(next),
    ...slotLines(group.slots).map(line => `-# ${line}`),
    `-# ${[group.kind === 'office-hours' ? 'For everybody, just come' : count(members, 'member', 'members', locale), who].filter(Boolean).join(' · ')}`,
  ];
}

/** "for New Graduate and 2 more paths"; undefined where it is for everybody. */
function whoFor({ paths }: Pick<Group, 'paths'>, titles: GroupList['pathTitles']): string | undefined {
  const [first, ...others] = paths.flatMap(id => titles.get(id) ?? []);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'path' : 'paths'}`;
  return `for ${escaped(first)}${more}`;
}
