/** What members do on the page, by mouse and keyboard. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { completes, composer, newest, suggestion } from '../../support/page-parts.ts';
import { onThePage, walksAlmostToTheEnd } from './stage.ts';

onThePage(
  'members on the page',
  stage => {
    test('a newcomer chooses a path by keyboard, finishes one item by mouse and one by keyboard', async () => {
      const tab = await stage.visit('ada');
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
      await walksAlmostToTheEnd(stage.world.guild.member('yuki'));
      const [tab, other] = [await stage.visit('yuki'), await stage.visit('ben')];
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
      const tab = await stage.visit('ben');
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
      const tab = await stage.visit('omar');
      stage.world.discord.faults.next({ route: /callback/, answer: 'hang' });
      const pending = stage.world.discord.nextChange(({ kind }) => kind === 'interaction-pending');
      await tab.keyboard.type('/help ');
      await tab.keyboard.press('Enter');
      await pending;
      stage.world.discord.clock.advance({ seconds: 4 });
      await newest(tab).getByText('The application did not respond').waitFor();
      await newest(tab).getByRole('button', { name: 'Dismiss message' }).click();
      expect(await tab.getByText('The application did not respond').count()).toBe(0);
    });

    test('at 360 pixels nothing sticks out, and both sides are behind buttons', async () => {
      const tab = await stage.visit('ben', { viewport: { width: 360, height: 740 } });
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
  { names: ['ada', 'ben', 'yuki', 'omar'], inModules: true },
);
