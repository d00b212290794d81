import { once } from 'node:events';
import { GatewayDispatchEvents, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../playground/discord/index.ts';
import type { EventUserJson } from '../../../playground/discord/surface/scheduled-events.ts';
import { inHours, intents, noon, organised, wrongFields } from './an-organiser.ts';
import { login } from './community.ts';

const everyTuesday = {
  recurrence_rule: { start: inHours(1).toString(), frequency: 2, interval: 1, by_weekday: [1] },
};
const nextTuesday = inHours(1 + 24 * 7);
const idOf = (start: Temporal.Instant) => String((BigInt(start.epochMilliseconds) - 1_420_070_400_000n) << 22n);

describe('who is interested', () => {
  test('discord.js hears of it by ids, and fetches them with their members', async () => {
    const all = await organised();
    const { ada, guild, schedules, discord } = all;
    const event = await schedules();
    const client = await login(all, { intents });
    const added = once(client.ws, GatewayDispatchEvents.GuildScheduledEventUserAdd);
    const removed = once(client.ws, GatewayDispatchEvents.GuildScheduledEventUserRemove);
    const ids = { guild_scheduled_event_id: event.id, user_id: ada.id, guild_id: guild.id, response: 1 };
    ada.takesInterestIn(event);
    ada.takesInterestIn(event);
    expect(await added).toEqual([ids, 0]);
    const fetched = await client.guilds.cache
      .get(guild.id)
      ?.scheduledEvents.fetchSubscribers(event.id, { withMember: true });
    expect(fetched?.map(({ user, member }) => [user.username, member?.id])).toEqual([['ada', ada.id]]);
    ada.losesInterestIn(event);
    expect(await removed).toEqual([ids, 0]);
    expect(guild.scheduledEvent(event.id).interested).toEqual([]);
    discord.assertNoViolations();
  });

  test('101 come in two pages, in ascending order; where both ends are given, before counts', async () => {
    const { rest, guild, schedules, discord } = await organised();
    const event = await schedules();
    const members = Array.from({ length: 101 }, (_, n) => guild.join({ name: `m${n}` }));
    for (const member of members.toReversed()) member.takesInterestIn(event);
    const page = async (query: Record<string, string>) => {
      const users = await rest.get(Routes.guildScheduledEventUsers(guild.id, event.id), {
        query: new URLSearchParams(query),
      });
      return (users as EventUserJson[]).map(({ user_id }) => user_id);
    };
    const ids = members.map(({ id }) => id);
    expect(await page({})).toEqual(ids.slice(0, 100));
    expect(await page({ after: ids[99] ?? '' })).toEqual([ids[100]]);
    expect(await page({ before: ids[50] ?? '', limit: '3' })).toEqual(ids.slice(47, 50));
    expect(await page({ before: ids[2] ?? '', after: ids[50] ?? '' })).toEqual(ids.slice(0, 2));
    expect(await wrongFields(page({ limit: '101' }))).toEqual(['limit NUMBER_TYPE_MAX']);
    discord.assertNoViolations();
  });

  test('one who left stays on the list, without a member', async () => {
    const { rest, guild, ada, schedules } = await organised();
    const event = await schedules();
    ada.takesInterestIn(event);
    ada.leaves();
    const query = new URLSearchParams({ with_member: 'true' });
    const [left] = (await rest.get(Routes.guildScheduledEventUsers(guild.id, event.id), { query })) as EventUserJson[];
    expect(left).toMatchObject({ user_id: ada.id, response: 1 });
    expect(left).not.toHaveProperty('member');
  });

  test('answers to one occurrence are listed and counted for it alone', async () => {
    const { rest, guild, ada, owner, schedules, discord } = await organised();
    const event = await schedules(everyTuesday);
    const grace = guild.join({ name: 'grace' });
    ada.takesInterestIn(event);
    grace.takesInterestIn(event);
    ada.losesInterestIn(event, nextTuesday);
    owner.takesInterestIn(event, nextTuesday);
    const exception = idOf(nextTuesday);
    const base = Routes.guildScheduledEvent(guild.id, event.id);
    const listed = (await rest.get(`${base}/${exception}/users`)) as EventUserJson[];
    expect(listed.map(({ user_id, response }) => [user_id, response])).toEqual([
      [owner.id, 1],
      [ada.id, 0],
    ]);
    expect(listed[0]?.guild_scheduled_event_exception_id).toBe(exception);
    const query = new URLSearchParams({ guild_scheduled_event_exception_ids: exception });
    expect(await rest.get(`${base}/users/counts`, { query })).toEqual({
      guild_scheduled_event_count: 2,
      guild_scheduled_event_exception_counts: { [exception]: 2 },
    });
    expect(guild.scheduledEvent(event.id).comingTo(nextTuesday).toSorted()).toEqual([owner.id, grace.id].toSorted());
    discord.assertNoViolations();
  });

  test('counts of more than ten occurrences are refused', async () => {
    const { rest, guild, schedules } = await organised();
    const event = await schedules(everyTuesday);
    const query = new URLSearchParams(
      Array.from({ length: 11 }, (_, week) => [
        'guild_scheduled_event_exception_ids',
        idOf(inHours(1 + week * 7 * 24)),
      ]),
    );
    const counts = rest.get(`${Routes.guildScheduledEvent(guild.id, event.id)}/users/counts`, { query });
    expect(await wrongFields(counts)).toEqual(['guild_scheduled_event_exception_ids BASE_TYPE_BAD_LENGTH']);
  });

  test('a page hears of it with the new number', async () => {
    const { discord, guild, ada } = await organised();
    const changes: Change[] = [];
    discord.subscribe(change => changes.push(change));
    const walk = { name: 'Walk', startsAt: inHours(1), endsAt: inHours(2), location: 'The park' };
    const event = guild.scheduleEvent({ ...walk, repeats: 'weekly' });
    ada.takesInterestIn(event);
    ada.losesInterestIn(event);
    guild.skipOccurrence(event, nextTuesday);
    guild.deleteScheduledEvent(event);
    expect(changes).toMatchObject([
      { kind: 'scheduled-event-created', guildId: guild.id, event: { name: 'Walk', user_count: 0 } },
      { kind: 'event-response-given', userId: ada.id, response: 1, event: { user_count: 1 } },
      { kind: 'event-response-withdrawn', userId: ada.id, event: { user_count: 0 } },
      { kind: 'scheduled-event-changed', event: { guild_scheduled_event_exceptions: [{ is_canceled: true }] } },
      { kind: 'scheduled-event-deleted', eventId: event.id },
    ]);
  });

  test('nobody answers to what is over, or to a day on which nothing takes place', async () => {
    const { guild, ada, schedules } = await organised();
    const event = await schedules();
    expect(() => ada.takesInterestIn(event, noon)).toThrow('does not take place at 2026-03-03T12:00:00Z');
    guild.cancelScheduledEvent(event);
    expect(() => ada.takesInterestIn(event)).toThrow('"Reading group" is over');
  });
});
