/** What became of something that was due. */
import type { PastPing } from '../../domain/groups/explain.ts';
import { lateness } from '../../domain/groups/opened-ping.ts';
import { timestamp } from '../figures.ts';
import { pingNames, reasonWords } from './ping-names.ts';

export function pastLines({ ping, became }: PastPing, guildId: string): readonly string[] {
  const head = `**${pingNames[ping.kind]}** · ${timestamp(ping.dueAt, 'weekday')}`;
  switch (became.kind) {
    case 'sent': {
      const { at, channelId, messageId } = became;
      const late = lateBy(ping, at);
      const link =
        channelId && messageId ? ` · [see it](https://discord.com/channels/${guildId}/${channelId}/${messageId})` : '';
      const when = `sent once at ${timestamp(at, 'time')}`;
      return [`${late ? '⏰' : '✅'} ${head}`, `-# ${when}${late ? `, late by ${late}` : ''}${link}`];
    }
    case 'suppressed':
      return [`🔇 ${head}`, `-# suppressed because ${reasonWords(became.reason)}`];
    case 'under-way':
      return [`⏳ ${head}`, `-# I am at it; it makes sense until ${timestamp(ping.expiresAt, 'time')}`];
  }
}

/** What a change made due, and the thread of a group that is new, was due before anybody could know. */
function lateBy({ kind, occurrence, dueAt }: PastPing['ping'], at: Temporal.Instant): string | undefined {
  if (kind === 'thread' || occurrence.includes('~')) return undefined;
  const { lateBy: minutes } = lateness(dueAt, at);
  if (minutes === undefined) return undefined;
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
