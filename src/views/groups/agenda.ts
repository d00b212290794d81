/** What a meeting covers: as an answer, and as lines for the session's thread. Nobody is named. */

import type { Covered } from '../../domain/groups/agenda.ts';
import type { AgendaOutcome, GroupAgenda } from '../../domain/groups/agenda-outcome.ts';
import type { StuckAt } from '../../domain/groups/stuck.ts';
import { button, card, row, text } from '../card.ts';
import { count, timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { itemTitle, placeTitle } from '../step.ts';
import { escaped } from '../text.ts';
import { comingButton } from './pings/buttons.ts';
import { noSuchGroupMessage } from './unknown.ts';
import { sessionTime } from './when.ts';

export function agendaMessage(outcome: AgendaOutcome, locale: Locale): Message {
  if (outcome.kind !== 'agenda') return noSuchGroupMessage(outcome, 'agenda');
  const { group, session } = outcome;
  return card('path', [
    text(
      `## 🧭 ${escaped(group.title)}: what it covers`,
      session ? `${sessionTime(session)}, ${timestamp(session.startsAt, 'ago')}` : 'No meeting is planned.',
    ),
    text(...agendaLines(outcome, locale)),
    row(session && comingButton(session), button('About the group', `group/show/${group.key}`)),
  ]);
}

export function agendaLines({ agenda, stuck }: GroupAgenda, locale: Locale): readonly string[] {
  if (!agenda) return questionLines(stuck, locale);
  if (agenda.kind === 'finished')
    return [
      `🏁 Everybody here has finished **${escaped(agenda.path.title)}**.`,
      'Bring what you build at work, and what comes next for you: `/path choose`.',
    ];
  return coveredLines(agenda, locale);
}

function coveredLines(covered: Covered, locale: Locale): readonly string[] {
  const { path, stage, places, members, lastWeek, ahead, behind, others } = covered;
  const whose = members === undefined ? '' : ` · where most of ${count(members, 'member', 'members', locale)} are`;
  return [
    `**${escaped(stage.title)}**`,
    `-# ${escaped(path.title)}${whose}`,
    ...places.map(place => `- ${placeTitle(place)}`),
    lastWeek && lastWeek.finished > 0
      ? `✅ ${lastWeek.finished} of ${lastWeek.of} have finished all of last week’s.`
      : '',
    ahead ? `🏃 Further already? Look into ${placeTitle(ahead)}.` : '',
    behind ? `🌱 Not there yet? Begin with ${placeTitle(behind)}: several still have it open.` : '',
    ...others.map(other => `-# On ${escaped(other.path.title)}, most are at ${escaped(other.stage.title)}.`),
  ].filter(line => line !== '');
}

function questionLines(stuck: readonly StuckAt[], locale: Locale): readonly string[] {
  return [
    '❓ **Bring your questions**, however small: what you are stuck on, what you are building, what you read.',
    ...(stuck.length > 0 ? ['Where people got stuck lately:', ...stuckLines(stuck, locale)] : []),
  ];
}

/** "- The CAP theorem · 6 members have had it next for two weeks or more". */
export function stuckLines(stuck: readonly StuckAt[], locale: Locale): readonly string[] {
  return stuck.map(
    ({ item, members }) => `- ${itemTitle(item)} · next for ${count(members, 'member', 'members', locale)}`,
  );
}
