/** Answers to joining a group and to leaving it. */
import type { JoinOutcome, LeaveGroupOutcome, Whereabouts } from '../../domain/groups/joining.ts';
import type { Session } from '../../domain/groups/session.ts';
import { button, card, divider, row, text } from '../card.ts';
import { closesWords } from '../choice.ts';
import { timestamp } from '../figures.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { comingButton } from './pings/buttons.ts';
import { noSuchGroupMessage } from './unknown.ts';
import { clocksLine, sessionTime, slotLines } from './when.ts';
import { zoneAsk } from './zone-ask.ts';

export function joinMessage(outcome: JoinOutcome): Message {
  switch (outcome.kind) {
    case 'joined':
    case 'already-in':
      return joinedMessage(outcome);
    case 'for-everybody': {
      const { group, next, at } = outcome;
      return card('path', [
        text(`### ${escaped(group.title)} is for everybody`, 'Nobody has to join: just come, and bring questions.'),
        text(...nextLines(next), at.channel !== undefined && `It meets in <#${at.channel}>.`),
        row(next && comingButton(next)),
      ]);
    }
    case 'unknown-group':
    case 'ended':
      return noSuchGroupMessage(outcome, 'join');
  }
}

function joinedMessage(outcome: Extract<JoinOutcome, { kind: 'joined' | 'already-in' }>): Message {
  const { kind, group, next, at, opened, asksZone } = outcome;
  return card(kind === 'joined' ? 'done' : 'path', [
    text(
      kind === 'joined' ? `## 👋 Welcome to ${escaped(group.title)}` : `### You are in ${escaped(group.title)} already`,
      ...nextLines(next),
    ),
    text(...slotLines(group.slots).map(line => `🗓️ ${line}`), ...placeLines(at, opened)),
    row(
      next && comingButton(next),
      button('What it covers', `group/agenda/${group.key}`),
      button('About the group', `group/show/${group.key}`),
      button('Leave', `group/leave/${group.key}`),
    ),
    ...(asksZone ? [divider(), ...zoneAsk()] : []),
  ]);
}

function nextLines(next: Session | undefined): readonly (string | undefined)[] {
  if (!next) return ['No meeting is planned. You hear of the next one here.'];
  return [`**Next:** ${sessionTime(next)}, ${timestamp(next.startsAt, 'ago')}`, clocksLine(next)];
}

/** The role is given in a moment; where it can't be, the organisers hear of it. */
function placeLines(
  { channel, voice, role, thread }: Whereabouts,
  opened: readonly string[],
): readonly (string | undefined)[] {
  const places = [channel, voice].filter(id => id !== undefined).map(id => `<#${id}>`);
  return [
    places.length > 0 ? `📍 ${places.join(' and ')}` : undefined,
    opened.length > 0 ? `🔑 Opens to you: ${opened.map(id => `<#${id}>`).join(' ')}` : undefined,
    thread === undefined ? undefined : `🧵 <#${thread}>`,
    role === undefined
      ? '🔔 Its role comes to you as soon as it is set up here.'
      : `🔔 <@&${role}> is pinged before a meeting, and nobody else.`,
  ];
}

export function leaveGroupMessage(outcome: LeaveGroupOutcome): Message {
  switch (outcome.kind) {
    case 'left': {
      const { group, closed } = outcome;
      return card('plain', [
        text(
          `### You left ${escaped(group.title)}`,
          'Nothing is lost: what you have done, and where you have been, stays yours.',
          group.role !== undefined && '-# Its role is taken, so its pings no longer reach you.',
          closed.length > 0 && `-# ${closesWords(closed.length)}`,
        ),
        row(button('Come back', `group/join/${group.key}`), button('All groups', 'group/list')),
      ]);
    }
    case 'not-in':
      return card('plain', [
        text(`### You are not in ${escaped(outcome.group.title)}`, 'There is nothing to leave.'),
        row(button('Join it', `group/join/${outcome.group.key}`), button('All groups', 'group/list')),
      ]);
    case 'unknown-group':
    case 'ended':
      return noSuchGroupMessage(outcome, 'leave');
  }
}
