/** Lines that several of the messages by the calendar have. */
import { escaped } from '../../text.ts';

/** Where things are on this server, as mentions need it; what is not there is left out. */
export interface Places {
  readonly voiceId?: string;
  /** In words, or a link, as somebody typed it into the event. */
  readonly location?: string;
  readonly threadId?: string;
}

/** "5 minutes late, sorry", in small print. */
export function lateLine(lateBy: number | undefined): string | undefined {
  if (lateBy === undefined) return undefined;
  const hours = Math.round(lateBy / 60);
  return `-# ${lateBy < 90 ? `${lateBy} minutes` : `${hours} hours`} late, sorry.`;
}

const link = /^https?:\/\/[^\s<>]+$/;

/** "🔊 #study-hall · 🧵 the session's thread"; undefined where there is nothing. */
export function placesLine({ voiceId, location, threadId }: Places): string | undefined {
  const places = [
    voiceId && `🔊 <#${voiceId}>`,
    location && `📍 ${link.test(location) ? `<${location}>` : escaped(location)}`,
    threadId && `🧵 <#${threadId}>`,
  ].filter(Boolean);
  return places.length > 0 ? places.join(' · ') : undefined;
}
