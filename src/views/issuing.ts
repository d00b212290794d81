/** Getting a certificate: the form that asks for the name to print, and what became of it. */
import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { ClaimOutcome, IssueOutcome } from '../domain/issuing.ts';
import { longestPrintedName } from '../domain/printed-name.ts';
import { button, card, row, text } from './card.ts';
import { notEarnedMessage, ownMessage } from './certificate.ts';
import type { Form } from './form.ts';
import type { Message } from './message.ts';
import { revokedMessage } from './revocation.ts';
import { clipped, escaped } from './text.ts';

/** Discord counts some characters twice; who counts right is told so after. */
const mostTyped = 2 * longestPrintedName;

/** @param own the name the member goes by */
export function claimReply(outcome: ClaimOutcome, own: string): Message | Form {
  switch (outcome.kind) {
    case 'not-earned':
      return notEarnedMessage();
    case 'revoked':
      return revokedMessage(outcome.published);
    case 'asks':
      return claimForm(outcome, own);
  }
}

function claimForm(
  { certificateId, title, name, isIssued, announce }: Extract<ClaimOutcome, { kind: 'asks' }>,
  own: string,
) {
  const asksAnnouncing = announce !== undefined;
  return {
    title: clipped(isIssued ? 'Correct the name' : title, 45),
    customId: `certificate/issue/${certificateId}`,
    fields: [
      {
        type: ComponentType.Label,
        label: 'Name to print',
        description: clipped(
          isIssued
            ? `At most ${longestPrintedName} characters. Number and date stay as they are.`
            : `At most ${longestPrintedName} characters, in any script. It can be corrected later.`,
          100,
        ),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'name',
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: mostTyped,
          value: clipped(name ?? own, mostTyped),
          required: true,
        },
      },
      ...(asksAnnouncing ? [announceField(announce)] : []),
    ],
  } satisfies Form;
}

function announceField(announce: boolean): Form['fields'][number] {
  return {
    type: ComponentType.Label,
    label: 'Announce it in the certificates channel?',
    description: 'Only if you want to: without a yes nothing is posted.',
    component: {
      type: ComponentType.RadioGroup,
      custom_id: 'announce',
      required: true,
      options: [
        { label: 'No, keep it to myself', value: 'no', default: !announce },
        { label: 'Yes, with its picture', value: 'yes', default: announce },
      ],
    },
  };
}

export function issueMessage(outcome: IssueOutcome): Message {
  switch (outcome.kind) {
    case 'issued':
      return ownMessage(outcome.own, 'It is made. Well done!');
    case 'corrected':
      return ownMessage(outcome.own, ...correctedLines(outcome.own.announcement === 'delivered'));
    case 'unchanged':
      return ownMessage(outcome.own, 'The name is as it was: nothing has changed.');
    case 'name-empty':
      return refused(outcome, 'There is no name yet', 'Nothing in it can be seen. Give the name to print.');
    case 'name-too-long':
      return refused(
        outcome,
        'The name is too long',
        `It has ${outcome.length} characters, and the certificate has room for ${outcome.atMost}. What you typed is kept: shorten it.`,
      );
    case 'stacked-marks':
      return refused(
        outcome,
        'The name has marks piled upon marks',
        'They would run across the rest of the certificate. What you typed is kept: take some away.',
      );
    case 'undrawable':
      return undrawableMessage(outcome);
    case 'busy':
      return card('notice', [
        text(
          '### Just a moment',
          'Many certificates are being drawn. What you typed is kept: try again in a few seconds.',
        ),
        row(button('Try again', `certificate/typed/${outcome.certificateId}`, 'primary')),
      ]);
    case 'revoked':
      return revokedMessage(outcome.published);
    case 'not-earned':
      return notEarnedMessage();
  }
}

const correctedLines = (isAnnounced: boolean) => [
  'The name is corrected. Number and date are the same.',
  ...(isAnnounced ? ['-# The announcement that stands in the channel keeps the picture it was posted with.'] : []),
];

/** More would not be read. */
const mostNamed = 12;

function undrawableMessage(outcome: Extract<IssueOutcome, { kind: 'undrawable' }>) {
  const { certificateId, name, characters, isAll } = outcome;
  const named = characters.slice(0, mostNamed).map(character => `${escaped(character)} (${codePoints(character)})`);
  const more = characters.length > mostNamed ? ` and ${characters.length - mostNamed} more` : '';
  return card('notice', [
    text(
      isAll ? '### This name cannot be drawn' : '### Not all of this name can be drawn',
      `> ${escaped(name)}`,
      `No font of ours has: ${named.join(', ')}${more}.`,
      isAll
        ? 'Nothing would be left in the picture. Please give the name in another script.'
        : 'The picture would leave them out; the signed file keeps the whole name. It is your choice.',
      whatStands(outcome),
    ),
    row(
      button('Give another name', `certificate/claim/${certificateId}`, 'primary'),
      !isAll && button('Print it without them', `certificate/anyway/${certificateId}`),
    ),
  ]);
}

const codePoints = (text: string) =>
  [...text]
    .map(character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

type Refused = Extract<IssueOutcome, { readonly isIssued: boolean }>;

function refused(outcome: Pick<Refused, 'certificateId' | 'isIssued'>, heading: string, line: string): Message {
  return card('notice', [
    text(`### ${heading}`, line, whatStands(outcome)),
    row(button('Change the name', `certificate/claim/${outcome.certificateId}`, 'primary')),
  ]);
}

function whatStands({ isIssued }: Pick<Refused, 'isIssued'>): string {
  return isIssued ? 'Your certificate stays as it is.' : 'Nothing is issued yet.';
}
