/** A member who takes no direct messages: the bot is refused, in everybody's sight behind the scenes. */
import type { Interaction } from 'discord.js';
import { test } from 'vitest';
import { composer, newest } from '../../support/page-parts.ts';
import { chatting } from './place.ts';

const bot = {
  commands: [{ name: 'remind', description: 'Writes to you', contexts: [0], integration_types: [0] }],
  async answers(interaction: Interaction) {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: 64 });
    await interaction.user.send('Your meeting begins').then(
      () => interaction.editReply('Look into your messages.'),
      ({ code }) => interaction.editReply(`Discord says ${code}: I may not write to you.`),
    );
  },
};

chatting('closed direct messages', bot, place => {
  test('the switch is met by the next message of the bot, and by none after it is off', async () => {
    const tab = await place.visit(place.guild.join({ name: 'ada' }), { viewport: { width: 1600, height: 900 } });
    const drawer = tab.getByRole('complementary', { name: 'Behind the scenes' });
    const asksForOne = async () => {
      await composer(tab).fill('/remind ');
      await tab.keyboard.press('Enter');
    };
    await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
    await drawer.getByRole('tab', { name: 'What if…' }).click();
    const closed = drawer.getByRole('switch', { name: 'This member takes no direct messages' });
    await closed.click();
    await closed.and(tab.locator('[aria-checked=true]')).waitFor();
    await asksForOne();
    await newest(tab).getByText('Discord says 50007').waitFor();
    await drawer.getByRole('tab', { name: 'Traffic' }).click();
    await drawer.locator('summary').filter({ hasText: '50007' }).first().waitFor();

    await drawer.getByRole('tab', { name: 'What if…' }).click();
    await closed.click();
    await closed.and(tab.locator('[aria-checked=false]')).waitFor();
    await asksForOne();
    await newest(tab).getByText('Look into your messages.').waitFor();
    await tab.getByRole('region', { name: 'Direct messages' }).getByText('1 mention').waitFor();
  });
});
