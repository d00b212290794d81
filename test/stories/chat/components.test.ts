/** Every kind of component that a message can hold. */
import { type Interaction, MessageFlags } from 'discord.js';
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { newest, overflow } from '../../support/page-parts.ts';
import { eventually } from '../../support/tabs.ts';
import { chatting } from './place.ts';

const options = (...names: string[]) => names.map(label => ({ label, value: label.toLowerCase() }));
const row = (...components: object[]) => ({ type: 1, components });
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const everything = [
  {
    type: 17,
    accent_color: 0x5865f2,
    components: [
      { type: 10, content: '# Leader Path\n-# seven items' },
      { type: 14, divider: true, spacing: 2 },
      {
        type: 9,
        components: [{ type: 10, content: 'Law 1' }],
        accessory: { type: 2, style: 3, label: 'Done', custom_id: 'done' },
      },
      {
        type: 9,
        components: [{ type: 10, content: 'A picture' }],
        accessory: { type: 11, media: { url: 'attachment://dot.png' }, description: 'A thumbnail' },
      },
      { type: 12, items: [{ media: { url: 'attachment://dot.png' }, description: 'In the gallery' }] },
      { type: 13, file: { url: 'attachment://notes.txt' } },
      row({
        type: 3,
        custom_id: 'items',
        placeholder: 'Items',
        min_values: 1,
        max_values: 2,
        options: options('One', 'Two', 'Three'),
      }),
      row(
        { type: 2, style: 1, label: 'Next', custom_id: 'next', emoji: { name: '➡️' } },
        { type: 2, style: 2, label: 'Off', custom_id: 'off', disabled: true },
        { type: 2, style: 5, label: 'Read', url: 'https://example.org/law' },
      ),
    ],
  },
  row({ type: 5, custom_id: 'user', placeholder: 'A member' }),
  row({ type: 6, custom_id: 'role', placeholder: 'A role' }),
  row({ type: 7, custom_id: 'either', placeholder: 'Either' }),
  row({ type: 8, custom_id: 'channel', placeholder: 'A channel' }),
  { type: 17, spoiler: true, components: [{ type: 10, content: 'The answer is 42' }] },
];

const bot = {
  commands: [{ name: 'all', description: 'All there is', contexts: [0], integration_types: [0] }],
  async answers(interaction: Interaction) {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        components: everything as never,
        flags: MessageFlags.IsComponentsV2,
        files: [
          { name: 'dot.png', attachment: Buffer.from(dot, 'base64') },
          { name: 'notes.txt', attachment: Buffer.from('notes') },
        ],
      });
    if (interaction.isButton()) await interaction.reply({ content: `pressed ${interaction.customId}`, flags: 64 });
    if (interaction.isAnySelectMenu())
      await interaction.reply({ content: `picked ${interaction.values.join(' ')}`, flags: 64 });
  },
};

chatting('everything a message can hold', bot, place => {
  const card = (tab: Tab) => tab.getByRole('article').filter({ hasText: 'seven items' }).last();
  async function seeing(name: string, width = 1280) {
    const member = place.guild.join({ name });
    await member.runs('/all', {}, { in: place.guild.channel('general') });
    const tab = await place.visit(member, { viewport: { width, height: 800 } });
    await card(tab).waitFor();
    return { member, tab };
  }

  test('texts, pictures, files, lines and buttons are there, and a disabled button does nothing', async () => {
    const { tab } = await seeing('ada');
    const seen = card(tab);
    await seen.getByRole('heading', { name: 'Leader Path' }).waitFor();
    await seen.getByRole('img', { name: 'A thumbnail' }).waitFor();
    await seen.getByRole('img', { name: 'In the gallery' }).waitFor();
    const loaded = `[...document.querySelectorAll('article:last-of-type img')].every(image => image.naturalWidth === 1)`;
    await seen.getByRole('img', { name: 'In the gallery' }).scrollIntoViewIfNeeded();
    await eventually(() => tab.evaluate(loaded)).toBe(true);
    await seen.getByRole('link', { name: /notes\.txt/ }).waitFor();
    expect(await seen.getByRole('link', { name: 'Read' }).getAttribute('href')).toBe('https://example.org/law');
    expect(await seen.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    expect(await seen.getByRole('separator').count()).toBe(1);
    await seen.getByRole('button', { name: 'Done' }).click();
    await newest(tab).getByText('pressed done').waitFor();
  });

  test('of a select with several values all that were marked are picked', async () => {
    const { tab } = await seeing('ben');
    await card(tab).getByRole('combobox', { name: 'Items' }).focus();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Escape');
    await newest(tab).getByText('picked one three').waitFor();
  });

  test('members, roles and channels are found by typing', async () => {
    const role = place.guild.createRole({ name: 'Climber' });
    const { member, tab } = await seeing('chidi');
    const picks = async (select: string, typed: string, id: string) => {
      await card(tab).getByRole('combobox', { name: select }).focus();
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.type(typed);
      await tab.keyboard.press('Enter');
      await newest(tab).getByText(`picked ${id}`).waitFor();
    };
    await picks('A member', 'chi', member.id);
    await picks('A role', 'climb', role.id);
    await picks('Either', 'climb', role.id);
    await picks('A channel', 'quest', place.guild.channel('questions').id);
  });

  test('a hidden card is shown by a press, and at 360 pixels nothing sticks out', async () => {
    const { tab } = await seeing('dana', 360);
    const hidden = card(tab).locator('[inert]').getByText('The answer is 42');
    expect(await hidden.count()).toBe(1);
    await card(tab).getByRole('button', { name: 'Spoiler' }).click();
    expect(await hidden.count()).toBe(0);
    expect(await card(tab).getByText('The answer is 42').isVisible()).toBe(true);
    expect(await overflow(tab)).toBe(0);
  });
});
