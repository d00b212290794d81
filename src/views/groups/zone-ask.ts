/** Asks somebody who has just joined a group where they are: once, and never required. */
import { button, row, text } from '../card.ts';

/** Pieces for the answer to joining. */
export function zoneAsk() {
  return [
    text(
      '🕰️ **Where are you?** If you tell me, I can find hours that suit everybody in the group. Only I know it.',
      '-# You need not, and I ask only once. Later: `/me timezone`',
    ),
    row(button('Set my time zone', 'me/zone')),
  ];
}
