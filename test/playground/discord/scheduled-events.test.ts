import { once } from 'node:events';
import {
  Events,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Routes,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { connect, createEvents, inHours, intents, inVoice, manageEvents, organised, view } from './an-organiser.ts';
import { community, login, refusal } from './community.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('scheduled events', () => {
  test('discord.js makes, changes, starts, ends and deletes one', async () => {
    const all = await organised();
    const { discord, guild } = all;
    const lounge = guild.createChannel({ name: 'Lounge', type: 'voice' });
    const client = await login(all, { intents });
    const events = client.guilds.cache.get(guild.id)?.scheduledEvents;
    const made = await events?.create({
      name: 'Reading group',
      entityType: GuildScheduledEventEntityType.Voice,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      channel: lounge.id,
      scheduledStartTime: inHours(1).toString(),
      description: 'Chapter 4',
      image: png,
      reason: 'Because it is Tuesday',
    });
    expect(made).toMatchObject({ name: 'Reading group', channelId: lounge.id, creatorId: client.user.id });
    expect(made?.image).toMatch(/^[0-9a-f]{32}$/);
    await made?.edit({ name: 'Reading circle', scheduledEndTime: inHours(3).toString() });
    expect(guild.scheduledEvent('Reading circle')).toMatchObject({ status: 'scheduled', description: 'Chapter 4' });
    await made?.setStatus(GuildScheduledEventStatus.Active);
    expect(guild.scheduledEvent('Reading circle').status).toBe('active');
    await made?.setStatus(GuildScheduledEventStatus.Completed);
    expect(guild.scheduledEvent(made?.id ?? '').status).toBe('completed');
    expect(guild.scheduledEvents).toEqual([]);
    const second = guild.scheduleEvent({
      name: 'Second',
      channel: lounge,
      startsAt: inHours(5),
      by: { id: client.user.id },
    });
    await events?.delete(second.id);
    expect(() => guild.scheduledEvent('Second')).toThrow('no scheduled event "Second"');
    expect(discord.requests.find(({ method }) => method === 'POST')?.reason).toBe('Because it is Tuesday');
    discord.assertNoViolations();
  });

  test('its picture is kept, served under its address, exchanged and taken away', async () => {
    const { discord, schedules, changes } = await organised();
    const image = `data:image/png;base64,${png.toString('base64')}`;
    const event = await schedules({ image });
    const cdn = discord.url.replace('/api', '');
    const picture = await fetch(`${cdn}/guild-events/${event.id}/${event.image}.png?size=512`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
    expect((await fetch(`${cdn}/guild-events/${event.id}/${'0'.repeat(32)}.png`)).status).toBe(404);
    expect(await changes(event, { name: 'Same picture' })).toMatchObject({ image: event.image });
    expect(await changes(event, { image: null })).toMatchObject({ image: null });
    expect((await fetch(`${cdn}/guild-events/${event.id}/${event.image}.png`)).status).toBe(404);
    discord.assertNoViolations();
  });

  test('what happens to an event by hand reaches discord.js', async () => {
    const all = await organised();
    const client = await login(all, { intents });
    const told: string[] = [];
    client.on(Events.GuildScheduledEventCreate, event => told.push(`made ${event.name}`));
    client.on(Events.GuildScheduledEventUpdate, (_, event) => told.push(`${event.name} is ${event.status}`));
    client.on(Events.GuildScheduledEventDelete, event => told.push(`deleted ${event.name}`));
    const deleted = once(client, Events.GuildScheduledEventDelete);
    const event = all.guild.scheduleEvent({
      name: 'Walk',
      startsAt: inHours(1),
      endsAt: inHours(2),
      location: 'The park',
    });
    all.guild.changeScheduledEvent(event, { name: 'Long walk' });
    all.guild.startScheduledEvent(event);
    all.guild.endScheduledEvent(event);
    all.guild.deleteScheduledEvent(event);
    await deleted;
    expect(told).toEqual(['made Walk', 'Long walk is 1', 'Long walk is 2', 'Long walk is 3', 'deleted Long walk']);
    all.discord.assertNoViolations();
  });

  test('without the intent nothing is told, yet a new session knows what is to come', async () => {
    const all = await organised();
    all.guild.scheduleEvent({ name: 'Walk', startsAt: inHours(1), endsAt: inHours(2), location: 'The park' });
    const client = await login(all);
    const cached = client.guilds.cache.get(all.guild.id)?.scheduledEvents.cache;
    expect(cached?.map(({ name }) => name)).toEqual(['Walk']);
    all.guild.scheduleEvent({ name: 'Run', startsAt: inHours(1), endsAt: inHours(2), location: 'The park' });
    const later = once(client, Events.GuildRoleCreate);
    all.guild.createRole({ name: 'Later' });
    await later;
    expect(cached?.size).toBe(1);
  });

  test('the answers carry the creator, and the number of the interested when asked for', async () => {
    const { schedules, rest, guild, ada, bot, discord } = await organised();
    const event = await schedules();
    expect(event).toMatchObject({
      creator_id: bot.botUserId,
      creator: { id: bot.botUserId },
      status: 1,
      entity_id: null,
    });
    expect(event).not.toHaveProperty('user_count');
    ada.takesInterestIn(event);
    const query = new URLSearchParams({ with_user_count: 'true' });
    expect(await rest.get(Routes.guildScheduledEvents(guild.id), { query })).toMatchObject([{ user_count: 1 }]);
    expect(await rest.get(Routes.guildScheduledEvent(guild.id, event.id), { query })).toMatchObject({ user_count: 1 });
    discord.assertNoViolations();
  });

  test('the 101st that is open is refused with 30038, finished ones do not count', async () => {
    const { schedules, changes, guild } = await organised();
    const first = await schedules();
    while (guild.scheduledEvents.length < 100)
      guild.scheduleEvent({ name: 'More', startsAt: inHours(1), endsAt: inHours(2), location: 'The park' });
    expect(await refusal(schedules())).toEqual({ status: 400, code: 30038 });
    await changes(first, { status: 4 });
    expect(await schedules()).toMatchObject({ status: 1 });
  });

  test('one that is over can be fetched, but neither listed nor changed', async () => {
    const { schedules, changes, fetches, rest, guild } = await organised();
    const event = await schedules();
    await changes(event, { status: 4 });
    expect(await fetches(event)).toMatchObject({ status: 4 });
    expect(await rest.get(Routes.guildScheduledEvents(guild.id))).toEqual([]);
    expect(await refusal(changes(event, { name: 'Again' }))).toEqual({ status: 400, code: 180000 });
    expect(await refusal(fetches({ id: '1' }))).toEqual({ status: 404, code: 10070 });
  });

  test('the audit log names who did it and why', async () => {
    const { rest, schedules, changes, guild, owner, bot, discord } = await organised(view | createEvents | (1n << 7n));
    const event = await schedules();
    await changes(event, { name: 'Reading circle' });
    guild.cancelScheduledEvent(event);
    const log = (await rest.get(Routes.guildAuditLog(guild.id))) as {
      audit_log_entries: { action_type: number; user_id: string; changes: { key: string }[] }[];
    };
    const entries = log.audit_log_entries.filter(({ action_type }) => action_type >= 100 && action_type <= 102);
    expect(entries.map(({ action_type, user_id }) => [action_type, user_id])).toEqual([
      [101, owner.id],
      [101, bot.botUserId],
      [100, bot.botUserId],
    ]);
    expect(entries[1]?.changes).toEqual([{ key: 'name', old_value: 'Reading group', new_value: 'Reading circle' }]);
    discord.assertNoViolations();
  });
});

describe('permissions for scheduled events', () => {
  test('making one takes Create Events; Manage Events does not suffice', async () => {
    const { schedules } = await organised(view | manageEvents);
    expect(await refusal(schedules())).toEqual({ status: 403, code: 50013 });
  });

  test('events of others take Manage Events', async () => {
    const { guild, changes, rest } = await organised();
    const event = guild.scheduleEvent({ name: 'Walk', startsAt: inHours(1), endsAt: inHours(2), location: 'The park' });
    expect(await refusal(changes(event, { name: 'Run' }))).toEqual({ status: 403, code: 50013 });
    expect(await refusal(rest.delete(Routes.guildScheduledEvent(guild.id, event.id)))).toEqual({
      status: 403,
      code: 50013,
    });
    const manager = await organised(view | manageEvents);
    const theirs = manager.guild.scheduleEvent({
      name: 'Walk',
      startsAt: inHours(1),
      endsAt: inHours(2),
      location: 'The park',
    });
    expect(await manager.changes(theirs, { name: 'Run' })).toMatchObject({ name: 'Run' });
  });

  test('a voice event takes Connect, a stage event the permissions of a stage moderator', async () => {
    const all = await organised(view | createEvents);
    const lounge = all.guild.createChannel({ name: 'Lounge', type: 'voice' });
    all.guild.changeChannel(lounge, { overwrites: [{ for: all.guild.everyone, deny: connect }] });
    expect(await refusal(all.schedules(inVoice(lounge)))).toEqual({ status: 403, code: 50013 });
    const stage = all.guild.createChannel({ name: 'Stage', type: 'stage' });
    const onStage = { ...inVoice(stage), entity_type: 1 };
    expect(await refusal(all.schedules(onStage))).toEqual({ status: 403, code: 50013 });
    const moderator = await organised(view | createEvents | (1n << 4n) | (1n << 22n) | (1n << 24n));
    const theirs = moderator.guild.createChannel({ name: 'Stage', type: 'stage' });
    expect(await moderator.schedules({ ...onStage, channel_id: theirs.id })).toMatchObject({ entity_type: 1 });
  });

  test('events in a channel that a bot does not see do not exist for it', async () => {
    const all = await organised();
    const { guild, fetches, rest, schedules } = all;
    const secret = guild.createChannel({
      name: 'Secret',
      type: 'voice',
      overwrites: [{ for: guild.everyone, deny: view }],
    });
    const client = await login(all, { intents });
    const event = guild.scheduleEvent({ name: 'Plot', startsAt: inHours(1), channel: secret });
    const told = once(client, Events.GuildScheduledEventCreate);
    guild.scheduleEvent({ name: 'Walk', startsAt: inHours(1), endsAt: inHours(2), location: 'The park' });
    expect(await told).toMatchObject([{ name: 'Walk' }]);
    expect(client.guilds.cache.get(guild.id)?.scheduledEvents.cache.has(event.id)).toBe(false);
    expect(await rest.get(Routes.guildScheduledEvents(guild.id))).toMatchObject([{ name: 'Walk' }]);
    expect(await refusal(fetches(event))).toEqual({ status: 403, code: 50001 });
    expect(await refusal(schedules(inVoice(secret)))).toEqual({ status: 403, code: 50001 });
    expect(() => all.ada.takesInterestIn(event)).toThrow('ada sees no scheduled event');
  });

  test('a bot outside the guild finds nothing', async () => {
    const { rest } = await community();
    expect(await refusal(rest.get(Routes.guildScheduledEvents('1')))).toEqual({ status: 404, code: 10004 });
  });
});
