/** Answers to an organiser who presses "Try again now" or "Create it again", and to anyone else who does. */
import { card, text } from './card.ts';
import type { Message } from './message.ts';

export function retryingMessage(): Message {
  return card('plain', [
    text('### Trying again', 'If something is still in the way, you will hear of it again tomorrow.'),
  ]);
}

/** Pressed a second time, or by a second organiser. */
export function notGoneMessage(): Message {
  return card('plain', [text('### It is there already', 'Nothing had to be made again.')]);
}

export function organisersOnlyMessage(): Message {
  return card('notice', [text('### This is for organisers', 'It takes the permission Manage Roles.')]);
}
