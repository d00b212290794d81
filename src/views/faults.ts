/** What a member reads when an answer is not possible: never a technical reason, always what to do. */
import { button, card, row, text } from './card.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';

/** `not-saved`: nothing changed, the same may work in a moment. `fault`: a mistake of ours. */
export type FaultKind = 'not-saved' | 'fault';

/** @param incidentId Stands in the log beside the cause. */
export function faultMessage(kind: FaultKind, incidentId: string, _locale: Locale): Message {
  const words =
    kind === 'not-saved'
      ? [
          '### Not saved, try again',
          'Cairn could not reach its memory just now. Nothing changed; please try again in a moment.',
        ]
      : [
          '### Something went wrong',
          'This is a mistake of Cairn, not of yours. If it happens again, tell an organiser the number below.',
        ];
  return card('notice', [text(...words, `-# Incident ${incidentId}`)]);
}

/** A button or a command from before a change of Cairn. */
export function outdatedMessage(_locale: Locale): Message {
  return card('notice', [
    text('### This panel is outdated', 'Cairn has changed since it was sent. Nothing was done.'),
    row(button('Show what Cairn can do', 'help/open', 'primary')),
  ]);
}

/** @param customId of the button that opens it. */
export function formReadyMessage(customId: string, _locale: Locale): Message {
  return card('plain', [
    text('### There is a form to fill in', 'Press the button to open it.'),
    row(button('Open the form', customId, 'primary')),
  ]);
}

/** To whoever asked for a message that everybody sees, when it took longer than a moment. */
export function postedMessage(_locale: Locale): Message {
  return card('plain', [text('### Posted', 'Everybody in this channel can see it.')]);
}

/** Somebody pressed a button of the organisers. */
export function notPermittedMessage(_locale: Locale): Message {
  return card('notice', [
    text(
      '### This is for organisers',
      'It takes the permission **Manage Server**. If this server lets you use the command all the same, run it again.',
    ),
  ]);
}

export function restartingMessage(_locale: Locale): Message {
  return card('notice', [text('### Cairn is restarting', 'Nothing was done. Please try again in a moment.')]);
}

export function serverOnlyMessage(_locale: Locale): Message {
  return card('notice', [
    text(
      '### Please ask me on the server',
      'What you learn belongs to a community, so Cairn answers in its channels, not in direct messages.',
    ),
  ]);
}
