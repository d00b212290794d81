/** A group does not meet for some days, or meets again: until when, why, and when it meets next. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import { card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import { escaped } from '../../text.ts';
import { daysWords } from '../break-days.ts';
import { because } from '../off.ts';
import { clocksLine, sessionTime } from '../when.ts';
import { comingButton, comingTag, listButton, listTag } from './buttons.ts';
import type { Posted } from './posted.ts';

export type BreakSaid = Extract<OpenedPing, { kind: 'break' }>;

export function breakPost({ group, reference, noted, next }: BreakSaid): Posted {
  const message = `break/${reference}`;
  const title = escaped(group.title);
  const what =
    noted === undefined
      ? `### ✅ ${title} meets again`
      : noted.kind === 'paused'
        ? `### ⏸️ ${title} pauses ${daysWords(noted)}`
        : `### 🌴 ${title} has a holiday ${daysWords(noted)}`;
  const reason = because(noted?.reason).replace(/^: /, '');
  return {
    tag: next ? comingTag(next, message) : listTag(`${message}/${group.key}`),
    message: card(noted ? 'notice' : 'done', [
      text(
        what,
        reason !== '' && `Why: ${reason}`,
        next
          ? `**Next:** ${sessionTime(next)}, ${timestamp(next.startsAt, 'ago')}`
          : 'No meeting is planned until then.',
        next && clocksLine(next),
      ),
      row(next ? comingButton(next, message, 'I’m coming') : listButton(`${message}/${group.key}`)),
    ]),
  };
}
