/** A group does not meet for some days, or meets again: until when, why, and when it meets next. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import type { Session } from '../../../domain/groups/session.ts';
import { card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import type { Message } from '../../message.ts';
import { escaped } from '../../text.ts';
import { daysWords } from '../break-days.ts';
import { because } from '../off.ts';
import { clocksLine, sessionTime } from '../when.ts';
import { comingButton, listButton } from './buttons.ts';

export type BreakSaid = Extract<OpenedPing, { kind: 'break' }>;

/** @param roleId whom it calls. */
export function breakPost({ group, noted, isOfAll = false, soon, next: own }: BreakSaid, roleId?: string): Message {
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
    ...card(noted ? 'notice' : 'done', [
      text(
        what,
        soon && soonLine(soon),
        reason !== '' && `Why: ${reason}`,
        roleId && `<@&${roleId}>`,
        next
          ? `**Next:** ${sessionTime(next)}, ${timestamp(next.startsAt, 'ago')}`
          : !isOfAll && (noted ? 'I tell you when it meets again.' : 'No meeting is planned yet.'),
        next && clocksLine(next),
      ),
      row(next ? comingButton(next) : listButton()),
    ]),
    ...(roleId ? { rolePings: [roleId] } : {}),
  };

  /** Where one that takes place again is the next, it is said anyway. */
  function soonLine(session: Session): string | undefined {
    const whose = isOfAll ? `${title}: ` : '';
    if (noted) return `${whose}~~${sessionTime(session)}~~`;
    return session.planned === next?.planned ? undefined : `${whose}**${sessionTime(session)}**`;
  }
}
