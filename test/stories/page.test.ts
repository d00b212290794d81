/** Members at the page, in a real browser, with mouse and keyboard. Needs Chromium. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Member } from '../../playground/discord/index.ts';
import { openDoor } from '../../playground/page/door.ts';
import { type Page, startPage } from '../../playground/page/server.ts';
import { aWorld, type World } from '../support/world.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isInstalled = existsSync(executablePath);
if (!isInstalled) {
  process.stderr.write(`No Chromium at ${executablePath}: the page is not tried. Install it, or set CHROMIUM_PATH.\n`);
}
const quiet = [
  ...['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(part => `--disable-${part}`),
  ...['--headless', '--no-sandbox', '--no-first-run'],
];

describe.skipIf(!existsSync(executablePath))(
  `the page in ${executablePath} (CHROMIUM_PATH names another)`,
  { timeout: 60_000 },
  () => {
    let world: World;
    let page: Page;
    let browser: Browser;
    /** Errors on the page, faults of its server, and requests to anywhere else. */
    const complaints: string[] = [];

    beforeAll(async () => {
      world = await aWorld();
      for (const name of ['ada', 'ben', 'yuki', 'omar']) world.guild.join({ name, displayName: `${name}!` });
      page = startPage({
        door: await openDoor(0),
        discord: world.discord,
        guild: world.guild,
        onFault: fault => complaints.push(String(fault)),
      });
      browser = await chromium.launch({ executablePath, args: quiet });
    });
    afterAll(async () => {
      await browser.close();
      await page.close();
      await world.close();
    });
    afterEach(() => {
      expect(complaints.splice(0)).toEqual([]);
    });

    async function visit(who: string, width = 1280): Promise<Tab> {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const tab = await context.newPage();
      tab.setDefaultTimeout(20_000);
      tab.on('pageerror', error => complaints.push(String(error)));
      tab.on('console', line => line.type() === 'error' && complaints.push(line.text()));
      tab.on('request', request => request.url().startsWith(page.url) || complaints.push(request.url()));
      await tab.goto(page.url);
      await tab.getByRole('link', { name: `${who}!` }).click();
      await composer(tab).waitFor();
      return tab;
    }

    const composer = (tab: Tab) => tab.getByRole('combobox', { name: 'Message #general' });
    const newest = (tab: Tab) => tab.getByRole('article').last();
    const suggestion = (tab: Tab, name: string | RegExp) =>
      tab.locator('.listbox:not(.stale)').getByRole('option', { name });

    /** Types until the suggestion is there, and takes it. The first one is chosen beforehand. */
    async function completes(tab: Tab, typed: string, wanted: string | RegExp) {
      await tab.keyboard.type(typed);
      await suggestion(tab, wanted).first().waitFor();
      await tab.keyboard.press('Enter');
    }

    test('a newcomer chooses a path by keyboard, finishes one item by mouse and one by keyboard', async () => {
      const tab = await visit('ada');
      await completes(tab, '/path cho', /^\/path choose/);
      await suggestion(tab, /^path/).waitFor();
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.press('Enter');
      await completes(tab, 'leader', 'Leader Path');
      await tab.keyboard.press('Enter');
      await newest(tab).getByText('0 of 7').waitFor();
      await newest(tab).getByText('Only you can see this').waitFor();

      await newest(tab).getByRole('button', { name: 'Done' }).click();
      await newest(tab).getByText('1 of 7').waitFor();

      await composer(tab).focus();
      await completes(tab, '/progress d', /^\/progress done/);
      await completes(tab, 'law 4', /^Law 4/);
      await tab.keyboard.press('Enter');
      await newest(tab).getByText('2 of 7').waitFor();
      expect(await newest(tab).textContent()).toContain('ada! used /progress done');
    });

    test('the last step to a certificate makes its role appear beside the name, for everyone at once', async () => {
      await walksAlmostToTheEnd(world.guild.member('yuki'));
      const [tab, other] = [await visit('yuki'), await visit('ben')];
      const role = (seen: Tab) =>
        seen.getByRole('complementary', { name: 'Members' }).getByText('Distributed Systems Leader');
      expect(await role(other).count()).toBe(0);
      await tab.getByRole('button', { name: 'Done' }).last().press('Enter');
      await role(tab).waitFor();
      await role(other).waitFor();
      expect(await newest(tab).textContent()).toContain('Certificate earned');
      expect(await other.getByText('Certificate earned').count()).toBe(0);
    });

    test('a required option that is missing is asked for, and Escape leads back', async () => {
      const tab = await visit('ben');
      await completes(tab, '/progress done', /^\/progress done/);
      await suggestion(tab, /./).first().waitFor();
      await tab.keyboard.press('Escape');
      await tab.keyboard.press('Enter');
      await tab.getByText('item: Fill this in: it is required.').waitFor();
      await tab.keyboard.press('Escape');
      await tab.keyboard.press('Escape');
      await tab.keyboard.type('only words');
      await tab.keyboard.press('Enter');
      await newest(tab).getByText('only words').waitFor();
    });

    test('a bot that does not answer is named as the cause, and nothing hangs', async () => {
      const tab = await visit('omar');
      world.discord.faults.next({ route: /callback/, answer: 'hang' });
      const pending = world.discord.nextChange(({ kind }) => kind === 'interaction-pending');
      await tab.keyboard.type('/help ');
      await tab.keyboard.press('Enter');
      await pending;
      world.discord.clock.advance({ seconds: 4 });
      await newest(tab).getByText('The application did not respond').waitFor();
      await newest(tab).getByRole('button', { name: 'Dismiss message' }).click();
      expect(await tab.getByText('The application did not respond').count()).toBe(0);
    });

    test('at 360 pixels nothing sticks out, and both sides are behind buttons', async () => {
      const tab = await visit('ben', 360);
      const widest = () => tab.evaluate('document.documentElement.scrollWidth');
      const general = tab.getByRole('button', { name: 'general' });
      expect(await general.isVisible()).toBe(false);
      await tab.getByRole('button', { name: 'Channels' }).click();
      await general.click();
      await general.waitFor({ state: 'hidden' });
      await tab.getByRole('button', { name: 'Members' }).click();
      await tab.getByRole('complementary', { name: 'Members' }).getByText('ada!').waitFor();
      await tab.keyboard.press('Escape');
      await tab.getByRole('button', { name: 'Commands' }).click();
      await completes(tab, 'help', /^\/help/);
      await tab.keyboard.press('Enter');
      await newest(tab).getByRole('button', { name: 'Choose a path' }).waitFor();
      expect(await widest()).toBe(360);
    });
  },
);

/** The Leader Path, up to one item before its certificate. */
async function walksAlmostToTheEnd(member: Member): Promise<void> {
  let shown = await member.runs('/path choose', { path: 'level-leader' });
  while (!shown.text.includes('6 of 7')) shown = await member.clicks('Done', shown);
}
