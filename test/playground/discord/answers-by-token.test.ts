import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { aBotThat, quiet, text, v2 } from './a-bot.ts';
import { community } from './community.ts';
import { ask } from './raw.ts';

describe('messages behind an interaction’s token', () => {
  test('the answer and its follow-ups can be fetched again, edited and deleted', async () => {
    const seen: string[] = [];
    const { discord, ada, general } = await aBotThat(async interaction => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ components: [text('Welcome')] as never, flags: v2 });
      const followUp = await interaction.followUp({ components: [text('By the way')] as never, flags: quiet });
      seen.push((await interaction.fetchReply()).id, (await interaction.fetchReply(followUp.id)).id, followUp.id);
      await interaction.editReply({
        message: followUp.id,
        components: [text('By the way, again')] as never,
        flags: v2,
      });
      await interaction.deleteReply();
      await interaction.deleteReply(followUp.id);
    });
    const gone = discord.nextChange(change => change.kind === 'message-deleted');
    await ada.runs('/hello');
    await gone;
    await discord.until(() => discord.requests.filter(({ method }) => method === 'DELETE').length === 2);
    expect(seen).toHaveLength(3);
    expect(seen[1]).toBe(seen[2]);
    expect(seen[0]).not.toBe(seen[1]);
    expect(ada.reads(general)).toEqual([]);
    expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
    discord.assertNoViolations();
  });

  test('a token that nobody gave is void, and an application that nobody made has no webhook', async () => {
    const all = await community();
    const send = async (application: string) => {
      const body = { content: 'x', allowed_mentions: { parse: [] } };
      const answer = await ask(all, 'POST', Routes.webhook(application, 'token'), body);
      return { status: answer.status, code: answer.body.code };
    };
    expect(await send(all.bot.id)).toEqual({ status: 401, code: 50027 });
    expect(await send('1')).toEqual({ status: 404, code: 10015 });
  });
});
