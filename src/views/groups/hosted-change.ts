/** What a host hears after skipping or moving a session, or having it held after all. */
import type { HostedChange, NamedSession, NewTime, Undo, UnknownSession } from '../../domain/groups/hosting.ts';
import { sessionName } from '../../domain/groups/naming.ts';
import { farthestMove, type Session } from '../../domain/groups/session.ts';
import { button, card, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { eitherDayMessage } from './either-day.ts';
import { notHostMessage } from './not-host.ts';
import { offWords } from './off.ts';
import { clocksLine, plainTime, sessionTime, wallTime, zoneName } from './when.ts';

type Changed = Extract<HostedChange, { kind: 'change' }>;

/** @param component that tries again with one of the nearest sessions; absent: more than a session is needed. */
export function hostedChangeMessage(outcome: HostedChange, component?: 'skip' | 'hold'): Message {
  switch (outcome.kind) {
    case 'change':
      return changedMessage(outcome);
    case 'not-host':
      return notHostMessage(outcome);
    case 'unknown-session':
      return unknownMessage(outcome, component);
    case 'either-day':
      return eitherDayMessage(outcome);
    case 'unreadable-time':
      return refusal(
        outcome,
        `I can’t read “${escaped(clipped(outcome.typed, 60))}” as a time`,
        `Write it as \`20:00\`, \`Tue 20:00\` or \`2026-12-01 19:00\`, in the group’s zone, ${zoneName(outcome.session.zone)}.`,
      );
    case 'unchanged':
      return refusal(
        outcome,
        outcome.session.off ? 'That meeting is off already' : 'It takes place then already',
        outcome.session.off ? offWords(outcome.session) : sessionTime(outcome.session),
      );
    case 'begun':
      return refusal(outcome, 'That meeting has begun, or is over', 'Only one that is still to come can be changed.');
    case 'past':
      return refusal(
        outcome,
        'That time is over',
        `${wallTime(outcome.to, outcome.session.zone)} was ${timestamp(outcome.to, 'ago')}.`,
      );
    case 'too-far':
      return refusal(
        outcome,
        'That is too far away',
        `A meeting moves by ${farthestMove.days} days at most. Skip it instead, or choose a nearer day.`,
      );
    case 'taken':
      return refusal(outcome, 'The group meets then already', `Another of its meetings: ${sessionTime(outcome.by)}.`);
    case 'superseded':
      return refusal(
        outcome,
        'It was changed again since',
        outcome.session.off ? offWords(outcome.session) : sessionTime(outcome.session),
      );
  }
}

function unknownMessage({ asked, nearest }: UnknownSession, component?: 'skip' | 'hold'): Message {
  const [first] = nearest;
  return card('notice', [
    text(
      asked.trim() === '' ? '### Which meeting?' : `### I don’t know which meeting “${escaped(clipped(asked, 60))}” is`,
      first ? 'Nothing changed. One of these?' : 'Nothing changed. None of yours can be.',
      ...nearest.map(({ group, session }) => `- **${escaped(group.title)}** · ${sessionTime(session)}`),
    ),
    component && row(...nearest.map(named => sessionButton(named, component))),
    text(
      first && `-# Write its group and its day, such as **${escaped(sessionName(first.group, first.session))}**.`,
      '-# Start typing in the option `session`, and your meetings are offered.',
    ),
  ]);
}

function refusal({ group }: Pick<NamedSession, 'group'>, what: string, why: string | undefined): Message {
  return card('notice', [
    text(`### ${what}`, why, '-# Nothing changed.'),
    row(button('Next meetings', `group/next/${group.key}`)),
  ]);
}

function changedMessage({ group, change, before, session, next, undo }: Changed): Message {
  const title = escaped(group.title);
  const later = next && next.planned !== session.planned ? next : undefined;
  return card('done', [
    text(
      {
        skipped: `### 🚫 ${title} skips a meeting`,
        moved: `### 🔁 ${title} moves`,
        held: before.off ? `### ✅ ${title} meets after all` : `### 🔁 ${title} moves`,
      }[change.kind],
      change.kind === 'held' && before.off ? undefined : `~~${sessionTime(before)}~~`,
      change.kind === 'skipped' ? undefined : `**${sessionTime(session)}**`,
      change.kind === 'skipped' ? undefined : clocksLine(session),
      change.reason !== undefined && `Why: ${escaped(clipped(change.reason, 300))}`,
    ),
    text(
      whatHappens(change.kind),
      change.kind === 'skipped' && (later ? `Next: ${sessionTime(later)}` : 'No other meeting is planned.'),
    ),
    row(undo && undoButton(session, undo), button('Next meetings', `group/next/${group.key}`)),
  ]);
}

function whatHappens(kind: Changed['change']['kind']): string {
  const news = '-# The group hears of it in its channel, and its event on Discord follows.';
  return kind === 'skipped' ? `${news} Nobody loses a week by it.` : `${news} Whoever said they come is reminded anew.`;
}

function undoButton({ groupKey, planned }: Session, { revision, to }: Undo) {
  return button('Undo', `group/undo/${groupKey}/${planned}/${revision}/${to}`);
}

function sessionButton({ group, session }: NamedSession, component: string) {
  return button(
    clipped(`${group.title}, ${plainTime(session)}`, 80),
    `group/${component}/${group.key}/${session.planned}`,
  );
}

/** How a session is offered while somebody types. */
export function sessionSuggestion({ group, session }: NamedSession) {
  const off = session.off ? ' (off)' : '';
  return { name: `${sessionName(group, session)}${off}`, value: `${group.key}/${session.planned}` };
}

/** What a new time is understood as, and what daylight saving does to it. */
export function newTimeSuggestion({ value, named: { session } }: NewTime) {
  const clocks =
    session.clocks === 'gap'
      ? ' (the clocks go forward then)'
      : session.clocks === 'overlap'
        ? ' (the clocks go back then)'
        : '';
  return { name: `${plainTime(session)}, ${session.zone.replaceAll('_', ' ')}${clocks}`, value };
}
