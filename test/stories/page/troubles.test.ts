/** Each "What if…" of the page, met by what a member does: what is seen meanwhile, and that all is well afterwards. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LocalDiscord } from '../../../playground/discord/index.ts';
import { outboxPanel } from '../../../playground/outbox-panel.ts';
import { composer, newest } from '../../support/page-parts.ts';
import { eventually } from '../../support/tabs.ts';
import { onThePage, walksAlmostToTheEnd } from './stage.ts';

const drawer = (tab: Tab) => tab.getByRole('complementary', { name: 'Behind the scenes' });
const trouble = (tab: Tab, name: string) => drawer(tab).getByRole('switch', { name });
const isOn = (tab: Tab, name: string, on: boolean) =>
  trouble(tab, name)
    .and(tab.locator(`[aria-checked=${on}]`))
    .waitFor();
const section = (tab: Tab, name: string) => drawer(tab).getByRole('tab', { name }).click();
const done = (tab: Tab) => newest(tab).getByRole('button', { name: 'Done' });
const title = 'Distributed Systems Leader';
const arrivals = ({ gateway }: LocalDiscord) => gateway.identifies + gateway.resumes;

async function flips(tab: Tab, name: string, on: boolean) {
  await section(tab, 'What if…');
  await trouble(tab, name).click();
  await isOn(tab, name, on);
}

onThePage(
  'what if',
  stage => {
    /** Before the certificate, with the drawer open. */
    async function atTheLastItem(name: string) {
      await walksAlmostToTheEnd(stage.world.guild.member(name));
      const tab = await stage.visit(name, { viewport: { width: 1600, height: 900 } });
      await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
      return tab;
    }
    /** The newest stands first. */
    const delivery = (tab: Tab, of: string) =>
      drawer(tab)
        .getByRole('row', { name: new RegExp(`sync-roles.*${of}`) })
        .first();
    const getsTheRole = (name: string) => stage.world.discord.until(() => stage.world.guild.member(name).has(title));
    async function anHourLater(tab: Tab) {
      await tab.getByRole('button', { name: "The playground's time" }).click();
      await tab.getByRole('button', { name: '1 hour later' }).click();
      await tab.getByRole('button', { name: '1 hour later' }).and(tab.locator('[aria-disabled=false]')).waitFor();
      await tab.keyboard.press('Escape');
    }

    test('too many requests: the role waits in the outbox, and comes when its time has come', async () => {
      const tab = await atTheLastItem('ada');
      await flips(tab, 'Too many requests', true);
      await done(tab).click();
      await newest(tab).getByText('Certificate earned').waitFor();
      await isOn(tab, 'Too many requests', false);
      await section(tab, 'Outbox');
      await delivery(tab, 'ada!').getByText('pending').waitFor();
      expect(stage.world.guild.member('ada').has(title)).toBe(false);
      await anHourLater(tab);
      await delivery(tab, 'ada!').getByText('delivered').waitFor();
      await getsTheRole('ada');
    });

    test('a role above the bot’s own: the outbox says so, and it is given once that is repaired', async () => {
      // Somebody has the certificate already, so its role is there to be out of reach.
      const zoe = stage.world.guild.member('zoe');
      await walksAlmostToTheEnd(zoe);
      await zoe.clicks('Done');
      await stage.world.discord.until(() => zoe.has(title));
      const tab = await atTheLastItem('ben');
      await flips(tab, "A role is moved above the bot's", true);
      await done(tab).click();
      await newest(tab).getByText('Certificate earned').waitFor();
      await section(tab, 'Outbox');
      await delivery(tab, 'ben!').getByText('blocked').waitFor();
      await flips(tab, "A role is moved above the bot's", false);
      await anHourLater(tab);
      await getsTheRole('ben');
    });

    test('slow answers: what was done is seen at once, and the traffic shows how long the bot waited', async () => {
      const tab = await atTheLastItem('chidi');
      await flips(tab, 'Slow answers', true);
      await done(tab).click();
      await newest(tab).getByText('Certificate earned').waitFor();
      await section(tab, 'Traffic');
      await drawer(tab)
        .getByText(/^\d{4,} ms$/)
        .first()
        .waitFor();
      await flips(tab, 'Slow answers', false);
      await getsTheRole('chidi');
    });

    test('a lost answer: nothing is said twice', async () => {
      const tab = await stage.visit('dana', { viewport: { width: 1600, height: 900 } });
      await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
      await flips(tab, 'The next answer gets lost', true);
      await composer(tab).fill('/help ');
      await tab.keyboard.press('Enter');
      await isOn(tab, 'The next answer gets lost', false);
      await newest(tab).getByRole('button', { name: 'Choose a path' }).waitFor();
      await stage.world.discord.idle();
      expect(await tab.getByRole('article').filter({ hasText: 'used /help' }).count()).toBe(1);
    });

    test('Discord is down: a press is answered by nobody, a reload changes nothing, and afterwards it counts', async () => {
      const tab = await atTheLastItem('erin');
      const { discord } = stage.world;
      await flips(tab, 'Discord is down', true);
      await tab.getByRole('banner').getByText('Discord is down').waitFor();
      expect(discord.gateway.connected).toBe(0);
      const pending = discord.nextChange(({ kind }) => kind === 'interaction-pending');
      await done(tab).click();
      await pending;
      discord.clock.advance({ seconds: 4 });
      await newest(tab).getByText('did not respond').waitFor();
      await tab.reload();
      await tab.getByRole('banner').getByText('Discord is down').waitFor();
      await newest(tab).getByText('6 of 7').waitFor();
      await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
      const before = arrivals(discord);
      await flips(tab, 'Discord is down', false);
      await tab.getByRole('banner').getByText('Discord is down').waitFor({ state: 'hidden' });
      await eventually(() => arrivals(discord)).toBeGreaterThan(before);
      await done(tab).click();
      await newest(tab).getByText('Certificate earned').waitFor();
      await getsTheRole('erin');
    });

    test('a dropped connection: the bot is back by itself, and answers', async () => {
      const tab = await stage.visit('fred', { viewport: { width: 1600, height: 900 } });
      const { discord } = stage.world;
      const before = arrivals(discord);
      await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
      await section(tab, 'What if…');
      await drawer(tab).getByRole('button', { name: 'Do it Drop the connection' }).click();
      await eventually(() => arrivals(discord)).toBeGreaterThan(before);
      await composer(tab).fill('/help ');
      await tab.keyboard.press('Enter');
      await newest(tab).getByRole('button', { name: 'Choose a path' }).waitFor();
    });
  },
  {
    names: ['ada', 'ben', 'zoe', 'chidi', 'dana', 'erin', 'fred'],
    extras: ({ guild, app }) => ({ panels: [outboxPanel(guild, app.outbox)] }),
  },
);
