/** A group has ended: what would have come next does not, and where there are others. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import { card, row, text } from '../../card.ts';
import type { Message } from '../../message.ts';
import { escaped } from '../../text.ts';
import { sessionTime } from '../when.ts';
import { listButton } from './buttons.ts';

export type EndSaid = Extract<OpenedPing, { kind: 'ended' }>;

/** @param roleId whom it calls. */
export function endPost({ group, soon }: EndSaid, roleId?: string): Message {
  return {
    ...card('notice', [
      text(
        `### 👋 ${escaped(group.title)} has ended`,
        soon && `~~${sessionTime(soon)}~~`,
        roleId && `<@&${roleId}>`,
        'It meets no more. What you learned there stays yours.',
      ),
      row(listButton()),
    ]),
    ...(roleId ? { rolePings: [roleId] } : {}),
  };
}
