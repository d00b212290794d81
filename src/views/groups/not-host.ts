/** Who may decide about a group, where whoever asked may not. */
import type { NotHost } from '../../domain/groups/hosting.ts';
import { button, card, row, text } from '../card.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { listed } from './when.ts';

const shown = 5;

export function notHostMessage({ group, hosts }: NotHost): Message {
  const names = hosts.slice(0, shown).map(id => `<@${id}>`);
  return card('notice', [
    text(
      `### Only its hosts decide about ${escaped(group.title)}`,
      hosts.length > 0 ? `Ask ${listed(names)}, or an organiser.` : 'It has no host yet: ask an organiser.',
      '-# Nothing changed.',
    ),
    row(button('About the group', `group/show/${group.key}`)),
  ]);
}

export function organisersDecideMessage(): Message {
  return card('notice', [
    text(
      '### Organisers decide about this',
      'Ask one of them: it takes the permission *Manage Server*. Nothing changed.',
    ),
  ]);
}
