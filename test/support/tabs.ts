/** Groups of tests at the playground's page, in tabs of headless Chromium that must not complain. */
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Guild, LocalDiscord } from '../../playground/discord/index.ts';
import type { Page } from '../../playground/page/server.ts';
import { isChromiumThere, launchBrowser } from './browser.ts';
import { composer } from './page-parts.ts';

/** A community and the page on it, as a group of tests has them. */
export interface Scene {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly page: Page;
  close(): Promise<void>;
}

export interface Tabs {
  /** A browser of its own, in which this member is played; a name is a member's. */
  visit(who: string | { readonly id: string }, options?: BrowserContextOptions): Promise<Tab>;
  /** One more tab in the browser of the first. */
  beside(tab: Tab, who: string | { readonly id: string }): Promise<Tab>;
  /** The page as it greets a newcomer, who is nobody yet. */
  arrive(options?: BrowserContextOptions): Promise<Tab>;
}

export type Complain = (fault: unknown) => void;

// Only for what never comes: how long something takes on a busy machine is nobody's fault.
const patience = 60_000;

/** What moves would be drawn sixty times a second. */
const ordinary = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;

/** They share one browser and one community. They fail if the page complains, or asks for anything from elsewhere. */
export function inTheBrowser<Set extends Scene>(
  title: string,
  set: (complain: Complain) => Promise<Set>,
  tests: (scene: Set & Tabs) => void,
): void {
  describe.skipIf(!isChromiumThere)(title, { timeout: 3 * patience }, () => {
    const scene = {} as Set & Tabs;
    const complaints: string[] = [];
    const complain: Complain = fault => complaints.push(String(fault));
    let browser: Browser;

    beforeAll(async () => {
      const [opened, launched] = await Promise.all([set(complain), launchBrowser()]);
      browser = launched;
      Object.assign(scene, opened, { visit, beside, arrive });
    });
    afterAll(async () => {
      await browser.close();
      await scene.close();
    });
    afterEach(async () => {
      await Promise.all(browser.contexts().map(context => context.close()));
      expect(complaints.splice(0)).toEqual([]);
    });

    async function visit(who: Parameters<Tabs['visit']>[0], options: BrowserContextOptions = {}): Promise<Tab> {
      return be(who, await open(options));
    }
    async function beside(tab: Tab, who: Parameters<Tabs['beside']>[1]): Promise<Tab> {
      return be(who, heard(await tab.context().newPage()));
    }
    async function arrive(options: BrowserContextOptions = {}): Promise<Tab> {
      const tab = await open(options);
      await tab.goto(scene.page.url);
      return tab;
    }

    async function open(options: BrowserContextOptions): Promise<Tab> {
      const context = await browser.newContext({ ...ordinary, ...options });
      context.setDefaultTimeout(patience);
      return heard(await context.newPage());
    }
    async function be(who: string | { readonly id: string }, tab: Tab): Promise<Tab> {
      const { id } = typeof who === 'string' ? scene.guild.member(who) : who;
      await tab.goto(`${scene.page.url}/?as=${id}`);
      await composer(tab).waitFor();
      // Keys pressed earlier would find no message and no focus.
      await tab.locator('#log:not([aria-busy])').waitFor({ state: 'attached' });
      return tab;
    }
    function heard(tab: Tab): Tab {
      tab.on('pageerror', complain);
      // What the visitor reads anyway, the browser notes, too: a refusal of the local Discord, a server that is away.
      const isSaid = (text: string) => /status of 422|ERR_CONNECTION_REFUSED/.test(text);
      tab.on('console', line => line.type() === 'error' && !isSaid(line.text()) && complain(line.text()));
      const own = [scene.page.url, new URL(scene.discord.url).origin, 'blob:', 'data:'];
      tab.on('request', request => own.some(start => request.url().startsWith(start)) || complain(request.url()));
      return tab;
    }
    tests(scene);
  });
}

/** Asks until the answer is as it should be: `await eventually(() => guild.name).toBe('Learners')`. */
export const eventually = <Answer>(ask: () => Answer) => expect.poll(ask, { timeout: patience });
