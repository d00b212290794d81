import { once } from 'node:events';
import { GatewayDispatchEvents, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { EventExceptionJson } from '../../../playground/discord/surface/scheduled-events.ts';
import { inHours, intents, noon, organised, wrongFields } from './an-organiser.ts';
import { login, refusal } from './community.ts';

const week = 24 * 7;
/** Every Tuesday at 13:00. */
const everyTuesday = {
  recurrence_rule: { start: inHours(1).toString(), frequency: 2, interval: 1, by_weekday: [1] },
};
const nextTuesday = inHours(1 + week);

async function recurring() {
  const all = await organised();
  const event = await all.schedules(everyTuesday);
  const path = `${Routes.guildScheduledEvent(all.guild.id, event.id)}/exceptions` as const;
  const original_scheduled_start_time = nextTuesday.toString();
  const excepts = (body: object) =>
    all.rest.post(path, { body: { original_scheduled_start_time, ...body } }) as Promise<EventExceptionJson>;
  return { ...all, event, path, excepts };
}

describe('exceptions of a recurring event', () => {
  test('one occurrence is skipped, moved and put back; its id is the moment it was meant for', async () => {
    const { event, excepts, rest, path, fetches, guild, discord } = await recurring();
    const exception = await excepts({ is_canceled: true });
    expect(exception).toEqual({
      event_id: event.id,
      event_exception_id: String((BigInt(nextTuesday.epochMilliseconds) - 1_420_070_400_000n) << 22n),
      scheduled_start_time: null,
      scheduled_end_time: null,
      is_canceled: true,
    });
    expect(guild.scheduledEvent(event.id).upcoming(2).map(String)).toEqual([
      '2026-03-03T13:00:00Z',
      '2026-03-17T13:00:00Z',
    ]);
    const one = `${path}/${exception.event_exception_id}` as const;
    const scheduled_start_time = nextTuesday.add({ hours: 2 }).toString();
    const moved = await rest.patch(one, { body: { is_canceled: false, scheduled_start_time } });
    expect(moved).toMatchObject({ is_canceled: false, scheduled_start_time: '2026-03-10T15:00:00.000Z' });
    expect(await fetches(event)).toMatchObject({ guild_scheduled_event_exceptions: [moved] });
    await rest.delete(one);
    expect(await fetches(event)).toMatchObject({ guild_scheduled_event_exceptions: [] });
    discord.assertNoViolations();
  });

  test('an exception that changes nothing is refused with 180005, one of a single event with 180004', async () => {
    const { excepts, schedules, rest, guild } = await recurring();
    expect(await refusal(excepts({}))).toEqual({ status: 400, code: 180005 });
    const single = await schedules();
    const path = `${Routes.guildScheduledEvent(guild.id, single.id)}/exceptions` as const;
    const body = { original_scheduled_start_time: inHours(1).toString(), is_canceled: true };
    expect(await refusal(rest.post(path, { body }))).toEqual({ status: 400, code: 180004 });
  });

  test('only what the rule names can be excepted, and only once', async () => {
    const { excepts, rest, path } = await recurring();
    expect(await wrongFields(excepts({ original_scheduled_start_time: noon.toString(), is_canceled: true }))).toEqual([
      'original_scheduled_start_time GUILD_SCHEDULED_EVENT_EXCEPTION_NO_OCCURRENCE',
    ]);
    await excepts({ is_canceled: true });
    expect(await wrongFields(excepts({ is_canceled: true }))).toEqual([
      'original_scheduled_start_time GUILD_SCHEDULED_EVENT_EXCEPTION_EXISTS',
    ]);
    expect(await refusal(rest.delete(`${path}/1`))).toEqual({ status: 404, code: 10070 });
  });

  test('a new rule clears them, although the update still shows them', async () => {
    const all = await recurring();
    const { event, excepts, changes, discord } = all;
    await excepts({ is_canceled: true });
    const client = await login(all, { intents });
    const cleared = once(client.ws, 'GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE');
    const updated = once(client.ws, GatewayDispatchEvents.GuildScheduledEventUpdate);
    const rule = { ...everyTuesday.recurrence_rule, interval: 2 };
    expect(await changes(event, { recurrence_rule: rule })).toMatchObject({ guild_scheduled_event_exceptions: [] });
    expect(await updated).toMatchObject([{ guild_scheduled_event_exceptions: [{ is_canceled: true }] }, 0]);
    expect(await cleared).toMatchObject([{ event_id: event.id, is_canceled: true }, 0]);
    discord.assertNoViolations();
  });

  test('organisers do it by hand, and bots hear of it', async () => {
    const all = await recurring();
    const { guild, discord } = all;
    const client = await login(all, { intents });
    const made = once(client.ws, 'GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE');
    const changed = once(client.ws, 'GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE');
    const removed = once(client.ws, 'GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE');
    const event = guild.scheduledEvent(all.event.id);
    guild.skipOccurrence(event, nextTuesday);
    guild.moveOccurrence(event, nextTuesday, { startsAt: inHours(30 + week) });
    guild.restoreOccurrence(event, nextTuesday);
    expect(await made).toMatchObject([{ guild_id: guild.id, is_canceled: true }, 0]);
    expect(await changed).toMatchObject([{ is_canceled: false, scheduled_start_time: '2026-03-11T18:00:00.000Z' }, 0]);
    expect(await removed).toMatchObject([{ event_id: event.id }, 0]);
    expect(() => guild.skipOccurrence(event, noon)).toThrow('does not take place at 2026-03-03T12:00:00Z');
    discord.assertNoViolations();
  });
});
