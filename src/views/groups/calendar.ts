/** A member's calendar, or a group's: its secret address, how programs take it, and files where there is no address. */
import { type APIButtonComponent, type APIComponentInContainer, ComponentType } from 'discord-api-types/v10';
import type { CalendarOutcome, SessionFileOutcome, ShownFeed } from '../../domain/groups/calendar-feed.ts';
import { button, card, divider, row, text } from '../card.ts';
import { linkButton } from '../certificate.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { noSuchGroupMessage } from './unknown.ts';
import { listed } from './when.ts';

export function calendarMessage(outcome: CalendarOutcome): Message {
  switch (outcome.kind) {
    case 'feed':
      return feedMessage(outcome);
    case 'stopped':
      return card('plain', [
        text(
          `### ${titleOf(outcome)} is switched off`,
          'Its address answers nobody any more. Programs that have it keep what they last saw, until you remove it there.',
          !outcome.mayRevoke &&
            'A host or an organiser can switch it on again. Your own calendar is `/group calendar`.',
        ),
        row(outcome.mayRevoke && button('Switch it on again', customId('calendar', outcome), 'primary')),
      ]);
    case 'offline':
      return offlineMessage(outcome);
    case 'not-host':
      return card('notice', [
        text(
          '### Only hosts and organisers can do that',
          'The address is the whole group’s: with a new one, everybody’s calendar would stop. If somebody has it who should not, tell a host.',
        ),
        row(button('Back', customId('calendar', outcome))),
      ]);
    case 'unknown-group':
    case 'ended':
      return noSuchGroupMessage(outcome, 'calendar');
  }
}

function feedMessage(outcome: Extract<CalendarOutcome, { kind: 'feed' }>): Message {
  const { group, address, wish, mayRevoke } = outcome;
  return card('path', [
    text(
      `## 📅 ${titleOf(outcome)}`,
      wish === 'renew' && '**This is the new address.** The old one answers nobody any more.',
      contents(outcome),
    ),
    text(`\`\`\`\n${address}\n\`\`\``),
    row(...subscribeButtons(address)),
    text(
      '**Google** · on a computer: *Other calendars*, *+*, *From URL*, and paste the address.',
      '**Apple** · *Subscribe* above, or *File*, *New Calendar Subscription*, and paste it.',
      '**Thunderbird** · *New Calendar*, *On the Network*, and paste it.',
    ),
    divider(),
    text(
      group
        ? '-# One address for the whole group. Nothing personal is in it.'
        : '-# Whoever has the address sees when you meet: keep it to yourself.',
      '-# Programs look for changes by themselves, Google only a few times a day.',
    ),
    row(
      mayRevoke && button('Make a new address', customId('calendar-new', outcome)),
      mayRevoke && button('Stop', customId('calendar-stop', outcome)),
    ),
  ]);
}

/** Discord opens no webcal: links, so the first leads to a page of ours that does. Google's form takes the address along. */
function subscribeButtons(address: string): readonly APIButtonComponent[] {
  const google = `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(webcal(address))}`;
  return [
    linkButton('Subscribe', address.replace(/\.ics$/, '')),
    ...(google.length <= longestLink && address.startsWith('https:') ? [linkButton('Add to Google', google)] : []),
  ];
}

/** Discord's limit for the address of a button. */
const longestLink = 512;

const webcal = (address: string) => address.replace(/^https?:/, 'webcal:');

function offlineMessage(outcome: Extract<CalendarOutcome, { kind: 'offline' }>): Message {
  const { name, calendar } = outcome;
  return withFile(name, calendar, [
    text(
      `## 📅 ${titleOf(outcome)}, as a file`,
      'This community has no public address, so programs cannot follow a calendar from here. The file holds what is planned now.',
      contents(outcome),
      '-# When a meeting is moved or skipped, the file does not learn of it: get it again.',
    ),
  ]);
}

export function sessionFileMessage(outcome: SessionFileOutcome): Message {
  if (outcome.kind === 'unknown-session')
    return card('notice', [
      text('### There is no such meeting any more', 'The group’s times have changed since. See when it meets next.'),
      row(button('Next meetings', 'group/next', 'primary')),
    ]);
  const { name, calendar, group } = outcome;
  return withFile(
    name,
    calendar,
    [
      text(
        `### 📅 One meeting of ${escaped(group.title)}`,
        'Open the file, and your calendar takes it in.',
        '-# To have all of them, and every change by itself, take the whole calendar.',
      ),
    ],
    row(
      button('The whole calendar', `group/calendar/${group.key}`, 'primary'),
      button('Next meetings', `group/next/${group.key}`),
    ),
  );
}

function withFile(
  name: string,
  content: string,
  pieces: readonly APIComponentInContainer[],
  last?: APIComponentInContainer,
) {
  const file = { type: ComponentType.File, file: { url: `attachment://${name}` } } as const;
  return {
    ...card('path', [...pieces, file, last]),
    files: [{ name, bytes: new TextEncoder().encode(content) }],
  };
}

function titleOf({ group }: ShownFeed): string {
  return group ? `The calendar of ${escaped(group.title)}` : 'Your calendar';
}

function contents({ group, groups }: ShownFeed): string {
  if (group) return 'Every meeting, in your own time. What is moved or skipped changes there by itself.';
  if (groups.length === 0) return 'It is empty: you are in no group yet. It fills by itself once you join one.';
  return `Every meeting of **${listed(groups.map(({ title }) => escaped(title)))}**, in your own time. It follows when you join or leave a group, and when one is moved or skipped.`;
}

function customId(component: string, { group }: ShownFeed): string {
  return group ? `group/${component}/${group.key}` : `group/${component}`;
}
