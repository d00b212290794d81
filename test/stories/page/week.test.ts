/** A week in front of a person: they join a group, let the page's clock go to its next meeting, and check in. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { cast } from '../../../playground/cast.ts';
import { setUp } from '../../../playground/set-up.ts';
import { tour } from '../../../playground/tour.ts';
import { completes, newest, overflow } from '../../support/page-parts.ts';
import { eventually } from '../../support/tabs.ts';
import { onThePage } from './stage.ts';

const clock = (tab: Tab) => tab.getByRole('button', { name: "The playground's time" });
const menu = (tab: Tab) => tab.getByRole('dialog', { name: "The playground's time" });
const way = (tab: Tab, name: string) => menu(tab).getByRole('button', { name });
/** Where each of the groups meets. */
const channels: Readonly<Record<string, string>> = {
  'New Graduates': 'new-grads',
  'Senior Engineers': 'senior-eng',
  Managers: 'eng-managers',
  Architects: 'architects',
};

onThePage(
  'a week on the page',
  stage => {
    test('a newcomer joins the group that meets next, sees its role called, and checks in', async () => {
      const { discord, guild } = stage.world;
      const [next] = guild.scheduledEvents
        .filter(({ name }) => name in channels)
        .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
      if (!next) throw new Error('No group meets.');
      const ada = guild.member('ada');
      const tab = await stage.visit('ada');
      await completes(tab, '/group join', /^\/group join/);
      await completes(tab, next.name, next.name);
      await tab.keyboard.press('Enter');
      await newest(tab).getByText(`Welcome to ${next.name}`).waitFor();
      await discord.until(() => ada.has(`${next.name} Group`));

      const arrivesAt = async (at: Temporal.Instant) => {
        await discord.until(() => Temporal.Instant.compare(discord.clock.now(), at) >= 0);
        await menu(tab).getByText('ahead of your computer').waitFor();
      };
      await clock(tab).click();
      const starts = guild.scheduledEvents.map(({ startsAt }) => startsAt).sort(Temporal.Instant.compare);
      for (const startsAt of new Set(starts.map(String))) {
        await way(tab, 'To the next event').click();
        await arrivesAt(Temporal.Instant.from(startsAt).subtract({ minutes: 16 }));
        if (startsAt === String(next.startsAt)) break;
      }
      await way(tab, 'To its start').click();
      await arrivesAt(next.startsAt);
      await tab.keyboard.press('Escape');
      await tab
        .locator('#sidebar')
        .getByRole('button', { name: channels[next.name] ?? '' })
        .click();
      const call = tab.getByRole('article').filter({ hasText: `${next.name} meets` });
      await call.getByText(`@${next.name} Group`).waitFor();
      await call.getByRole('button', { name: 'I’m here' }).click();
      await newest(tab).getByText(`Good to see you at ${next.name}`).waitFor();
      expect(discord.violations).toEqual([]);
    });

    test('playing, an hour goes by each second, until somebody stops it; with keys, on a narrow screen, and standing still', async () => {
      const { clock: time } = stage.world.discord;
      const tab = await stage.visit('yuki', { viewport: { width: 360, height: 740 } });
      await tab.getByRole('region', { name: 'Tour' }).getByRole('button', { name: 'Start' }).waitFor();
      await tab.keyboard.press('Escape');
      await tab.getByRole('region', { name: 'Tour' }).waitFor({ state: 'hidden' });
      const before = time.millis();
      await clock(tab).press('Enter');
      await way(tab, 'Play').press('Enter');
      await menu(tab).getByText('The clock runs: an hour each second.').waitFor();
      expect(await way(tab, 'Stop').count()).toBe(1);
      await eventually(() => time.millis() - before).toBeGreaterThan(3_600_000);
      await tab.keyboard.press('Escape');
      expect(await overflow(tab)).toBe(0);
      await tab.getByRole('button', { name: 'Stop the clock' }).press('Enter');
      await tab.getByRole('button', { name: 'Stop the clock' }).waitFor({ state: 'hidden' });
      expect(await tab.evaluate('document.activeElement.id')).toBe('open-clock');
      await clock(tab).press('Enter');
      await way(tab, 'Back to now').click();
      await menu(tab).getByText("The same as your computer's").waitFor();
    });
  },
  {
    names: cast.map(({ name }) => name),
    extras: () => ({ cast, tour }),
    before: async ({ discord, guild, app }) => {
      await setUp(discord, guild);
      await app.atRest();
    },
  },
);
