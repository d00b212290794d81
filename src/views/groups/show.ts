/** One group: whom it is for, when it meets and how many come, how many were there lately. */
import type { ShowGroupOutcome, ShownGroup } from '../../domain/groups/shown-group.ts';
import { button, card, divider, row, text } from '../card.ts';
import { count, timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { bestHoursLines } from './best-hours.ts';
import { consistencyWords } from './here.ts';
import { offWords } from './off.ts';
import { comingButton } from './pings/buttons.ts';
import { noSuchGroupMessage } from './unknown.ts';
import { clocksLine, listed, sessionTime, slotLines } from './when.ts';

const mostHosts = 5;

export function shownGroupMessage(outcome: ShowGroupOutcome, locale: Locale): Message {
  return outcome.kind === 'group' ? groupMessage(outcome, locale) : noSuchGroupMessage(outcome, 'show');
}

function groupMessage(shown: ShownGroup, locale: Locale): Message {
  const { group, members, hosts, next, past, isMember, isOverseer, consistency, bestHours, pathTitles } = shown;
  const isStudyGroup = group.kind === 'study-group';
  const held = next.find(({ session }) => !session.off)?.session;
  return card('path', [
    text(
      `## 👥 ${escaped(group.title)}`,
      isStudyGroup
        ? `${count(members, 'member', 'members', locale)}${isMember ? ' · ✅ you are in' : ''}`
        : 'For everybody: bring what you are stuck on.',
      pathTitles.length > 0 && `-# For ${listed(pathTitles.map(escaped))}`,
      hosts.length > 0 && `-# Hosted by ${listed(hosts.slice(0, mostHosts).map(id => `<@${id}>`))}`,
      ...slotLines(group.slots).map(line => `-# ${line}`),
    ),
    divider(),
    text('**Next**', ...(next.length > 0 ? next.flatMap(one => nextLines(one)) : ['No meeting is planned.'])),
    past.length > 0 &&
      text(
        '**Lately**',
        ...past.map(
          ({ session, here }) =>
            `- ${timestamp(session.startsAt, 'date')} · ${here > 0 ? `${here} here` : 'nobody noted'}`,
        ),
      ),
    bestHours && (isMember || bestHours.kind === 'hours') && text(...bestHoursLines(bestHours, locale)),
    consistency && text(`You were there in **${consistencyWords(consistency)}**.`),
    divider(),
    row(
      held && comingButton(held),
      isStudyGroup && !isMember && button('Join', `group/join/${group.key}`, 'primary'),
      button('What it covers', `group/agenda/${group.key}`),
      isOverseer && past[0] && button('Who was there', `group/attendance/${group.key}/${past[0].session.planned}`),
    ),
  ]);
}

function nextLines({ session, coming }: ShownGroup['next'][number]): readonly string[] {
  if (session.off) return [`- ${offWords(session)}`];
  const come = coming > 0 ? ` · ${coming} coming` : '';
  return [`- ${sessionTime(session)}${come}`, clocksLine(session) ?? ''];
}
