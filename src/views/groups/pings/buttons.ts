/** The buttons under what Cairn says by the calendar. Their last arguments make each custom_id one that no other message has. */
import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Session } from '../../../domain/groups/session.ts';
import { button } from '../../card.ts';

type Named = Pick<Session, 'groupKey' | 'planned' | 'revision'>;

/** A moved session is announced anew: its messages are others. */
function unique(session: Named, message: string): string {
  return session.revision > 0 ? `${message}~${session.revision}` : message;
}

export function comingTag(session: Named, message: string): string {
  return `group/coming/${session.groupKey}/${session.planned}/${unique(session, message)}`;
}

export function notComingTag(session: Named, message: string): string {
  return `group/not-coming/${session.groupKey}/${session.planned}/${unique(session, message)}`;
}

export function hereTag(session: Named, message: 'session' | 'check-in'): string {
  return `group/here/${session.groupKey}/${session.planned}/${unique(session, message)}`;
}

/** Where there is no session to answer to. */
export function listTag(message: string): string {
  return `group/list/0/${message}`;
}

export function comingButton(session: Named, message: string, label = 'I’m coming'): APIButtonComponent {
  return button(label, comingTag(session, message), 'success');
}

export function notComingButton(session: Named, message: string, label = 'I can’t'): APIButtonComponent {
  return button(label, notComingTag(session, message));
}

export function hereButton(session: Named, message: 'session' | 'check-in'): APIButtonComponent {
  return button('I’m here', hereTag(session, message), 'success');
}

export function listButton(message: string): APIButtonComponent {
  return button('All groups', listTag(message));
}
