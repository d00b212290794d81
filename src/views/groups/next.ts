/** The next meetings: in the reader's time and the group's, with buttons to say whether one comes. */
import type { Meeting, MeetingsOutcome } from '../../domain/groups/meetings.ts';
import { button, card, divider, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { offWords } from './off.ts';
import { comingButton, notComingButton } from './pings/buttons.ts';
import { noSuchGroupMessage } from './unknown.ts';
import { clocksLine, sessionTime } from './when.ts';

export function nextMeetingsMessage(outcome: MeetingsOutcome): Message {
  switch (outcome.kind) {
    case 'meetings':
      return meetingsMessage(outcome);
    case 'in-none':
      return card('plain', [
        text('### You are in no group yet', 'Join one, and its next meetings stand here.'),
        row(button('All groups', 'group/list', 'primary')),
      ]);
    case 'unknown-group':
    case 'ended':
      return noSuchGroupMessage(outcome, 'next');
  }
}

function meetingsMessage({ of, meetings }: Extract<MeetingsOutcome, { kind: 'meetings' }>): Message {
  const whose = of ? escaped(of.title) : 'your groups';
  if (meetings.length === 0)
    return card('plain', [
      text(`### No meeting of ${whose} is planned`, 'You hear of the next one in the group’s channel.'),
      row(button('All groups', 'group/list')),
    ]);
  return card('path', [
    text(`## 🗓️ Next meetings of ${whose}`, '-# Your time, and the group’s in brackets.'),
    ...meetings.flatMap(meeting => [divider(), ...meetingPieces(meeting, of === undefined)]),
    divider(),
    row(
      of === undefined ? button('All groups', 'group/list') : button('What it covers', `group/agenda/${of.key}`),
      of !== undefined && button('About the group', `group/show/${of.key}`),
    ),
  ]);
}

function meetingPieces({ group, session, isComing }: Meeting, isNamed: boolean) {
  const { startsAt, off, movedFrom } = session;
  const args = `${group.key}/${session.planned}`;
  const title = isNamed ? `**${escaped(group.title)}**` : undefined;
  if (off) return [text(title, offWords(session))];
  return [
    text(
      title,
      `${sessionTime(session)}, ${timestamp(startsAt, 'ago')}`,
      movedFrom && `↪️ Moved from ${timestamp(movedFrom, 'weekday')}`,
      clocksLine(session),
      isComing === undefined ? undefined : isComing ? '✅ You are coming.' : '➖ You are not coming.',
    ),
    row(
      isComing !== true && comingButton(session),
      isComing !== false && notComingButton(session, 'I can’t come'),
      button('Add to calendar', `group/ics/${args}`),
    ),
  ];
}
