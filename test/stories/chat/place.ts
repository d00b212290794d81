/** A small community with a bot and the page on it, for members who chat in a real browser. Needs Chromium. */
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type Guild, type LocalDiscord, type Member, startDiscord } from '../../../playground/discord/index.ts';
import { openDoor } from '../../../playground/page/door.ts';
import { type Page, startPage } from '../../../playground/page/server.ts';
import { isChromiumThere, launchBrowser } from '../../support/browser.ts';

/** What an ordinary bot asks for, and writing in threads. */
const permissions =
  0x10_00_00_00n | 0x10n | 0x40n | 0x400n | 0x800n | 0x4000n | 0x8000n | 0x1_00_00n | (1n << 35n) | (1n << 38n);

export interface Bot {
  readonly commands: readonly object[];
  answers(interaction: Interaction): Promise<unknown>;
}

export interface Place {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly client: Client<true>;
  /** A tab of its own browser, as this member, at the channel #general. */
  visit(member: Member, options?: BrowserContextOptions): Promise<Tab>;
  /** One more tab as somebody, in the browser of the first. */
  beside(tab: Tab, member: Member): Promise<Tab>;
}

/** A group of tests in one community. They fail if the page, its server or the bot did anything wrong. */
export function chatting(title: string, bot: Bot, tests: (place: Place) => void): void {
  describe.skipIf(!isChromiumThere)(title, { timeout: 60_000 }, () => {
    const place = {} as { -readonly [Key in keyof Place]: Place[Key] };
    const complaints: string[] = [];
    let page: Page;
    let browser: Browser;

    beforeAll(async () => {
      const discord = await startDiscord();
      const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
      for (const channel of guild.channels) guild.deleteChannel(channel);
      guild.systemChannelId = guild.createChannel({ name: 'general', topic: 'Talk' }).id;
      guild.createChannel({ name: 'questions' });
      const application = discord.createApplication({ name: 'Guide' });
      discord.invite(application, guild, permissions);
      const client = new Client({
        intents: [GatewayIntentBits.Guilds],
        rest: { api: discord.url },
        allowedMentions: { parse: [] },
      });
      client.on(Events.InteractionCreate, interaction => {
        bot.answers(interaction).catch((fault: unknown) => complaints.push(String(fault)));
      });
      const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
      await client.login(application.token);
      await (await ready).application.commands.set(bot.commands as never);
      page = startPage({
        door: await openDoor(0),
        discord,
        guild,
        onFault: fault => complaints.push(String(fault)),
      });
      browser = await launchBrowser();
      Object.assign(place, { discord, guild, client: await ready, visit, beside });
    });
    afterAll(async () => {
      await browser.close();
      await page.close();
      await place.client.destroy();
      await place.discord.close();
    });
    afterEach(() => {
      expect(complaints.splice(0)).toEqual([]);
    });

    async function visit(member: Member, options: BrowserContextOptions = {}): Promise<Tab> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      return open(await context.newPage(), member);
    }
    async function beside(tab: Tab, member: Member): Promise<Tab> {
      return open(await tab.context().newPage(), member);
    }
    async function open(tab: Tab, member: Member): Promise<Tab> {
      tab.setDefaultTimeout(15_000);
      tab.on('pageerror', error => complaints.push(String(error)));
      // A refusal of the local Discord is for the visitor to read; the browser notes it, too.
      const isRefusal = (text: string) => text.includes('status of 422');
      tab.on('console', line => line.type() === 'error' && !isRefusal(line.text()) && complaints.push(line.text()));
      const own = [page.url, new URL(place.discord.url).origin, 'blob:', 'data:'];
      tab.on(
        'request',
        request => own.some(start => request.url().startsWith(start)) || complaints.push(request.url()),
      );
      await tab.goto(`${page.url}/?as=${member.id}`);
      await composer(tab).waitFor();
      return tab;
    }

    tests(place);
  });
}

export const composer = (tab: Tab) => tab.getByRole('combobox', { name: /^Message/ });
export const newest = (tab: Tab) => tab.getByRole('article').last();
export const suggestion = (tab: Tab, name: string | RegExp) =>
  tab.locator('.listbox:not(.stale)').getByRole('option', { name });

/** How far the page is wider than its window: 0 if nothing sticks out. */
export const overflow = (tab: Tab) =>
  tab.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Types until the suggestion is there, and takes it. The first one is chosen beforehand. */
export async function completes(tab: Tab, typed: string, wanted: string | RegExp): Promise<void> {
  await tab.keyboard.type(typed);
  await suggestion(tab, wanted).first().waitFor();
  await tab.keyboard.press('Enter');
}
