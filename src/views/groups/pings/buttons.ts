/** The buttons under what Cairn says by the calendar. */
import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Session } from '../../../domain/groups/session.ts';
import { button } from '../../card.ts';

type Named = Pick<Session, 'groupKey' | 'planned'>;

const answer = (name: string, { groupKey, planned }: Named) => `group/${name}/${groupKey}/${planned}`;

export function comingButton(session: Named, label = 'I’m coming'): APIButtonComponent {
  return button(label, answer('coming', session), 'success');
}

export function notComingButton(session: Named, label = 'I can’t'): APIButtonComponent {
  return button(label, answer('not-coming', session));
}

export function hereButton(session: Named): APIButtonComponent {
  return button('I’m here', answer('here', session), 'success');
}

export function listButton(): APIButtonComponent {
  return button('All groups', 'group/list/0');
}
