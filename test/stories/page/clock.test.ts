/** The clock that can be moved, and everything on the page that follows it. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { newest } from '../../support/page-parts.ts';
import { onThePage } from './stage.ts';

const day = 86_400_000;
const clock = (tab: Tab) => tab.getByRole('button', { name: "The playground's time" });
const menu = (tab: Tab) => tab.getByRole('dialog', { name: "The playground's time" });
const way = (tab: Tab, name: string) => menu(tab).getByRole('button', { name });

onThePage(
  'the clock on the page',
  stage => {
    test('a day later it is a day later in every open tab, messages were written yesterday, and there is a way back', async () => {
      const { clock: time } = stage.world.discord;
      const tab = await stage.visit('ada');
      const other = await stage.beside(tab, 'ben');
      stage.world.guild.member('ben').says('see you', { in: stage.world.guild.channel('general') });
      await newest(tab).getByText('Today').waitFor();
      const before = time.millis();
      await clock(tab).click();
      await menu(tab).getByText("The same as your computer's").waitFor();
      await way(tab, '1 day later').click();
      await menu(tab).getByText('1 day ahead of your computer').waitFor();
      expect(time.millis() - before).toBeGreaterThanOrEqual(day);
      await clock(other).getByText('1 day ahead').waitFor();
      await newest(other).getByText('Yesterday').waitFor();

      await way(tab, 'Back to now').click();
      await menu(tab).getByText("The same as your computer's").waitFor();
      await newest(other).getByText('Today').waitFor();
      expect(time.state.offset).toBe(0);
    });

    test('what a member does after coming back from the future still counts', async () => {
      const tab = await stage.visit('yuki');
      const yuki = stage.world.guild.member('yuki');
      await clock(tab).click();
      await way(tab, '1 hour later').click();
      await menu(tab).getByText('1 hour ahead').waitFor();
      await yuki.clicks('Done', await yuki.runs('/path choose', { path: 'level-leader' }));
      await way(tab, 'Back to now').click();
      await menu(tab).getByText("The same as your computer's").waitFor();
      await tab.keyboard.press('Escape');
      await newest(tab).getByText('1 of 7').waitFor();
      await tab.getByRole('button', { name: 'Undo' }).click();
      await newest(tab).getByText('0 of 7').waitFor();
    });

    test('the ways to the next event are offered as soon as there is one: to its last minutes, and to its start', async () => {
      const tab = await stage.visit('ada');
      const { discord, guild } = stage.world;
      await clock(tab).click();
      expect(await way(tab, 'To the next event').count()).toBe(0);
      const startsAt = discord.clock.now().add({ hours: 30 }).round('second');
      const endsAt = startsAt.add({ hours: 1 });
      const event = guild.scheduleEvent({ name: 'Study group', location: 'Library', startsAt, endsAt });
      await way(tab, 'To the next event').getByText('Study group').waitFor();
      await way(tab, 'To the next event').press('Enter');
      await way(tab, 'To the next event').waitFor({ state: 'detached' });
      expect(discord.clock.now().until(startsAt).round('minute').total('minutes')).toBe(16);
      expect(guild.scheduledEvents.find(({ id }) => id === event.id)?.status).toBe('scheduled');
      await way(tab, 'To its start').press('Enter');
      await menu(tab)
        .getByText('1 day, 5 hours ahead of your computer')
        .or(menu(tab).getByText('1 day, 6 hours ahead of your computer'))
        .waitFor();
      await way(tab, 'To its start').waitFor({ state: 'detached' });
      expect(guild.scheduledEvents.find(({ id }) => id === event.id)?.status).toBe('active');
      expect(discord.clock.now().since(startsAt).total('seconds')).toBeGreaterThanOrEqual(0);
      await way(tab, 'Back to now').click();
    });

    test('Escape closes its menu, and the focus is back on the clock', async () => {
      const tab = await stage.visit('ben');
      await clock(tab).focus();
      await tab.keyboard.press('Enter');
      await menu(tab).waitFor();
      await tab.keyboard.press('Escape');
      await menu(tab).waitFor({ state: 'hidden' });
      expect(await tab.evaluate('document.activeElement.id')).toBe('open-clock');
    });
  },
  { names: ['ada', 'ben', 'yuki'] },
);
