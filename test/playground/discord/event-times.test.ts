import { once } from 'node:events';
import { GatewayDispatchEvents } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { startDiscord } from '../../../playground/discord/index.ts';
import { inHours, intents, inVoice, noon, organised } from './an-organiser.ts';
import { login } from './community.ts';

const week = 24 * 7;
const walk = { name: 'Walk', startsAt: inHours(1), endsAt: inHours(2), location: 'The park' };

/** With what became of events, in order. */
async function watched() {
  const all = await organised();
  const told: string[] = [];
  all.discord.subscribe(change => {
    if (change.kind !== 'scheduled-event-changed') return;
    const { name, status, scheduled_start_time } = change.event;
    told.push(
      `${name} ${scheduled_start_time.slice(5, 16)} ${['', 'scheduled', 'active', 'completed', 'canceled'][status]}`,
    );
  });
  const lounge = all.guild.createChannel({ name: 'Lounge', type: 'voice' });
  const advance = (duration: Temporal.DurationLike) => {
    told.length = 0;
    all.discord.clock.advance(duration);
    return [...told];
  };
  return { ...all, told, lounge, advance };
}

describe('by the clock', () => {
  test('an external event begins and ends at its times', async () => {
    const { guild, advance } = await watched();
    const event = guild.scheduleEvent(walk);
    expect(advance({ minutes: 59 })).toEqual([]);
    expect(advance({ minutes: 1 })).toEqual(['Walk 03-03T13:00 active']);
    expect(advance({ hours: 1 })).toEqual(['Walk 03-03T13:00 completed']);
    expect(guild.scheduledEvent(event.id).status).toBe('completed');
  });

  test('a jump passes through everything in between, in order', async () => {
    const { guild, advance } = await watched();
    guild.scheduleEvent({ ...walk, repeats: 'weekly' });
    guild.scheduleEvent({ ...walk, name: 'Run', startsAt: inHours(1.5), endsAt: inHours(week) });
    expect(advance({ hours: 2 * week })).toEqual([
      'Walk 03-03T13:00 active',
      'Run 03-03T13:30 active',
      'Walk 03-10T13:00 scheduled',
      'Run 03-03T13:30 completed',
      'Walk 03-10T13:00 active',
      'Walk 03-17T13:00 scheduled',
    ]);
  });

  test('a change of its times is followed', async () => {
    const { guild, advance } = await watched();
    const event = guild.scheduleEvent(walk);
    guild.changeScheduledEvent(event, { startsAt: inHours(3), endsAt: inHours(4) });
    expect(advance({ hours: 2 })).toEqual([]);
    expect(advance({ hours: 1 })).toEqual(['Walk 03-03T15:00 active']);
    guild.changeScheduledEvent(event, { endsAt: inHours(3.5) });
    expect(advance({ minutes: 30 })).toEqual(['Walk 03-03T15:00 completed']);
  });

  test('a voice event never begins by itself, and is cancelled hours after its start', async () => {
    const { guild, lounge, ada, advance } = await watched();
    guild.scheduleEvent({ name: 'Talk', startsAt: inHours(1), channel: lounge });
    ada.joinsVoice(lounge);
    expect(advance({ hours: 3, minutes: 59 })).toEqual([]);
    expect(advance({ minutes: 1 })).toEqual(['Talk 03-03T13:00 canceled']);
  });

  test('a recurring voice event that nobody begins goes on with the next occurrence', async () => {
    const { guild, lounge, advance } = await watched();
    guild.scheduleEvent({ name: 'Talk', startsAt: inHours(1), channel: lounge, repeats: 'weekly' });
    expect(advance({ hours: 4 })).toEqual(['Talk 03-10T13:00 scheduled']);
  });

  test('a voice event ends minutes after the last one has left', async () => {
    const { guild, lounge, ada, owner, advance } = await watched();
    const event = guild.scheduleEvent({ name: 'Talk', startsAt: inHours(1), channel: lounge });
    guild.startScheduledEvent(event);
    ada.joinsVoice(lounge);
    owner.joinsVoice(lounge);
    expect(advance({ hours: 5 })).toEqual([]);
    ada.leavesVoice();
    expect(advance({ minutes: 10 })).toEqual([]);
    owner.leavesVoice();
    expect(advance({ minutes: 4 })).toEqual([]);
    ada.joinsVoice(lounge);
    expect(advance({ minutes: 10 })).toEqual([]);
    ada.leavesVoice();
    expect(advance({ minutes: 4 })).toEqual([]);
    guild.changeScheduledEvent(event, { description: 'Nobody is here any more' });
    expect(advance({ minutes: 1 })).toEqual(['Talk 03-03T13:00 completed']);
  });

  test('one that is begun in an empty channel ends as well', async () => {
    const { guild, lounge, advance } = await watched();
    const event = guild.scheduleEvent({ name: 'Talk', startsAt: inHours(1), channel: lounge, repeats: 'weekly' });
    guild.startScheduledEvent(event);
    expect(advance({ minutes: 5 })).toEqual(['Talk 03-10T13:00 scheduled']);
  });

  test('skipped occurrences are passed over, moved ones take place when they were moved to', async () => {
    const { guild, advance } = await watched();
    const event = guild.scheduleEvent({ ...walk, repeats: 'weekly' });
    guild.skipOccurrence(event, inHours(1));
    guild.skipOccurrence(event, inHours(1 + 2 * week));
    guild.moveOccurrence(event, inHours(1 + week), { startsAt: inHours(25 + week) });
    expect(advance({ hours: week })).toEqual(['Walk 03-10T13:00 scheduled']);
    expect(advance({ hours: 24 })).toEqual([]);
    expect(advance({ hours: 1 })).toEqual(['Walk 03-10T13:00 active']);
    expect(advance({ hours: 1 })).toEqual(['Walk 03-24T13:00 scheduled']);
  });

  test('a monthly event keeps its length from occurrence to occurrence', async () => {
    const { guild, advance } = await watched();
    const event = guild.scheduleEvent({ ...walk, repeats: 'monthly' });
    advance({ hours: 3 });
    expect(guild.scheduledEvent(event.id)).toMatchObject({ status: 'scheduled' });
    expect(guild.scheduledEvent(event.id).startsAt.toString()).toBe('2026-04-07T13:00:00Z');
    expect(guild.scheduledEvent(event.id).endsAt?.toString()).toBe('2026-04-07T14:00:00Z');
  });

  test('what is due already happens at once, even while the clock stands', async () => {
    const { guild, lounge, changes, fetches, schedules, advance, discord } = await watched();
    const event = await schedules({ ...inVoice(lounge), scheduled_end_time: null });
    advance({ hours: 2 });
    const external = { entity_type: 3, channel_id: null, entity_metadata: { location: 'The pub' } };
    const change = { ...external, scheduled_end_time: inHours(3).toString() };
    expect(await changes(event, change)).toMatchObject({ status: 2 });
    const early = guild.scheduleEvent({ ...walk, startsAt: inHours(5), endsAt: inHours(6) });
    const saved = discord.snapshot();
    advance({ hours: 4 });
    discord.restore(saved);
    expect(await fetches(event)).toMatchObject({ status: 3 });
    expect(guild.scheduledEvent(early.id)).toMatchObject({ status: 'completed' });
  });

  test('times wait through a snapshot', async () => {
    const { guild, discord } = await watched();
    const event = guild.scheduleEvent({ ...walk, startsAt: inHours(1), endsAt: inHours(2) });
    const second = await startDiscord({ clock: discord.clock });
    second.restore(discord.snapshot());
    discord.clock.advance({ hours: 1 });
    expect(second.guild('Climbers').scheduledEvent(event.id)).toMatchObject({ status: 'active' });
    await second.close();
    expect(discord.clock.now().toString()).toBe(noon.add({ hours: 1 }).toString());
  });
});

describe('with its channel', () => {
  test('events to come are cancelled, one under way is completed', async () => {
    const { guild, lounge, told } = await watched();
    guild.scheduleEvent({ name: 'Talk', startsAt: inHours(1), channel: lounge, repeats: 'weekly' });
    const event = guild.scheduleEvent({ name: 'Song', startsAt: inHours(2), channel: lounge });
    guild.scheduleEvent(walk);
    guild.startScheduledEvent(event);
    told.length = 0;
    guild.deleteChannel(lounge);
    expect(told).toEqual(['Talk 03-03T13:00 canceled', 'Song 03-03T14:00 completed']);
    expect(guild.scheduledEvents.map(({ name }) => name)).toEqual(['Walk']);
  });

  test('a stage opens with its event and closes with it', async () => {
    const all = await watched();
    const { guild, discord } = all;
    const stage = guild.createChannel({ name: 'Stage', type: 'stage' });
    const event = guild.scheduleEvent({ name: 'Reading', startsAt: inHours(1), channel: stage, repeats: 'weekly' });
    guild.startScheduledEvent(event);
    const instance = () => ({ id: event.json.entity_id, channel_id: stage.id, guild_scheduled_event_id: event.id });
    const first = instance();
    const client = await login(all, { intents });
    expect(client.guilds.cache.get(guild.id)?.stageInstances.cache.map(({ topic }) => topic)).toEqual(['Reading']);
    const closed = once(client.ws, GatewayDispatchEvents.StageInstanceDelete);
    const opened = once(client.ws, GatewayDispatchEvents.StageInstanceCreate);
    guild.endScheduledEvent(event);
    expect(event.json).toMatchObject({ status: 1, entity_id: null });
    guild.startScheduledEvent(event);
    expect(await closed).toMatchObject([first, 0]);
    expect(await opened).toMatchObject([instance(), 0]);
    discord.assertNoViolations();
  });
});
