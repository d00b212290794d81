/** A newcomer at the page, in a real browser, with mouse and keyboard. Needs Chromium. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor } from '../../playground/page/door.ts';
import { type Page, startPage } from '../../playground/page/server.ts';
import { aWorld, type World } from '../support/world.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const quiet = [
  ...['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(part => `--disable-${part}`),
  ...['--headless', '--no-sandbox', '--no-first-run'],
];

describe.skipIf(!existsSync(executablePath))(`the page in ${executablePath} (set CHROMIUM_PATH for another)`, () => {
  let world: World;
  let page: Page;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    world = await aWorld();
    for (const name of ['ada', 'yuki']) world.guild.join({ name, displayName: name === 'ada' ? 'Ada' : '優希' });
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
  beforeEach(() => {
    complaints.length = 0;
  });

  /** A tab of its own, which must neither complain nor ask anything of the outside. */
  async function visit(who: string, width = 1280): Promise<Tab> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const tab = await context.newPage();
    tab.on('pageerror', error => complaints.push(String(error)));
    tab.on('console', line => line.type() === 'error' && complaints.push(line.text()));
    tab.on('request', ({ url }) => !url().startsWith(page.url) && complaints.push(url()));
    await tab.goto(page.url);
    await tab.getByRole('link', { name: who }).click();
    await tab.getByRole('textbox').or(tab.getByRole('combobox')).first().waitFor();
    return tab;
  }

  const chips = (tab: Tab) => tab.locator('.option-chip input');
  const newestCard = (tab: Tab) => tab.locator('.message').last();

  test('a newcomer chooses a path by keyboard, finishes one item by mouse and one by keyboard', async () => {
    const tab = await visit('ada');
    await tab.keyboard.type('/path cho');
    await tab.getByRole('option', { name: '/path choose' }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.getByRole('option', { name: 'path' }).waitFor();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await chips(tab).pressSequentially('foundation');
    await tab.locator('.listbox:not(.stale) [role=option]').first().waitFor();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Enter');
    await newestCard(tab).getByRole('button', { name: 'Done' }).waitFor();
    expect(await newestCard(tab).textContent()).toContain('Only you can see this');
    expect(complaints).toEqual([]);
  });
});
