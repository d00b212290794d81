/** Reads who is interested in a group's events, where that is not what Cairn has heard. */
import type { APIGuildScheduledEvent } from 'discord.js';
import { isAfterSilence } from '../../flows/groups/hear-of-event.ts';
import { eventsOfGroup } from '../../store/groups/event-bindings.ts';
import { interestedIn } from '../../store/groups/event-interests.ts';
import type { Sending } from '../effects/sending.ts';
import { getInterested } from './event-requests.ts';

const perPage = 100;

export async function readAnswers(
  sending: Sending,
  { groupKey, because }: { readonly groupKey: string; readonly because: string },
  open: readonly APIGuildScheduledEvent[],
): Promise<void> {
  const { db, guild, flows } = sending;
  const counts = new Map(open.map(({ id, user_count }) => [id, user_count ?? 0]));
  for (const event of await eventsOfGroup(db, guild.id, groupKey)) {
    const count = counts.get(event.eventId);
    if (count === undefined) continue;
    const known = await interestedIn(db, guild.id, event.eventId);
    // The same number could be others, where something may have been missed.
    const isSure = known.length === count && (count === 0 || !isAfterSilence(because));
    if (!isSure) await flows.readInterests(guild.id, event, await allInterested(sending, event.eventId));
  }
}

async function allInterested(sending: Sending, eventId: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (;;) {
    const page = await getInterested(sending, eventId, all.at(-1));
    all.push(...page);
    if (page.length < perPage) return all;
  }
}
