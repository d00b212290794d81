/** A group has ended: what would have come next does not, and where there are others. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import { card, row, text } from '../../card.ts';
import { escaped } from '../../text.ts';
import { sessionTime } from '../when.ts';
import { listButton, listTag } from './buttons.ts';
import type { Posted } from './posted.ts';

export type EndSaid = Extract<OpenedPing, { kind: 'ended' }>;

/** @param where it is said in the channel and in the thread, and each is told apart. @param roleId whom it calls. */
export function endPost({ group, reference, soon }: EndSaid, where: 'channel' | 'thread', roleId?: string): Posted {
  const message = `${where === 'thread' ? 'thread' : 'ended'}/${reference}/${group.key}`;
  return {
    tag: listTag(message),
    message: {
      ...card('notice', [
        text(
          `### 👋 ${escaped(group.title)} has ended`,
          soon && `~~${sessionTime(soon)}~~`,
          roleId && `<@&${roleId}>`,
          'It meets no more. What you learned there stays yours.',
        ),
        row(listButton(message)),
      ]),
      ...(roleId ? { rolePings: [roleId] } : {}),
    },
  };
}
