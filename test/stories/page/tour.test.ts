/** The guided tour, as the playground gives it, and whom one may be. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { cast } from '../../../playground/cast.ts';
import { setUp } from '../../../playground/set-up.ts';
import { tour } from '../../../playground/tour.ts';
import { completes, composer, newest } from '../../support/page-parts.ts';
import { onThePage } from './stage.ts';

const card = (tab: Tab) => tab.getByRole('region', { name: 'Tour' });
const step = (tab: Tab, name: string) => card(tab).getByRole('heading', { name });

onThePage(
  'the tour',
  stage => {
    test('from choosing a path to being somebody else, each step goes on when it really happened', async () => {
      const tab = await stage.visit('ada', { reducedMotion: 'no-preference' });
      await card(tab).getByRole('button', { name: 'Start' }).click();
      await step(tab, 'Choose a path').waitFor();
      // Nobody has to look for the place to write first.
      await completes(tab, '/path cho', /^\/path choose/);
      await tab.keyboard.press('Enter');
      await tab.getByRole('combobox', { name: 'By level' }).click();
      await tab.getByRole('option', { name: /^Leader Path/ }).click();
      await step(tab, 'A channel opens').waitFor();
      const marked = tab.locator('.tour-target');
      await marked.getByRole('button', { name: 'levels' }).waitFor();
      await card(tab).getByRole('button', { name: 'Next' }).click();
      await step(tab, 'Finish an item').waitFor();
      await marked.getByText('Done').waitFor();
      await marked.click();
      await step(tab, 'Earn the certificate').waitFor();
      for (let done = 2; done <= 7; done += 1) {
        await marked.click();
        if (done < 7) await newest(tab).getByText(`${done} of 7`).waitFor();
      }
      await step(tab, 'Get it').waitFor();
      await marked.click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
      await step(tab, 'A page for everybody').waitFor();
      expect(await marked.getAttribute('href')).toContain(`${stage.world.app.webUrl}/c/`);
      await tab.getByRole('complementary', { name: 'Members' }).getByText('Distributed Systems Leader').waitFor();
      await card(tab).getByRole('button', { name: 'Next' }).press('Enter');
      await step(tab, 'Join a study group').waitFor();
      await composer(tab).focus();
      await completes(tab, '/group join', /^\/group join/);
      await completes(tab, 'Arch', 'Architects');
      await tab.keyboard.press('Enter');
      await step(tab, 'Jump to the study group').waitFor();
      await marked.click();
      await tab.getByRole('button', { name: '1 hour later' }).click();
      await step(tab, 'Look behind the scenes').waitFor();
      await tab.keyboard.press('Escape');
      await marked.click();
      await step(tab, 'Be somebody else').waitFor();
      await card(tab).getByRole('button', { name: 'Done' }).click();
      await card(tab).waitFor({ state: 'hidden' });
      await tab.reload();
      await composer(tab).waitFor();
      expect(await card(tab).isVisible()).toBe(false);
    });

    test('Escape puts it away for good, the button Tour goes on where it was', async () => {
      const tab = await stage.visit('zoe');
      await card(tab).getByRole('button', { name: 'Start' }).click();
      await card(tab).getByRole('button', { name: 'Skip' }).click();
      await step(tab, 'A channel opens').waitFor();
      await tab.keyboard.press('Escape');
      await card(tab).waitFor({ state: 'hidden' });
      await tab.reload();
      await composer(tab).waitFor();
      expect(await card(tab).isVisible()).toBe(false);
      await tab.getByRole('button', { name: 'Tour', exact: true }).click();
      await step(tab, 'A channel opens').waitFor();
      await tab.reload();
      await step(tab, 'A channel opens').waitFor();
    });

    test('on a narrow screen the card makes room for what is opened, and Escape closes that first', async () => {
      const tab = await stage.visit('yuki', { viewport: { width: 360, height: 740 } });
      await card(tab).getByRole('button', { name: 'Start' }).click();
      await tab.getByRole('button', { name: 'Members', exact: true }).click();
      await tab.getByRole('complementary', { name: 'Members' }).getByText('ada!').waitFor();
      await card(tab).waitFor({ state: 'hidden' });
      await tab.keyboard.press('Escape');
      await step(tab, 'Choose a path').waitFor();
    });

    test('without a meeting to come, the clock leads into another day', async () => {
      const { guild } = stage.world;
      for (const event of guild.scheduledEvents) guild.deleteScheduledEvent(event);
      const tab = await stage.visit('tomas');
      await card(tab).getByRole('button', { name: 'Start' }).click();
      for (const on of ['Skip', 'Next', 'Skip', 'Skip', 'Skip', 'Next'])
        await card(tab).getByRole('button', { name: on }).click();
      await step(tab, 'Move the clock').waitFor();
    });

    test('one click makes somebody else of the visitor, in the same channel, and a second tab is offered', async () => {
      const tab = await stage.arrive();
      await tab.getByRole('link', { name: /^ada! Newcomer/ }).click();
      await composer(tab).waitFor();
      await tab.getByRole('navigation', { name: 'Whom you play' }).getByRole('link', { name: 'Mentor' }).click();
      await tab.getByRole('button', { name: 'Be someone else' }).last().click();
      const dialog = tab.getByRole('dialog', { name: 'Who would you like to be?' });
      await dialog
        .getByRole('link', { name: /^zoe! Mentor/ })
        .and(tab.locator('[aria-current]'))
        .waitFor();
      const [second] = await Promise.all([
        tab.context().waitForEvent('page'),
        dialog.getByRole('link', { name: 'Be ada! in a second tab' }).click(),
      ]);
      await composer(second).waitFor();
      await composer(second).fill('Hello from the other side');
      await second.keyboard.press('Enter');
      await tab.keyboard.press('Escape');
      await newest(tab).getByText('Hello from the other side').waitFor();
    });
  },
  {
    names: cast.map(({ name }) => name),
    extras: () => ({ cast, tour }),
    options: { pagesAtHome: true },
    before: async ({ discord, guild, app }) => {
      await setUp(discord, guild);
      await app.atRest();
    },
  },
);
