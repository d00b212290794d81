import { type APIMessage, ButtonBuilder, ButtonStyle, Routes, StringSelectMenuBuilder } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const v2 = 1 << 15;
const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
const moderates = usualPermissions | (1n << 40n) | (1n << 5n);

const send = ({ rest, general }: Community, body: object) =>
  rest.post(Routes.channelMessages(general.id), { body: { allowed_mentions: { parse: [] }, ...body } });

const problems = ({ discord }: Community) => discord.violations.map(({ path, problem }) => `${path}: ${problem}`);
const unknown = 'UNKNOWN_KEY: This key is not in the published schema; Discord ignores it.';

describe('a key that Discord does not know', () => {
  test('is ignored as on Discord, however deep it stands, and remembered', async () => {
    const all = await community();
    const components = [{ type: 1, components: [{ ...button, size: 3 }] }];
    const sent = (await send(all, { content: undefined, flags: v2, colour: 1, components })) as APIMessage;
    expect(JSON.stringify(sent)).not.toContain('size');
    expect(problems(all)).toEqual([`colour: ${unknown}`, `components.0.components.0.size: ${unknown}`]);
    expect(all.discord.requests.at(-1)?.body).toMatchObject({ colour: 1 });
  });

  test('is no part of the refusal beside a real mistake', async () => {
    const all = await community();
    const error = await send(all, { content: 7, colour: 1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 400, rawError: { errors: { content: { _errors: [expect.anything()] } } } });
    expect((error as { rawError: { errors: object } }).rawError.errors).not.toHaveProperty('colour');
    expect(await refusal(send(all, { content: 7 }))).toEqual({ status: 400, code: 50035 });
  });

  test('in one of many commands is found there', async () => {
    const all = await community();
    const { bot, rest } = all;
    const command = { name: 'path', description: 'Paths' };
    await rest.put(Routes.applicationCommands(bot.id), {
      body: [command, { ...command, name: 'help', colour: 'red' }],
    });
    expect(problems(all)).toEqual([`1.colour: ${unknown}`]);
    expect(bot.commands.map(({ name }) => name)).toEqual(['path', 'help']);
  });
});

describe('what discord.js sends beyond the schema is no mistake of the bot’s', () => {
  test('emojis of buttons and options', async () => {
    const all = await community();
    const client = await login(all);
    const channel = await client.channels.fetch(all.general.id);
    const go = new ButtonBuilder().setCustomId('go').setEmoji('✅').setStyle(ButtonStyle.Primary);
    const select = new StringSelectMenuBuilder()
      .setCustomId('level')
      .addOptions({ label: 'Hard', value: 'hard', emoji: '🪢' });
    if (!channel?.isSendable()) throw new Error('the channel is gone');
    await channel.send({
      components: [
        { type: 1, components: [go] },
        { type: 1, components: [select] },
      ],
    });
    const [shown] = all.ada.reads(all.general);
    expect(shown?.buttons[0]?.label).toBe('✅');
    expect(shown?.selects[0]?.options[0]?.value).toBe('hard');
    all.discord.assertNoViolations();
  });

  test('timeouts, overwrites and settings of the guild', async () => {
    const all = await community({}, moderates);
    const client = await login(all);
    const guild = await client.guilds.fetch(all.guild.id);
    const member = await guild.members.fetch(all.ada.id);
    await member.timeout(60_000, 'a pause');
    expect(all.ada.json.communication_disabled_until).not.toBeNull();
    await guild.edit({ verificationLevel: 2, systemChannel: all.general.id, reason: 'quieter' });
    expect(guild.verificationLevel).toBe(2);
    const channel = await guild.channels.fetch(all.general.id);
    if (channel === null || channel.isThread()) throw new Error('the channel is gone');
    await channel.permissionOverwrites.edit(all.ada.id, { SendMessages: false });
    expect(all.general.json).toMatchObject({ permission_overwrites: [{ id: all.ada.id, type: 1, deny: '2048' }] });
    all.discord.assertNoViolations();
  });
});
