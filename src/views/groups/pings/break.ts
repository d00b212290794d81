/** A group does not meet for some days, or meets again: until when, why, and when it meets next. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import type { Session } from '../../../domain/groups/session.ts';
import { card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import { escaped } from '../../text.ts';
import { daysWords } from '../break-days.ts';
import { because } from '../off.ts';
import { clocksLine, sessionTime } from '../when.ts';
import { comingButton, comingTag, listButton, listTag } from './buttons.ts';
import type { Posted } from './posted.ts';

export type BreakSaid = Extract<OpenedPing, { kind: 'break' }>;

/** @param where it is said in the channel and in the thread, and each is told apart. @param roleId whom it calls. */
export function breakPost(
  { group, reference, noted, isOfAll = false, soon, next: own }: BreakSaid,
  where: 'channel' | 'thread',
  roleId?: string,
): Posted {
  const message = `${where === 'thread' ? 'thread' : 'break'}/${reference}`;
  const title = escaped(group.title);
  // Each group meets next at another time.
  const next = isOfAll ? undefined : own;
  const what =
    noted === undefined
      ? `### ✅ ${isOfAll ? 'All groups meet' : `${title} meets`} again`
      : noted.kind === 'paused'
        ? `### ⏸️ ${title} pauses ${daysWords(noted)}`
        : `### 🌴 ${isOfAll ? 'All groups have' : `${title} has`} a holiday ${daysWords(noted)}`;
  const reason = because(noted?.reason).replace(/^: /, '');
  return {
    tag: next ? comingTag(next, message) : listTag(`${message}/${group.key}`),
    message: {
      ...card(noted ? 'notice' : 'done', [
        text(
          what,
          soon && soonLine(soon),
          reason !== '' && `Why: ${reason}`,
          roleId && `<@&${roleId}>`,
          next
            ? `**Next:** ${sessionTime(next)}, ${timestamp(next.startsAt, 'ago')}`
            : !isOfAll && 'No meeting is planned until then.',
          next && clocksLine(next),
        ),
        row(next ? comingButton(next, message, 'I’m coming') : listButton(`${message}/${group.key}`)),
      ]),
      ...(roleId ? { rolePings: [roleId] } : {}),
    },
  };

  /** Of one that takes place again, the next is said anyway. */
  function soonLine(session: Session): string | undefined {
    const whose = isOfAll ? `${title}: ` : '';
    if (noted) return `${whose}~~${sessionTime(session)}~~`;
    return isOfAll ? `${whose}**${sessionTime(session)}**` : undefined;
  }
}
