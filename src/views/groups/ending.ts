/** Ending a group, and naming its hosts. */
import type { EndOutcome, HostOutcome } from '../../domain/groups/hosting.ts';
import { button, card, row, text } from '../card.ts';
import { count } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { notHostMessage, organisersDecideMessage } from './not-host.ts';
import { noSuchGroupMessage } from './unknown.ts';

export function endMessage(outcome: EndOutcome, locale: Locale): Message {
  switch (outcome.kind) {
    case 'sure': {
      const { group, members } = outcome;
      return card('notice', [
        text(
          `### End ${escaped(group.title)}?`,
          `It meets no more, its ${count(members, 'member loses', 'members lose', locale)} its role, and its events go. What they learned stays theirs. To stop for a while, \`/group pause\` it instead.`,
        ),
        row(
          button('End it for good', `group/end/${group.key}`, 'primary'),
          button('Keep it', `group/show/${group.key}`),
        ),
      ]);
    }
    case 'ended-now':
      return card('plain', [
        text(
          `### ${escaped(outcome.group.title)} has ended`,
          'I tell the group. Its role is taken within minutes, and its events go.',
          !outcome.group.isProposed &&
            '-# It still stands in the community’s file: take it out of `data/community.yaml` too, so that no new setup makes its role and channel. `/group resume` starts it again.',
        ),
      ]);
    case 'organisers-only':
      return card('notice', [
        text(
          '### Only an organiser can end this group',
          'It is one of the community’s own. Ask an organiser, or stop it for a while with `/group pause`.',
          '-# Nothing changed.',
        ),
      ]);
    case 'not-host':
      return notHostMessage(outcome);
    case 'unknown-group':
    case 'ended':
      return noSuchGroupMessage(outcome);
  }
}

export function hostMessage(outcome: HostOutcome): Message {
  switch (outcome.kind) {
    case 'organisers-only':
      return organisersDecideMessage();
    case 'unknown-group':
    case 'ended':
      return noSuchGroupMessage(outcome);
    case 'hosts':
      return card('done', [
        text(
          `### 🧰 <@${outcome.userId}> hosts ${escaped(outcome.group.title)}`,
          'They can skip and move its meetings, note holidays, pause it, and set attendance right.',
        ),
        row(button('About the group', `group/show/${outcome.group.key}`)),
      ]);
    case 'a-bot':
      return card('notice', [
        text(`### <@${outcome.userId}> is a bot`, 'Only a person can host a group. Nothing changed.'),
      ]);
    case 'hosts-already':
      return card('plain', [text(`### <@${outcome.userId}> hosts ${escaped(outcome.group.title)} already`)]);
    case 'no-longer':
      return card('plain', [
        text(
          `### <@${outcome.userId}> no longer hosts ${escaped(outcome.group.title)}`,
          'They stay in the group as a member.',
        ),
      ]);
    case 'was-none':
      return card('notice', [
        text(`### <@${outcome.userId}> does not host ${escaped(outcome.group.title)}`, 'Nothing changed.'),
      ]);
  }
}
