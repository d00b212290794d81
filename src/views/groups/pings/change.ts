/** A session was skipped, moved, or is held after all: what was planned, what holds now, and why. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import type { Session } from '../../../domain/groups/session.ts';
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

  function wording({ change, plannedAt }: Change): readonly string[] {
    const title = escaped(group.title);
    const why = because(change.reason).replace(/^: /, '');
    const reason = why === '' ? [] : [`Why: ${why}`];
    const planned: Pick<Session, 'startsAt' | 'zone'> = { startsAt: plannedAt, zone: session.zone };
    switch (change.kind) {
      case 'skipped':
        return [`### 🚫 ${title} skips a meeting`, `~~${sessionTime(planned)}~~`, ...reason];
      case 'moved':
        return [
          `### 🔁 ${title} moves`,
          `Planned: ~~${sessionTime(planned)}~~`,
          `Now: **${sessionTime(session)}** · ${timestamp(session.startsAt, 'ago')}`,
          ...reason,
        ];
      case 'held':
        return [
          `### ✅ ${title} meets after all`,
          `**${sessionTime(session)}** · ${timestamp(session.startsAt, 'ago')}`,
          ...reason,
        ];
    }
  }
}
