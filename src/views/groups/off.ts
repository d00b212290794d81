/** Why a session does not take place, or when it does instead. */
import type { Session, SessionOff } from '../../domain/groups/session.ts';
import { timestamp } from '../figures.ts';
import { clipped, escaped } from '../text.ts';

const words: Readonly<Record<SessionOff['kind'], string>> = {
  skipped: 'is skipped',
  holiday: 'is off for a holiday',
  paused: 'is off: the group pauses',
};

/** "🚫 Monday, 30 November is skipped: the host is away"; undefined where it takes place. */
export function offWords({ off, startsAt }: Session): string | undefined {
  return off && `🚫 ${timestamp(startsAt, 'date')} ${words[off.kind]}${because(off.reason)}`;
}

/** ": the host is away", or nothing. */
export function because(reason: string | undefined): string {
  return reason === undefined || reason === '' ? '' : `: ${escaped(clipped(reason, 200))}`;
}
