import { describe, expect, test } from 'vitest';
import { aBotThat } from './a-bot.ts';
import { ask } from './raw.ts';

describe('a first answer that is refused', () => {
  test.each<[title: string, data: object]>([
    ['by the schema', { content: 'x', components: [{ type: 1, components: [] }] }],
    ['by a limit', { content: 'x'.repeat(2001) }],
    ['as empty', { content: '' }],
    [
      'since it shows a file that is not there',
      { flags: 1 << 15, components: [{ type: 13, file: { url: 'attachment://x' } }] },
    ],
  ])('%s ends for the member as no answer would, though the clock stands still', async (_, data) => {
    const { ada } = await aBotThat(
      async interaction => (interaction.isChatInputCommand() ? interaction.reply(data) : undefined),
      true,
    );
    expect(await ada.runs('/hello')).toMatchObject({ kind: 'no-response', text: 'The application did not respond' });
  });
});

test.each([10, 12])('callbacks of type %i are not modelled, and say so', async type => {
  const statuses: number[] = [];
  const all = await aBotThat(async interaction => {
    if (!interaction.isChatInputCommand()) return;
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    statuses.push((await ask(all, 'POST', path, { type })).status);
    await interaction.reply('Otherwise, then.');
  });
  expect((await all.ada.runs('/hello')).text).toBe('Otherwise, then.');
  expect(statuses).toEqual([501]);
  expect(all.discord.violations.map(({ kind }) => kind)).toEqual(['not-modelled']);
});
