import { AuditLogEvent, Routes } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../../playground/discord/index.ts';
import { botThat, community, refusal } from './community.ts';
import { manage, nobody, openThread, standing, withThreads, write } from './in-threads.ts';

describe('around threads', () => {
  test('in an archived thread messages can be deleted and nothing else', async () => {
    const all = await community({}, withThreads | (1n << 51n) | (1n << 6n));
    const { id } = await openThread(all, { name: 'Talk', type: 11 });
    const { id: said } = (await write(all, id)) as { id: string };
    await all.rest.patch(Routes.channel(id), { body: { archived: true } });
    const route = Routes.channelMessage(id, said);
    const archived = { status: 400, code: 50083 };
    expect(await refusal(all.rest.patch(route, { body: { ...nobody, content: 'x' } }))).toEqual(archived);
    expect(await refusal(all.rest.put(Routes.channelMessageOwnReaction(id, said, '👍')))).toEqual(archived);
    expect(await refusal(all.rest.put(Routes.channelMessagesPin(id, said)))).toEqual(archived);
    expect(() => all.ada.reacts('👍', all.ada.reads({ id })[0])).toThrow('archived');
    await all.rest.delete(route);
    expect(all.guild.thread(id).thread).toMatchObject({ archived: true, messageCount: 0 });
    all.discord.assertNoViolations();
  });

  test('a command in a thread is answered there, with the thread in its payload', async () => {
    const all = await community({}, withThreads);
    await botThat(
      async interaction =>
        interaction.isChatInputCommand() &&
        interaction.reply({ content: interaction.channel?.isThread() ? interaction.channel.name : 'no thread' }),
      [{ name: 'where', description: 'Where am I?' }],
      all,
    );
    const thread = all.ada.opensThread({ in: all.general, name: 'Ropes' });
    expect((await all.ada.runs('/where', {}, { in: thread })).text).toBe('Ropes');
    expect(all.owner.reads(thread).map(({ text }) => text)).toEqual(['Ropes']);
    all.ada.archivesThread(thread);
    await expect(all.ada.runs('/where', {}, { in: thread })).rejects.toThrow('not offered');
    all.discord.assertNoViolations();
  });

  test('another server started from a snapshot has its threads, and archives them in time', async () => {
    const all = await community(standing(), withThreads);
    const thread = all.ada.opensThread({ in: all.general, name: 'Ropes' });
    all.ada.says('Which one?', { in: thread });
    const other = await startDiscord(standing());
    onTestFinished(() => other.close());
    other.restore(all.discord.snapshot());
    const guild = other.guild('Climbers');
    expect(
      guild
        .member('ada')
        .reads(thread)
        .map(({ text }) => text),
    ).toEqual(['Which one?']);
    other.clock.advance({ days: 4 });
    expect(guild.thread('Ropes').thread).toMatchObject({ archived: true, memberIds: [all.ada.id] });
  });

  test('with a thousand active ones there is no room for another', async () => {
    const all = await community({}, withThreads);
    for (let n = 0; n < 1000; n += 1) all.ada.opensThread({ in: all.general, name: `t${n}` });
    const body = { name: 'one more', type: 11 };
    expect(await refusal(all.rest.post(Routes.threads(all.general.id), { body }))).toEqual({
      status: 400,
      code: 160006,
    });
  });

  test('the audit log says who made and locked a thread, and why', async () => {
    const all = await community({}, withThreads | manage | (1n << 7n));
    const body = { name: 'Talk', type: 11 };
    const { id } = (await all.rest.post(Routes.threads(all.general.id), { body, reason: 'for the tour' })) as {
      id: string;
    };
    all.owner.locksThread({ id });
    const log = (await all.rest.get(Routes.guildAuditLog(all.guild.id))) as {
      readonly audit_log_entries: readonly { readonly target_id: string }[];
    };
    expect(log.audit_log_entries.filter(({ target_id: target }) => target === id)).toMatchObject([
      { action_type: AuditLogEvent.ThreadUpdate, user_id: all.owner.id, changes: [{ key: 'locked', new_value: true }] },
      { action_type: AuditLogEvent.ThreadCreate, user_id: all.bot.botUserId, reason: 'for the tour' },
    ]);
    all.discord.assertNoViolations();
  });

  test('a deleted thread takes its mark from the message, and a deleted channel its threads', async () => {
    const all = await community({}, withThreads | manage);
    const asked = all.ada.says('Ropes?');
    const thread = all.ada.opensThread({ name: 'Ropes', from: asked });
    await all.rest.delete(Routes.channel(thread.id));
    expect(all.ada.reads(all.general)[0]?.message).toMatchObject({ flags: 0 });
    const again = all.ada.opensThread({ name: 'Again', from: asked });
    all.guild.deleteChannel(all.general);
    expect(all.guild.threads).toEqual([]);
    expect(await refusal(all.rest.get(Routes.channel(again.id)))).toEqual({ status: 404, code: 10003 });
  });
});
