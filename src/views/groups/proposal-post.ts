/** What is posted about a proposal: the question to the organisers, what they decided, and the answer to whoever proposed it. */
import type { Group } from '../../domain/groups/group.ts';
import type { Proposal } from '../../domain/groups/proposal.ts';
import type { Session } from '../../domain/groups/session.ts';
import { button, card, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { listButton } from './pings/buttons.ts';
import { listed, sessionTime, slotLines } from './when.ts';

export function proposalLines({ definition, proposedBy, paths }: Proposal): readonly (string | undefined)[] {
  return [
    `**${escaped(definition.title)}** · proposed by <@${proposedBy}>`,
    ...slotLines(definition.slots).map(line => `🗓️ ${line}`),
    paths.length > 0 ? `-# for ${listed(paths.map(escaped))}` : undefined,
  ];
}

export function proposalPost(proposal: Proposal): Message {
  return card('path', [
    text('## 📨 A member proposes a group', ...proposalLines(proposal)),
    text('-# It would meet in the channel for study groups, with a role of its own, and whoever proposed it hosts it.'),
    row(
      button('Approve', `group/approve/${proposal.key}`, 'success'),
      button('Decline', `group/decline/${proposal.key}`),
    ),
  ]);
}

/** Takes the question's place, so that nobody is asked any more. */
export function decidedMessage(proposal: Proposal, isApproved: boolean): Message {
  return card(isApproved ? 'done' : 'plain', [
    text('## 📨 A member proposed a group', ...proposalLines(proposal)),
    text(isApproved ? '✅ Approved.' : 'Declined.'),
  ]);
}

export function approvedPost(group: Group, proposedBy: string, next: Session | undefined): Message {
  return card(
    'done',
    [
      text(
        `## 🎉 A new group: ${escaped(group.title)}`,
        `<@${proposedBy}>, your proposal is approved, and you host it.`,
        ...slotLines(group.slots).map(line => `🗓️ ${line}`),
        next && `**First meeting:** ${sessionTime(next)}, ${timestamp(next.startsAt, 'ago')}`,
      ),
      row(button('Join', `group/join/${group.key}`, 'success'), button('About the group', `group/show/${group.key}`)),
    ],
    [proposedBy],
  );
}

/**
 * @param server its name, for a direct message: a button of the server's does nothing there, so the one by which the
 * message is found again only says where it is from.
 */
export function declinedPost({ definition, proposedBy }: Proposal, server?: string): Message {
  return card(
    'plain',
    [
      text(
        `<@${proposedBy}>, the organisers have looked at your proposal **${escaped(definition.title)}**. For now it does not become a group of its own; they gladly tell you why.`,
      ),
      row(server === undefined ? listButton() : { ...button(server.slice(0, 80), 'group/list/0'), disabled: true }),
    ],
    [proposedBy],
  );
}
