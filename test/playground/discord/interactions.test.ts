import { type Interaction, MessageFlags, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { aBotThat, button, card, reply, row, text, v2 } from './a-bot.ts';
import { refusal } from './community.ts';

describe('slash commands', () => {
  test('a reply with a card is what the member sees, and nobody else', async () => {
    const { ada, owner, discord } = await aBotThat(interaction =>
      reply(interaction, card(text('# Hello'), { type: 14 }, row(button('More', 'more')))),
    );
    const shown = await ada.runs('/hello');
    expect(shown).toMatchObject({
      kind: 'message',
      text: '# Hello',
      ephemeral: true,
      thinking: false,
      author: 'Guide',
    });
    expect(shown.buttons.map(({ label, customId }) => [label, customId])).toEqual([['More', 'more']]);
    expect(ada.sees().map(message => message.text)).toEqual(['# Hello']);
    expect(owner.sees()).toEqual([]);
    discord.assertNoViolations();
  });

  test('the bot learns who asks, where, in which language and with which rights', async () => {
    let seen: Interaction | undefined;
    const { ada, general, guild } = await aBotThat(async interaction => {
      seen = interaction;
      await reply(interaction, [text('ok')]);
    });
    await ada.runs('/hello');
    expect(seen).toMatchObject({
      locale: 'en-US',
      guildLocale: 'en-US',
      channelId: general.id,
      guildId: guild.id,
      context: 0,
    });
    expect(seen?.memberPermissions?.bitfield).toBe(guild.permissionsOf(ada, general));
    expect(seen?.appPermissions.has('ManageRoles')).toBe(true);
    expect(seen?.user.username).toBe('ada');
  });

  test('options arrive by name, users with their member', async () => {
    const { ada, owner } = await aBotThat(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const who = options.getMember('with');
      const name = who !== null && 'displayName' in who ? who.displayName : 'nobody';
      await reply(interaction, [text(`${options.getSubcommand()} ${options.getString('path')} with ${name}`)]);
    });
    expect((await ada.runs('/path choose', { path: 'law', with: owner })).text).toBe('choose law with olga');
  });

  test('the client checks options before it sends anything', async () => {
    const { ada, discord } = await aBotThat(interaction => reply(interaction, [text('ok')]));
    await expect(ada.runs('/path choose')).rejects.toThrow('"path" is required');
    await expect(ada.runs('/path')).rejects.toThrow('needs a subcommand: choose');
    await expect(ada.runs('/path choose', { path: 'a', colour: 'red' })).rejects.toThrow('no option "colour"');
    await expect(ada.runs('/nothing')).rejects.toThrow('Offered: /hello, /path');
    expect(discord.lastInteraction).toBeUndefined();
  });

  test('a deferral shows "thinking", and the edit is the answer', async () => {
    const { ada, discord } = await aBotThat(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      expect(ada.sees().map(({ thinking }) => thinking)).toEqual([true]);
      await interaction.editReply({ components: [text('Done')] as never, flags: v2 });
    });
    expect(await ada.runs('/hello')).toMatchObject({ kind: 'message', text: 'Done', ephemeral: true, thinking: false });
    expect(ada.sees().map(({ message }) => message?.edited_timestamp)).toEqual([null]);
    discord.assertNoViolations();
  });

  test('follow-ups are messages of their own, ephemeral or not', async () => {
    const { ada, owner, discord } = await aBotThat(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      await reply(interaction, [text('for you')]);
      await interaction.followUp({ components: [text('for all')] as never, flags: v2 });
    });
    await ada.runs('/hello');
    await discord.until(() => owner.sees().length === 1);
    expect(ada.sees().map(shown => [shown.text, shown.ephemeral])).toEqual([
      ['for you', true],
      ['for all', false],
    ]);
    expect(owner.sees().map(shown => shown.text)).toEqual(['for all']);
  });

  test('with_response gives the message that was made', async () => {
    let id: string | undefined;
    const { ada } = await aBotThat(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.reply({ content: 'hi', withResponse: true });
      id = resource?.message?.id;
    });
    const shown = await ada.runs('/hello');
    expect(shown.message?.interaction_metadata).toMatchObject({ type: 2, user: { username: 'ada' } });
    await expect.poll(() => id).toBe(shown.message?.id);
  });

  test('in direct messages the bot hears the user instead of a member', async () => {
    const { ada, bot, rest } = await aBotThat(interaction =>
      reply(interaction, [text(`${interaction.context} ${interaction.inGuild()} ${interaction.user.username}`)]),
    );
    const dm = (await rest.post(Routes.userChannels(), { body: { recipient_id: ada.id } })) as { id: string };
    expect((await ada.runs('/hello', {}, { in: dm, application: bot })).text).toBe('1 false ada');
  });
});

describe('autocompletion', () => {
  test('what is typed reaches the bot, and its choices the member', async () => {
    const { ada } = await aBotThat(async interaction => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([
        { name: `${interaction.options.getFocused()}uit Breaker`, value: 'pattern-circuit-breaker' },
      ]);
    });
    const choices = await ada.types('/path choose', 'path', 'Circ');
    expect(choices).toEqual([{ name: 'Circuit Breaker', value: 'pattern-circuit-breaker' }]);
  });

  test('more than 25 choices are refused', async () => {
    const { ada, discord } = await aBotThat(async interaction => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond(Array.from({ length: 26 }, (_, n) => ({ name: `n${n}`, value: `v${n}` })));
    });
    const typing = ada.types('/path choose', 'path', 'x').catch((error: Error) => error.message);
    await discord.until(() => discord.violations.length > 0);
    discord.clock.advance({ seconds: 4 });
    expect(await typing).toContain('no answer within 3 seconds');
  });
});

describe('the limits of an interaction', () => {
  test('three seconds without an answer: the member is told, and the bot gets 10062', async () => {
    const arrived = Promise.withResolvers<Interaction>();
    const { ada, rest, discord } = await aBotThat(async interaction => arrived.resolve(interaction), true);
    const running = ada.runs('/hello');
    const { id, token } = await arrived.promise;
    discord.clock.advance({ seconds: 3, milliseconds: 1 });
    expect(await running).toMatchObject({ kind: 'no-response', text: 'The application did not respond' });
    const late = rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false });
    expect(await refusal(late)).toEqual({ status: 404, code: 10062 });
  });

  test('an interaction that came from outside has the same three seconds', async () => {
    const arrived = Promise.withResolvers<Interaction>();
    const { ada, rest, discord } = await aBotThat(async interaction => {
      if (interaction.id === '1') arrived.resolve(interaction);
      else await reply(interaction, [text('hi')]);
    }, true);
    await ada.runs('/hello');
    const known = discord.lastInteraction;
    if (known === undefined) throw new Error('nothing was delivered');
    discord.deliver({ ...known, id: '1', token: 'from-outside' });
    await arrived.promise;
    const late = rest.post(Routes.interactionCallback('1', 'from-outside'), { body: { type: 5 }, auth: false });
    expect(await refusal(late)).toEqual({ status: 404, code: 10062 });
  });

  test('a second answer gets 40060, also when Discord delivered the interaction twice', async () => {
    const codes: unknown[] = [];
    const { ada, discord } = await aBotThat(interaction =>
      reply(interaction, [text('once')]).catch((error: { code: number }) => codes.push(error.code)),
    );
    await ada.runs('/hello');
    const twice = discord.lastInteraction;
    if (twice === undefined) throw new Error('nothing was delivered');
    const refused = discord.nextRequest(({ status }) => status === 400);
    discord.deliver(twice);
    expect(await refused).toMatchObject({ code: 40060 });
    await expect.poll(() => codes).toEqual([40060]);
    expect(ada.sees()).toHaveLength(1);
  });

  test('after fifteen minutes the token is void', async () => {
    const { ada, rest, discord, bot } = await aBotThat(interaction => reply(interaction, [text('hi')]));
    await ada.runs('/hello');
    const token = discord.lastInteraction?.token ?? '';
    discord.clock.advance({ minutes: 15, seconds: 1 });
    const late = rest.get(Routes.webhookMessage(bot.id, token), { auth: false });
    expect(await refusal(late)).toEqual({ status: 401, code: 50027 });
  });

  test('before the first answer there is no webhook', async () => {
    const arrived = Promise.withResolvers<Interaction>();
    const { ada, rest, bot } = await aBotThat(async interaction => arrived.resolve(interaction));
    void ada.runs('/hello');
    const { token } = await arrived.promise;
    const early = rest.get(Routes.webhookMessage(bot.id, token), { auth: false });
    expect(await refusal(early)).toEqual({ status: 404, code: 10015 });
  });

  test('an answer that does not fit the interaction is refused', async () => {
    const arrived = Promise.withResolvers<Interaction>();
    const { ada, rest, discord } = await aBotThat(async interaction => arrived.resolve(interaction));
    void ada.runs('/hello');
    const { id, token } = await arrived.promise;
    const update = rest.post(Routes.interactionCallback(id, token), { body: { type: 6 }, auth: false });
    expect(await refusal(update)).toEqual({ status: 400, code: 50035 });
    expect(discord.violations.map(({ problem }) => problem)).toEqual([
      'INTERACTION_CALLBACK_TYPE_INVALID: Type 6 does not answer interactions of type 2',
    ]);
  });
});
