/** After an outage: one message for all that could not be said. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import type { PingKind } from '../../../domain/groups/ping.ts';
import { card, divider, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import type { Message } from '../../message.ts';
import { escaped } from '../../text.ts';
import { listed, sessionTime } from '../when.ts';
import { listButton } from './buttons.ts';

type Summary = Extract<OpenedPing, { kind: 'summary' }>;

const kindWords: Readonly<Record<PingKind, readonly [one: string, many: string]>> = {
  'week-plan': ['the week’s plan', 'week plans'],
  thread: ['a thread', 'threads'],
  reminder: ['a reminder', 'reminders'],
  session: ['a call to meet', 'calls to meet'],
  'check-in': ['a check-in', 'check-ins'],
  'event-start': ['an event’s start', 'starts of events'],
  'event-end': ['an event’s end', 'ends of events'],
  change: ['a change', 'changes'],
  digest: ['the week’s digest', 'digests'],
  summary: ['a summary', 'summaries'],
};

const mostGroups = 10;

export function summaryPost({ from, missed, next }: Summary): Message {
  const more = missed.length - mostGroups;
  return card('notice', [
    text(
      '## 🔌 I was away',
      `What I could not say since ${timestamp(from, 'full')}:`,
      ...missed.slice(0, mostGroups).map(({ title, kinds }) => {
        const words = kinds.map(({ kind, times }) =>
          times === 1 ? kindWords[kind][0] : `${times} ${kindWords[kind][1]}`,
        );
        return `- **${escaped(title)}**: ${listed(words)}`;
      }),
      more > 0 && `- and ${more} more`,
    ),
    next.length > 0 && divider(),
    next.length > 0 &&
      text(
        '**What comes next**',
        ...next.map(({ group, session }) => `- ${escaped(group.title)}: ${sessionTime(session)}`),
      ),
    row(listButton()),
    text('-# Nobody’s progress or attendance is lost. Whoever was at a meeting can ask its host to note it.'),
  ]);
}
