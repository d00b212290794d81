/** What Cairn does, in one screen. */
import { button, card, divider, row, text } from './card.ts';
import type { Message } from './message.ts';

export function helpMessage(): Message {
  return card('path', [
    text('## 🪨 Cairn', 'Learn along a path, one stone at a time. Only you see these answers.'),
    divider(),
    text(
      '**Set out**',
      '`/path choose` takes up a path and shows your first step',
      '`/path list` and `/path show` look around first',
    ),
    text(
      '**Walk**',
      '`/progress done` marks an item as done, on every path it belongs to, and takes a link or file to show your work',
      '`/progress next` says what comes next, `/progress show` how far you are',
      '`/progress undo` takes a mark back',
    ),
    text(
      '**Meet**',
      '`/group list` shows the study groups and lets you join, `/group next` says when yours meet',
      '`/group create` proposes one of your own',
    ),
    text('**Arrive**', '`/certificate show` lists what you have earned, and what is near'),
    row(
      button('Choose a path', 'path/pick', 'primary'),
      button('My progress', 'progress/show'),
      button('Certificates', 'certificate/show'),
    ),
  ]);
}
