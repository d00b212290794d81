/** Members at the page with the real bot, in a real browser, with mouse and keyboard. Needs Chromium. */
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Member } from '../../../playground/discord/index.ts';
import { openDoor } from '../../../playground/page/door.ts';
import { type Page, type PageOptions, startPage } from '../../../playground/page/server.ts';
import { isChromiumThere, launchBrowser } from '../../support/browser.ts';
import { aWorld, type World } from '../../support/world.ts';

export interface Stage {
  readonly world: World;
  /** A browser of its own, in which this member is played. */
  visit(who: string, options?: BrowserContextOptions): Promise<Tab>;
  /** One more tab in the browser of the first. */
  beside(tab: Tab, who: string): Promise<Tab>;
}

type Extras = Pick<PageOptions, 'cast' | 'tour' | 'panels'>;

/** A group of tests in one community. They fail if the page complains, or asks for anything from elsewhere. */
export function onThePage(
  title: string,
  tests: (stage: Stage) => void,
  { names, extras }: { names: readonly string[]; extras?: (world: World) => Extras },
): void {
  describe.skipIf(!isChromiumThere)(title, { timeout: 60_000 }, () => {
    const stage = {} as { -readonly [Key in keyof Stage]: Stage[Key] };
    /** Errors on the page, faults of its server, and requests to anywhere else. */
    const complaints: string[] = [];
    let page: Page;
    let browser: Browser;

    beforeAll(async () => {
      stage.world = await aWorld();
      const { discord, guild } = stage.world;
      for (const name of names) guild.join({ name, displayName: `${name}!` });
      page = startPage({
        door: await openDoor(0),
        discord,
        guild,
        onFault: fault => complaints.push(String(fault)),
        ...extras?.(stage.world),
      });
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await page.close();
      await stage.world.close();
    });
    afterEach(() => {
      expect(complaints.splice(0)).toEqual([]);
    });

    stage.visit = async (who, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      return open(await context.newPage(), who);
    };
    stage.beside = async (tab, who) => open(await tab.context().newPage(), who);

    async function open(tab: Tab, who: string): Promise<Tab> {
      tab.setDefaultTimeout(20_000);
      tab.on('pageerror', error => complaints.push(String(error)));
      tab.on('console', line => line.type() === 'error' && complaints.push(line.text()));
      tab.on('request', request => request.url().startsWith(page.url) || complaints.push(request.url()));
      await tab.goto(page.url);
      await tab.getByRole('link', { name: new RegExp(`^${who}!`) }).click();
      await composer(tab).waitFor();
      return tab;
    }
    tests(stage);
  });
}

export const composer = (tab: Tab) => tab.getByRole('combobox', { name: 'Message #general' });
export const newest = (tab: Tab) => tab.getByRole('article').last();
export const suggestion = (tab: Tab, name: string | RegExp) =>
  tab.locator('.listbox:not(.stale)').getByRole('option', { name });

/** Types until the suggestion is there, and takes it. The first one is chosen beforehand. */
export async function completes(tab: Tab, typed: string, wanted: string | RegExp): Promise<void> {
  await tab.keyboard.type(typed);
  await suggestion(tab, wanted).first().waitFor();
  await tab.keyboard.press('Enter');
}

/** The Leader Path, up to one item before its certificate. */
export async function walksAlmostToTheEnd(member: Member): Promise<void> {
  let shown = await member.runs('/path choose', { path: 'level-leader' });
  while (!shown.text.includes('6 of 7')) shown = await member.clicks('Done', shown);
}
