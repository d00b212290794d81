/** What became of something that was due. */
import type { PastPing } from '../../domain/groups/explain.ts';
import { timestamp } from '../figures.ts';
import { pingNames, reasonWords } from './ping-names.ts';

/** @param zone the group's, which tells whether it was said on another day. */
export function pastLines({ ping, became }: PastPing, guildId: string, zone: string): readonly string[] {
  const head = `**${pingNames[ping.kind]}** · ${timestamp(ping.dueAt, 'weekday')}`;
  switch (became.kind) {
    case 'sent': {
      const { at, lateBy, channelId, messageId } = became;
      const late = lateBy === undefined ? undefined : spanWords(lateBy);
      const link =
        channelId && messageId ? ` · [see it](https://discord.com/channels/${guildId}/${channelId}/${messageId})` : '';
      const when = `sent once at ${timestamp(at, isSameDay(ping.dueAt, at, zone) ? 'time' : 'full')}`;
      return [`${late ? '⏰' : '✅'} ${head}`, `-# ${when}${late ? `, late by ${late}` : ''}${link}`];
    }
    case 'suppressed':
      return [`🔇 ${head}`, `-# suppressed because ${reasonWords(became.reason)}`];
    case 'under-way':
      return [`⏳ ${head}`, `-# I am at it; it makes sense until ${timestamp(ping.expiresAt, 'time')}`];
  }
}

function spanWords(minutes: number): string {
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function isSameDay(a: Temporal.Instant, b: Temporal.Instant, zone: string): boolean {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  return day(a).equals(day(b));
}
