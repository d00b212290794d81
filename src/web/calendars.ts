/** What the web server asks about calendars. Whoever has an address may read; nobody can list or guess any. */
import type { FetchedFeed } from '../domain/groups/calendar-feed.ts';

export interface PublicCalendars {
  fetchCalendar(token: string): Promise<FetchedFeed>;
}
