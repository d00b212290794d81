/** Answers to proposing a group, and to deciding about one. */
import {
  type DecideOutcome,
  fewestMinutes,
  mostMinutes,
  type Proposal,
  type ProposalProblem,
  type ProposeOutcome,
} from '../../domain/groups/proposal.ts';
import { button, card, divider, row, text } from '../card.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { organisersDecideMessage } from './not-host.ts';
import { againTag } from './proposal-form.ts';
import { proposalLines } from './proposal-post.ts';
import { listed, zoneName } from './when.ts';

export function proposeMessage(outcome: ProposeOutcome): Message {
  switch (outcome.kind) {
    case 'proposed':
      return card('done', [
        text('### 📨 Your proposal is with the organisers', ...proposalLines(outcome.proposal)),
        text('-# Once one of them approves it, the group meets, you host it, and I tell you.'),
        row(button('All groups', 'group/list')),
      ]);
    case 'refused':
      return card('notice', [
        text(
          '### That can’t be a group yet',
          ...outcome.problems.map(problem => `- ${problemWords(problem)}`),
          'Nothing was sent.',
        ),
        row(button('Try again', againTag(outcome.asked), 'primary')),
      ]);
    case 'too-many':
      return card('notice', [
        text(
          '### Three of your proposals are still open',
          `The organisers have yet to decide about ${listed(outcome.open.map(title => `**${escaped(title)}**`))}. Propose the next one after that.`,
        ),
      ]);
  }
}

function problemWords(problem: ProposalProblem): string {
  switch (problem.kind) {
    case 'title-missing':
      return `It needs a title of letters or digits, at most ${problem.longest} characters.`;
    case 'title-long':
      return `Its title is longer than ${problem.longest} characters.`;
    case 'title-taken':
      return `A group called **${escaped(problem.title)}** is here already, or proposed. Join it, or choose another title.`;
    case 'days':
      return `${typed(problem.typed)} names no days. Write \`Mon, Wed\`, \`weekdays\` or \`daily\`.`;
    case 'time':
      return `${typed(problem.typed)} is no time. Write \`19:00\` or \`7pm\`.`;
    case 'minutes':
      return `${typed(problem.typed)} is no length. Give ${fewestMinutes} to ${mostMinutes} minutes, such as \`60\`.`;
    case 'path':
      return `${typed(problem.typed)} is no path. Pick one while you type, or leave it out.`;
    case 'zone':
      return `${typed(problem.typed)} names no single time zone.${
        problem.nearest.length > 0
          ? ` One of these? ${listed(problem.nearest.map(zoneName))}.`
          : ' Write a city near you.'
      }`;
  }
}

const typed = (text: string) => `“${escaped(clipped(text, 40))}”`;

export function decideMessage(outcome: DecideOutcome): Message {
  switch (outcome.kind) {
    case 'approved':
      return card('done', [
        text(
          `### ✅ ${escaped(outcome.group.title)} is approved`,
          `<@${outcome.proposedBy}> hosts it and hears of it. Its role is made in a moment, and it meets in the channel for study groups.`,
        ),
        row(button('About the group', `group/show/${outcome.group.key}`)),
      ]);
    case 'declined':
      return card('plain', [
        text(`### ${escaped(outcome.title)} is declined`, `<@${outcome.proposedBy}> hears of it.`),
      ]);
    case 'decided-before':
      return card('notice', [
        text(
          `### ${escaped(outcome.title)} was decided already`,
          outcome.isRunning ? 'It was approved, and meets.' : 'It was declined, or has ended.',
          '-# `/admin log` says by whom. Nothing changed.',
        ),
      ]);
    case 'unknown-proposal':
      return card('notice', [text('### There is no such proposal', 'Nothing changed.')]);
    case 'organisers-only':
      return organisersDecideMessage();
  }
}

const shown = 5;

/** Those that wait, for organisers. */
export function proposalsMessage(proposals: readonly Proposal[]): Message {
  if (proposals.length === 0)
    return card('plain', [text('### No proposal waits', 'You have decided about all of them.')]);
  return card('path', [
    text('## 📨 Proposed groups'),
    ...proposals
      .slice(0, shown)
      .flatMap(proposal => [
        divider(),
        text(...proposalLines(proposal)),
        row(
          button('Approve', `group/approve/${proposal.key}`, 'success'),
          button('Decline', `group/decline/${proposal.key}`),
        ),
      ]),
    proposals.length > shown && text(`-# And ${proposals.length - shown} more, once these are decided.`),
  ]);
}
