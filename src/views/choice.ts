/** Choosing a path: the picker, the greeting with the first step, and what the path would like you to have. */
import type { APIComponentInContainer } from 'discord-api-types/v10';
import { pathKinds } from '../domain/curriculum.ts';
import type { ChoiceOutcome, LeaveOutcome, PathChoice, PrerequisiteState } from '../domain/enrolling.ts';
import { beside, button, card, divider, row, select, text } from './card.ts';
import { type CertificateTitles, earnedPieces } from './earned.ts';
import { count, hoursAhead, percentage, progressLine } from './figures.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { durationLine, families } from './path.ts';
import { stepPiece } from './step.ts';
import { clipped, escaped } from './text.ts';
import { unknownPathMessage } from './unknown.ts';

export function choiceMessage(outcome: ChoiceOutcome, titles: CertificateTitles, locale: Locale): Message {
  switch (outcome.kind) {
    case 'pick':
      return pickerMessage(outcome.paths, locale);
    case 'unknown-path':
      return unknownPathMessage(outcome, 'choose');
    case 'chosen':
    case 'already-on':
    case 'not-on':
      return chosenMessage(outcome, titles, locale);
  }
}

type Chosen = Extract<ChoiceOutcome, { kind: 'chosen' | 'already-on' | 'not-on' }>;

const greetings = { chosen: 'Welcome to ', 'already-on': 'You are on ', 'not-on': '' } as const;

function chosenMessage(outcome: Chosen, titles: CertificateTitles, locale: Locale): Message {
  const { kind, progress, next, prerequisites, certificates, opened } = outcome;
  const { path } = progress;
  const isElsewhere = next !== undefined && next.path.id !== path.id;
  return card('path', [
    text(`## 🧭 ${greetings[kind]}${escaped(path.title)}`, escaped(path.summary), `-# ${durationLine(path)}`),
    text(progressLine(progress, locale), hoursAhead(progress.hoursLeft, locale)),
    opened && text(openedLine(opened)),
    ...certificates.flatMap(earned => [divider(), ...earnedPieces(earned, titles, locale)]),
    ...prerequisitePieces(path.id, prerequisites),
    divider(),
    next === undefined || isElsewhere ? text('🏁 Everything on this path is done.') : undefined,
    next && stepPiece(next, { heading: kind === 'chosen' && !isElsewhere ? 'Start here' : 'Next' }),
    row(
      button('What is on this path', `path/show/${path.id}`),
      kind === 'not-on'
        ? button('Choose this path', `path/choose/${path.id}`, 'primary')
        : button('Leave', `path/leave/${path.id}`),
    ),
  ]);
}

/** The role is given in a moment; where it can't be, the organisers hear of it. */
function openedLine(channels: readonly string[]): string {
  return `🔑 Opens to you: ${channels.map(id => `<#${id}>`).join(' ')}`;
}

/** Unmet ones get a button that declares them; none stands in the way. */
function prerequisitePieces(
  pathId: string,
  states: readonly PrerequisiteState[],
): readonly (APIComponentInContainer | undefined)[] {
  if (states.length === 0) return [];
  const met = states.filter(state => state.met !== 'no');
  return [
    divider(),
    text('**Good to have first** · you can start without'),
    ...states
      .filter(state => state.met === 'no')
      .map(({ prerequisite }) =>
        beside(button('I have this', `path/have/${pathId}/${prerequisite.id}`), escaped(prerequisite.text)),
      ),
    met.length > 0 ? text(...met.map(metLine)) : undefined,
  ];
}

/** A declaration is a member's word; a certificate that asks for a completed path still waits for one. */
function metLine({ prerequisite, met }: PrerequisiteState): string {
  const isWord = met === 'declared' && prerequisite.completed !== undefined;
  return `✅ ${escaped(prerequisite.text)}${isWord ? ' · you say so' : ''}`;
}

function pickerMessage(paths: readonly PathChoice[], locale: Locale): Message {
  return card('path', [
    text(
      '## 🧭 Choose your path',
      'Pick one below. You can be on several, and what you have done counts on all of them.',
    ),
    ...pathKinds.map(kind => {
      const family = paths.filter(({ path }) => path.kind === kind);
      return select(
        `path/select/${kind}`,
        families[kind],
        family.map(choice => option(choice, locale)),
      );
    }),
    paths.length > 0 ? undefined : text('This curriculum has no paths yet.'),
  ]);
}

function option({ path, items, percent, enrolled }: PathChoice, locale: Locale) {
  const mine = enrolled ? ' · you are on it' : percent > 0 ? ` · ${percentage(percent, locale)} done` : '';
  const description = `${durationLine(path)} · ${count(items, 'item', 'items', locale)}${mine}`;
  return { label: clipped(path.title, 100), value: path.id, description: clipped(description, 100) };
}

export function leaveMessage(outcome: LeaveOutcome, locale: Locale): Message {
  switch (outcome.kind) {
    case 'left':
      return card('plain', [
        text(
          `### You left ${escaped(outcome.progress.path.title)}`,
          'Nothing is lost: what you have done stays yours, and counts if you come back.',
          progressLine(outcome.progress, locale),
          outcome.closed && `-# ${closesWords(outcome.closed.length)}`,
        ),
        row(button('Come back', `path/choose/${outcome.progress.path.id}`), button('Choose another path', 'path/pick')),
      ]);
    case 'not-on':
      return card('plain', [
        text(`### You are not on ${escaped(outcome.path.title)}`, 'There is nothing to leave.'),
        row(button('Choose it', `path/choose/${outcome.path.id}`), button('My progress', 'progress/show')),
      ]);
    case 'unknown-path':
      return unknownPathMessage(outcome, 'leave');
  }
}

/** Without naming them: whom a channel is closed to, Discord shows no name of it. */
export function closesWords(channels: number): string {
  return channels === 1
    ? 'With its role, a channel closes to you.'
    : `With its role, ${channels} channels close to you.`;
}
