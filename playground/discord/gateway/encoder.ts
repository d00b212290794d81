/** Puts an event's data into JSON text: held against its schema first, and entered in the journal. */
import type { Journal } from '../rest/journal.ts';
import type { ApplicationRecord } from '../state/records.ts';
import type { Violation } from '../surface/requests.ts';

/** `asIs`: a test wants exactly this sent, however wrong it is. */
export type Encode = (application: ApplicationRecord, event: string, data: unknown, asIs?: boolean) => string;

export type CheckDispatch = (event: string, data: unknown) => readonly Violation[];

export function createEncoder(check: CheckDispatch, journal: Journal, now: () => number): Encode {
  // Sessions that are told the same thing come one after the other.
  let last: { data: unknown; text: string; problems: readonly Violation[] } | undefined;
  return (application, event, data, asIs = false) => {
    if (last === undefined || last.data !== data) {
      const problems = asIs ? [] : check(event, data);
      for (const problem of problems) journal.violate(problem);
      last = { data, text: JSON.stringify(data), problems };
    }
    const { text, problems } = last;
    journal.dispatches.add({
      event,
      applicationId: application.id,
      guildId: guildIn(event, data),
      at: now(),
      data: text,
      problems,
    });
    return text;
  };
}

const ownGuild = new Set(['GUILD_CREATE', 'GUILD_UPDATE', 'GUILD_DELETE']);

function guildIn(event: string, data: unknown): string | undefined {
  const { id, guild_id } = data as { readonly id?: string; readonly guild_id?: string };
  return ownGuild.has(event) ? id : guild_id;
}
