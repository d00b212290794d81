/** The server of a group, at noon of its day, and the group's events on Discord's own calendar. */
import type { ScheduledEvent } from '../../../playground/discord/index.ts';
import type { SendResult } from '../../../src/domain/delivery.ts';
import type { RequestedChange } from '../../../src/domain/groups/changing.ts';
import type { SessionChange } from '../../../src/domain/groups/session.ts';
import { changeSession, type SessionChanged } from '../../../src/flows/groups/change-session.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { loadExceptions } from '../../../src/store/groups/exceptions.ts';
import {
  aGroupServer,
  type GroupServer,
  type GroupServerOptions,
  groupKey,
  meeting,
  planned,
  startsAt,
} from './a-group.ts';

export const noon = startsAt.subtract({ hours: 7 });
/** A week later, also in summer time. */
export const nextStart = startsAt.add({ hours: 7 * 24 });

export interface Calendar extends GroupServer {
  /** One look at the calendar; the number counts attempts. */
  look(number?: number): Promise<SendResult>;
  /** Until there is nothing left to do. */
  mirrored(): Promise<SendResult>;
  /** The events that Cairn made and that can still be looked up, in the order in which they were made. */
  events(): readonly ScheduledEvent[];
  /** "scheduled 2027-03-29T17:00:00Z", one for each of them. */
  states(): readonly string[];
  /** What was decided about single sessions. */
  changes(): Promise<readonly SessionChange[]>;
  /** As a host does by a command; of the first session, unless another is named. */
  decides(change: RequestedChange, of?: string): Promise<SessionChanged | { readonly kind: 'unknown-group' }>;
}

export async function aCalendar(options: GroupServerOptions = {}): Promise<Calendar> {
  const server = await aGroupServer({ now: noon, ...options });
  const { guild, db, discord, now } = server;
  let looks = 0;
  let decisions = 0;
  const look = (number = 1) =>
    server.attempt({ kind: 'mirror-sessions', guildId: guild.id, groupKey, because: `look/${++looks}` }, number);
  const events = () =>
    discord.requests.flatMap(({ method, route, status, answer }): ScheduledEvent[] => {
      if (method !== 'POST' || route !== '/guilds/:guild/scheduled-events' || status !== 200) return [];
      const { id } = answer as { readonly id: string };
      try {
        return [guild.scheduledEvent(id)];
      } catch {
        return [];
      }
    });
  return {
    ...server,
    look,
    async mirrored() {
      let result = await look();
      while (result.kind === 'unfinished') result = await look();
      return result;
    },
    events,
    states: () => events().map(({ status, startsAt: at }) => `${status} ${at}`),
    changes: async () => [...(await loadExceptions(db, guild.id, groupKey)).changes.values()],
    decides: (change, of = planned) =>
      inTransaction(db, tx =>
        changeSession(
          tx,
          { community: meeting, timeZone: 'UTC', now },
          { guildId: guild.id, groupKey, planned: of, change, because: String(++decisions), by: '2' },
        ),
      ),
  };
}
