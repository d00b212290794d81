import { Events, GatewayIntentBits, Routes, type VoiceState } from 'discord.js';
import { expect, test } from 'vitest';
import { community, login, refusal, usualPermissions } from './community.ts';

const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates];

test('discord.js sees members come, go and mute themselves, and who was there before it came', async () => {
  const all = await community();
  const room = all.guild.createChannel({ name: 'Study Room', type: 'voice' });
  all.owner.joinsVoice(room);
  const client = await login(all, { intents });
  const channel = client.channels.cache.get(room.id);
  if (channel?.isVoiceBased() !== true) throw new Error('the room is missing');
  expect([...channel.members.keys()]).toEqual([all.owner.id]);
  const heard: (string | null | boolean)[][] = [];
  const three = Promise.withResolvers<void>();
  client.on(Events.VoiceStateUpdate, (_before: VoiceState, { channelId, selfMute }: VoiceState) => {
    heard.push([channelId, selfMute]);
    if (heard.length === 3) three.resolve();
  });
  all.ada.joinsVoice(room);
  all.ada.setsVoice({ muted: true });
  all.ada.leavesVoice();
  await three.promise;
  expect(heard).toEqual([
    [room.id, false],
    [room.id, true],
    [null, true],
  ]);
  expect(all.guild.usersInVoice(room)).toEqual([all.owner.id]);
  all.discord.assertNoViolations();
});

test('without its intent a bot hears nothing of voice', async () => {
  const all = await community();
  const room = all.guild.createChannel({ name: 'Study Room', type: 'voice' });
  await login(all);
  all.ada.joinsVoice(room);
  expect(all.discord.dispatches.map(({ event }) => event)).not.toContain('VOICE_STATE_UPDATE');
});

test('a full room lets only those in who may move members, and a closed one nobody', async () => {
  const { guild, ada, owner } = await community();
  const room = guild.createChannel({ name: 'Two', type: 'voice', userLimit: 1 });
  ada.joinsVoice(room);
  expect(() => guild.join({ name: 'grace' }).joinsVoice(room)).toThrow('full');
  owner.joinsVoice(room);
  const closed = guild.createChannel({ name: 'Closed', type: 'voice', overwrites: [{ for: guild, deny: 1n << 20n }] });
  expect(() => ada.joinsVoice(closed)).toThrow('may not connect');
  expect(() => ada.joinsVoice(guild.channel('general'))).toThrow('no voice channel');
});

test('who leaves the guild or loses the channel is in no channel any more', async () => {
  const { rest, guild, ada, owner } = await community();
  const room = guild.createChannel({ name: 'Room', type: 'voice' });
  ada.joinsVoice(room);
  owner.joinsVoice(room);
  ada.leaves();
  expect(guild.usersInVoice(room)).toEqual([owner.id]);
  guild.deleteChannel(room);
  expect(await refusal(rest.get(Routes.guildVoiceState(guild.id, owner.id)))).toEqual({ status: 404, code: 10065 });
});

test('a bot asks where somebody is', async () => {
  const { discord, rest, guild, ada } = await community();
  const room = guild.createChannel({ name: 'Room', type: 'voice' });
  const route = Routes.guildVoiceState(guild.id, ada.id);
  expect(await refusal(rest.get(route))).toEqual({ status: 404, code: 10065 });
  ada.joinsVoice(room);
  expect(await rest.get(route)).toMatchObject({ channel_id: room.id, user_id: ada.id, self_mute: false });
  discord.assertNoViolations();
});

test('a bot that is in no voice channel has no voice state of its own', async () => {
  const { discord, rest, guild } = await community();
  expect(await refusal(rest.get(Routes.guildVoiceState(guild.id, '@me')))).toEqual({ status: 404, code: 10065 });
  discord.assertNoViolations();
});

test('in a stage a listener is suppressed until a bot with Mute Members lets her speak', async () => {
  const { discord, rest, guild, ada } = await community({}, usualPermissions);
  const stage = guild.createChannel({ name: 'Talks', type: 'stage' });
  ada.joinsVoice(stage);
  ada.setsVoice({ asksToSpeak: true });
  const route = Routes.guildVoiceState(guild.id, ada.id);
  expect(await rest.get(route)).toMatchObject({ suppress: true, request_to_speak_timestamp: expect.any(String) });
  const body = { channel_id: stage.id, suppress: false };
  expect(await refusal(rest.patch(route, { body }))).toEqual({ status: 403, code: 50013 });
  guild.member('Guide').gets(guild.createRole({ name: 'Host', permissions: 1n << 22n }));
  await rest.patch(route, { body });
  expect(await rest.get(route)).toMatchObject({ suppress: false, request_to_speak_timestamp: null });
  discord.assertNoViolations();
});

test('the status of a voice channel is set by those who may', async () => {
  const all = await community();
  const room = all.guild.createChannel({ name: 'Office hours', type: 'voice' });
  const client = await login(all);
  const told = new Promise(resolve =>
    client.ws.on('VOICE_CHANNEL_STATUS_UPDATE' as never, ((data: unknown) => resolve(data)) as never),
  );
  const set = () => all.rest.put(`/channels/${room.id}/voice-status`, { body: { status: '3 in queue' } });
  expect(await refusal(set())).toEqual({ status: 403, code: 50013 });
  all.guild.member('Guide').gets(all.guild.createRole({ name: 'Host', permissions: 1n << 48n }));
  await set();
  expect(await told).toEqual({ id: room.id, guild_id: all.guild.id, status: '3 in queue' });
  all.discord.assertNoViolations();
});
