/** A session was skipped, moved, or is held after all: what was planned, what holds now, and why. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import { card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import type { Message } from '../../message.ts';
import { escaped } from '../../text.ts';
import { because } from '../off.ts';
import { clocksLine, sessionTime } from '../when.ts';
import { comingButton, listButton, notComingButton } from './buttons.ts';

export type Change = Extract<OpenedPing, { kind: 'change' }>;

/** @param roleId whom it calls. */
export function changePost(ping: Change, roleId?: string): Message {
  const { group, session, next } = ping;
  const lines = wording(ping);
  const answerable = session.off ? undefined : session;
  const later = answerable ? undefined : next;
  return {
    ...card('notice', [
      text(
        ...lines,
        roleId && `<@&${roleId}>`,
        answerable && clocksLine(answerable),
        later && `Next: ${sessionTime(later)}`,
      ),
      row(
        answerable && comingButton(answerable),
        answerable && notComingButton(answerable),
        later && comingButton(later, 'I’m coming next time'),
        !answerable && listButton(),
      ),
    ]),
    ...(roleId ? { rolePings: [roleId] } : {}),
  };

  function wording({ change, plannedAt, wasAt }: Change): readonly string[] {
    const title = escaped(group.title);
    const why = because(change.reason).replace(/^: /, '');
    const reason = why === '' ? [] : [`Why: ${why}`];
    const struck = (startsAt: Temporal.Instant) => `~~${sessionTime({ startsAt, zone: session.zone })}~~`;
    const now = `**${sessionTime(session)}** · ${timestamp(session.startsAt, 'ago')}`;
    if (change.kind === 'skipped') return [`### 🚫 ${title} skips a meeting`, struck(wasAt ?? plannedAt), ...reason];
    if (change.kind === 'held' && !wasAt) return [`### ✅ ${title} meets after all`, now, ...reason];
    // Some know the one, and some the other.
    const isMovedAgain = wasAt && !wasAt.equals(plannedAt);
    const isBack = session.startsAt.equals(plannedAt);
    return [
      `### 🔁 ${title} moves`,
      ...(isBack ? [] : [`Planned: ${struck(plannedAt)}`]),
      ...(isMovedAgain ? [`${isBack ? 'Was' : 'Then'}: ${struck(wasAt)}`] : []),
      `Now: ${now}`,
      ...reason,
    ];
  }
}
