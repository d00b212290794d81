import { type APIAuditLog, AuditLogEvent, Events, GatewayIntentBits, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const viewAuditLog = 1n << 7n;
const strict = { answers: true, dispatches: true };
const withLog = () => community({ strict }, usualPermissions | viewAuditLog);
const log = async ({ rest, guild }: Community, query = '') =>
  (await rest.get(`${Routes.guildAuditLog(guild.id)}${query}`)) as APIAuditLog;
const actions = async (all: Community, query = '') =>
  (await log(all, query)).audit_log_entries.map(({ action_type }) => action_type);

describe('the audit log', () => {
  test('what a bot changes is entered with its reason, and told to those who may see the log', async () => {
    const all = await withLog();
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildModeration] });
    const told = new Promise<object>(resolve =>
      client.once(Events.GuildAuditLogEntryCreate, ({ action, executorId, targetId, reason }) =>
        resolve({ action, executorId, targetId, reason }),
      ),
    );
    const learner = all.guild.createRole({ name: 'Learner' });
    await told;
    const next = new Promise<object>(resolve =>
      client.once(Events.GuildAuditLogEntryCreate, ({ action, executorId, targetId, reason, changes }) =>
        resolve({ action, executorId, targetId, reason, changes }),
      ),
    );
    await all.rest.put(Routes.guildMemberRole(all.guild.id, all.ada.id, learner.id), { reason: 'Finished: Grün' });
    expect(await next).toEqual({
      action: AuditLogEvent.MemberRoleUpdate,
      executorId: all.bot.botUserId,
      targetId: all.ada.id,
      reason: 'Finished: Grün',
      changes: [{ key: '$add', new: [{ id: learner.id, name: 'Learner' }] }],
    });
    all.discord.assertNoViolations();
  });

  test('what the owner does stands under her name, a bot’s coming as one entry', async () => {
    const all = await withLog();
    const role = all.guild.createRole({ name: 'Learner' });
    all.guild.changeRole(role, { name: 'Graduate', color: 255 });
    all.guild.deleteRole(role);
    const { audit_log_entries: entries, users } = await log(all);
    expect(entries.map(({ action_type, user_id }) => [action_type, user_id])).toEqual([
      [AuditLogEvent.RoleDelete, all.owner.id],
      [AuditLogEvent.RoleUpdate, all.owner.id],
      [AuditLogEvent.RoleCreate, all.owner.id],
      [AuditLogEvent.BotAdd, all.owner.id],
      [AuditLogEvent.ChannelCreate, all.owner.id],
    ]);
    expect(entries[1]?.changes).toEqual([
      { key: 'name', old_value: 'Learner', new_value: 'Graduate' },
      { key: 'color', old_value: 0, new_value: 255 },
      {
        key: 'colors',
        old_value: { primary_color: 0, secondary_color: null, tertiary_color: null },
        new_value: { primary_color: 255, secondary_color: null, tertiary_color: null },
      },
    ]);
    expect(users.map(({ username }) => username)).toEqual(expect.arrayContaining(['olga', 'Guide']));
  });

  test('what changes nothing, and what happens by itself, is not entered', async () => {
    const all = await withLog();
    const role = all.guild.createRole({ name: 'Learner' });
    const before = (await actions(all)).length;
    all.guild.changeRole(role, { name: 'Learner' });
    all.ada.becomes({ nick: null });
    all.guild.join({ name: 'eve' }).leaves();
    expect((await actions(all)).length).toBe(before);
  });

  test('entries are filtered and paged, newest first unless asked for by after', async () => {
    const all = await withLog();
    const { rest, guild } = all;
    const low = guild.createRole({ name: 'low' });
    await rest.patch(Routes.guildRole(guild.id, low.id), { body: { name: 'lower' } });
    await rest.delete(Routes.guildRole(guild.id, low.id));
    const { audit_log_entries: everything } = await log(all);
    const oldest = everything.at(-1)?.id;
    expect(await actions(all, `?user_id=${all.bot.botUserId}`)).toEqual([32, 31]);
    expect(await actions(all, '?action_type=30')).toEqual([30]);
    expect(await actions(all, `?target_id=${low.id}&limit=2`)).toEqual([32, 31]);
    expect(await actions(all, `?before=${everything[0]?.id}&limit=1`)).toEqual([31]);
    expect(await actions(all, `?after=${oldest}`)).toEqual(
      everything
        .map(({ action_type }) => action_type)
        .reverse()
        .slice(1),
    );
    for (const query of ['?limit=101', '?limit=0', '?action_type=ban', '?user_id=ada'])
      expect(await refusal(actions(all, query))).toEqual({ status: 400, code: 50035 });
  });

  test('a bot without View Audit Log reads nothing of it and is told nothing', async () => {
    const all = await community({ strict });
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildModeration] });
    expect(await refusal(log(all))).toEqual({ status: 403, code: 50013 });
    const heard: unknown[] = [];
    client.on(Events.GuildAuditLogEntryCreate, entry => heard.push(entry));
    const created = new Promise(resolve => client.once(Events.GuildRoleCreate, resolve));
    all.guild.createRole({ name: 'Learner' });
    await created;
    const changed = new Promise(resolve => client.once(Events.GuildRoleUpdate, resolve));
    all.guild.changeRole(all.guild.role('Learner'), { name: 'Graduate' });
    await changed;
    expect(heard).toEqual([]);
  });

  test('the log keeps the latest thousand', async () => {
    const { guild } = await community();
    const role = guild.createRole({ name: 'Learner' });
    for (let n = 0; n < 1010; n += 1) guild.changeRole(role, { name: `Learner ${n}` });
    expect(guild.auditLog()).toHaveLength(1000);
    expect(guild.auditLog()[0]?.changes?.[0]).toMatchObject({ new_value: 'Learner 1009' });
  });
});

describe('what is not about roles and members', () => {
  test('deleting and pinning others’ messages is entered, deleting one’s own is not', async () => {
    const all = await community({ strict }, usualPermissions | viewAuditLog | (1n << 13n) | (1n << 51n));
    const { rest, ada, general, guild } = all;
    const [own, kept] = ['mine', 'kept'].map(text => ada.says(text, { in: general }).message?.id ?? '');
    const sent = (await rest.post(Routes.channelMessages(general.id), {
      body: { content: 'hello', allowed_mentions: { parse: [] } },
    })) as { id: string };
    const since = guild.auditLog().length;
    await rest.delete(Routes.channelMessage(general.id, sent.id));
    await rest.put(Routes.channelMessagesPin(general.id, kept ?? ''));
    await rest.delete(Routes.channelMessagesPin(general.id, kept ?? ''));
    await rest.delete(Routes.channelMessage(general.id, own ?? ''));
    const entries = guild.auditLog().slice(0, guild.auditLog().length - since);
    expect(entries.map(({ action_type, target_id, options }) => [action_type, target_id, options])).toEqual([
      [AuditLogEvent.MessageDelete, ada.id, { channel_id: general.id, count: '1' }],
      [AuditLogEvent.MessageUnpin, ada.id, { channel_id: general.id, message_id: kept }],
      [AuditLogEvent.MessagePin, ada.id, { channel_id: general.id, message_id: kept }],
    ]);
    all.discord.assertNoViolations();
  });

  test('threads and events that entries are about come along while they are there', async () => {
    const all = await withLog();
    const thread = all.ada.opensThread({ in: all.general, name: 'Week one' });
    const { audit_log_entries: entries, threads } = await log(all, '?action_type=110');
    expect(entries.map(({ user_id, target_id }) => [user_id, target_id])).toEqual([[all.ada.id, thread.id]]);
    expect(threads.map(({ name }) => name)).toEqual(['Week one']);
    all.discord.assertNoViolations();
  });
});
