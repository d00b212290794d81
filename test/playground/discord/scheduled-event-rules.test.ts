import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { atThePub, inHours, inVoice, noon, organised, wrongFields } from './an-organiser.ts';
import { refusal } from './community.ts';

describe('what an event must be made of', () => {
  test.each([
    ['an external event without an end', { scheduled_end_time: null }, ['scheduled_end_time BASE_TYPE_REQUIRED']],
    ['an external event without metadata', { entity_metadata: undefined }, ['entity_metadata BASE_TYPE_REQUIRED']],
    ['an external event in a channel', { channel_id: '1' }, ['channel_id BASE_TYPE_CHOICES']],
    [
      'an external event nowhere',
      { entity_metadata: { location: ' ' } },
      ['entity_metadata.location BASE_TYPE_BAD_LENGTH'],
    ],
    ['a voice event without a channel', { entity_type: 2, entity_metadata: null }, ['channel_id BASE_TYPE_REQUIRED']],
    ['a stage event without a channel', { entity_type: 1, entity_metadata: null }, ['channel_id BASE_TYPE_REQUIRED']],
    ['an event without a name', { name: ' ' }, ['name BASE_TYPE_BAD_LENGTH']],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, ['name BASE_TYPE_MAX_LENGTH']],
    ['a description of 1001 characters', { description: 'x'.repeat(1001) }, ['description BASE_TYPE_MAX_LENGTH']],
    ['another privacy level', { privacy_level: 1 }, ['privacy_level BASE_TYPE_CHOICES']],
    ['a picture that is none', { image: 'data:image/png;base64,aGVsbG8=' }, ['image IMAGE_INVALID']],
    [
      'an end before the start',
      { scheduled_end_time: noon.toString() },
      ['scheduled_end_time GUILD_SCHEDULED_EVENT_SCHEDULE_END'],
    ],
  ])('%s is refused', async (_, body, expected) => {
    const { schedules, discord } = await organised();
    expect(await wrongFields(schedules(body))).toEqual(expected);
    expect(discord.violations).not.toEqual([]);
  });

  test('a start that is not in the future is refused, which is no fault of the body', async () => {
    const { schedules, discord } = await organised();
    const past = ['scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST'];
    expect(await wrongFields(schedules({ scheduled_start_time: noon.toString() }))).toEqual(past);
    discord.assertNoViolations();
  });

  test('a time without an offset is UTC', async () => {
    const { schedules } = await organised();
    const event = await schedules({ scheduled_start_time: '2026-03-03T13:00:00' });
    expect(event.scheduled_start_time).toBe('2026-03-03T13:00:00.000Z');
  });

  test('the channel must exist and suit the type', async () => {
    const { schedules, guild, general } = await organised();
    expect(await wrongFields(schedules(inVoice(general)))).toEqual(['channel_id CHANNEL_TYPE_INVALID']);
    const stage = guild.createChannel({ name: 'Stage', type: 'stage' });
    expect(await wrongFields(schedules(inVoice(stage)))).toEqual(['channel_id CHANNEL_TYPE_INVALID']);
    expect(await refusal(schedules(inVoice({ id: '1' })))).toEqual({ status: 404, code: 10003 });
  });
});

describe('how an event may change', () => {
  test('becoming external takes a location, an end, and the channel given up aloud', async () => {
    const { schedules, changes, guild } = await organised();
    const lounge = guild.createChannel({ name: 'Lounge', type: 'voice' });
    const event = await schedules({ ...inVoice(lounge), scheduled_end_time: null });
    expect(await wrongFields(changes(event, { entity_type: 3 }))).toEqual([
      'scheduled_end_time BASE_TYPE_REQUIRED',
      'entity_metadata.location BASE_TYPE_REQUIRED',
      'channel_id BASE_TYPE_REQUIRED',
    ]);
    const { entity_metadata, scheduled_end_time } = atThePub;
    const moved = await changes(event, { entity_type: 3, channel_id: null, entity_metadata, scheduled_end_time });
    expect(moved).toMatchObject({ entity_type: 3, channel_id: null, entity_metadata: { location: 'The pub' } });
  });

  test('becoming a voice event takes a channel and forgets the location', async () => {
    const { schedules, changes, guild, discord } = await organised();
    const event = await schedules();
    expect(await wrongFields(changes(event, { entity_type: 2 }))).toEqual(['channel_id BASE_TYPE_REQUIRED']);
    const lounge = guild.createChannel({ name: 'Lounge', type: 'voice' });
    const moved = await changes(event, { entity_type: 2, channel_id: lounge.id });
    expect(moved).toMatchObject({ entity_type: 2, channel_id: lounge.id, entity_metadata: null });
    discord.assertNoViolations();
  });

  test('only external events have a location', async () => {
    const { schedules, changes, guild } = await organised();
    const event = await schedules(inVoice(guild.createChannel({ name: 'Lounge', type: 'voice' })));
    const unsupported = ['entity_metadata GUILD_SCHEDULED_EVENT_ENTITY_METADATA_UNSUPPORTED'];
    expect(await wrongFields(changes(event, { entity_metadata: { location: 'The pub' } }))).toEqual(unsupported);
    expect(await changes(event, { entity_metadata: null })).toMatchObject({ entity_metadata: null });
  });

  test('an external event keeps its end, whatever else changes', async () => {
    const { schedules, changes } = await organised();
    const event = await schedules();
    expect(await wrongFields(changes(event, { scheduled_end_time: null }))).toEqual([
      'scheduled_end_time BASE_TYPE_REQUIRED',
    ]);
    expect(await wrongFields(changes(event, { scheduled_start_time: inHours(2).toString() }))).toEqual([
      'scheduled_end_time GUILD_SCHEDULED_EVENT_SCHEDULE_END',
    ]);
    const times = { scheduled_start_time: inHours(3).toString(), scheduled_end_time: inHours(4).toString() };
    expect(await changes(event, times)).toMatchObject({ scheduled_start_time: '2026-03-03T15:00:00.000Z' });
  });

  test('the start of an event under way stands, even if it is sent unchanged', async () => {
    const { schedules, changes } = await organised();
    const event = await schedules();
    await changes(event, { status: 2 });
    const { scheduled_start_time } = atThePub;
    expect(await wrongFields(changes(event, { scheduled_start_time }))).toEqual([
      'scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID_START_BY_STATUS',
    ]);
    expect(await changes(event, { name: 'Started' })).toMatchObject({ name: 'Started', status: 2 });
  });

  test.each([
    [[], 3],
    [[2], 1],
    [[2], 4],
  ])('after %j it does not become %i', async (before, status) => {
    const { schedules, changes } = await organised();
    const event = await schedules();
    for (const earlier of before) await changes(event, { status: earlier });
    expect(await wrongFields(changes(event, { status }))).toEqual(['status BASE_TYPE_CHOICES']);
  });

  test.each([[[2, 3]], [[4]]])('after %j nothing changes any more', async statuses => {
    const { schedules, changes } = await organised();
    const event = await schedules();
    for (const status of statuses) expect(await changes(event, { status })).toMatchObject({ status });
    for (const status of [1, 2, 3, 4])
      expect(await refusal(changes(event, { status }))).toEqual({ status: 400, code: 180000 });
  });

  test('nothing starts as another type than it is', async () => {
    const { schedules, changes, guild } = await organised();
    const event = await schedules(inVoice(guild.createChannel({ name: 'Lounge', type: 'voice' })));
    const stage = guild.createChannel({ name: 'Stage', type: 'stage' });
    const start = changes(event, { status: 2, entity_type: 1, channel_id: stage.id });
    expect(await refusal(start)).toEqual({ status: 400, code: 50091 });
  });

  test('an unknown type is refused by the schema, an unknown key ignored and remembered', async () => {
    const { schedules, discord, rest, guild } = await organised();
    expect(await wrongFields(schedules({ entity_type: 7 }))).toContain('entity_type BASE_TYPE_CHOICES');
    const body = { ...atThePub, auto_start: true };
    await rest.post(Routes.guildScheduledEvents(guild.id), { body });
    expect(discord.violations.map(({ path }) => path)).toContain('auto_start');
  });
});
