/** Behind the scenes: the traffic, the bot's own tables, and trouble to try. */
import type { Page as Tab } from 'playwright-core';
import { expect, test } from 'vitest';
import { outboxPanel } from '../../../playground/outbox-panel.ts';
import { eventually } from '../../support/tabs.ts';
import { onThePage, walksAlmostToTheEnd } from './stage.ts';

const drawer = (tab: Tab) => tab.getByRole('complementary', { name: 'Behind the scenes' });
const lines = (tab: Tab) => drawer(tab).locator('summary');

async function opens(tab: Tab, section: string) {
  await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
  await drawer(tab).getByRole('tab', { name: section }).click();
}
const trouble = (tab: Tab, name: string) => drawer(tab).getByRole('switch', { name });

onThePage(
  'behind the scenes',
  stage => {
    test('a command is seen coming and going, newest first, and unfolds as JSON', async () => {
      const tab = await stage.visit('ada');
      await opens(tab, 'Traffic');
      await stage.world.guild.member('ada').runs('/help');
      await lines(tab).first().getByText('The bot answers').waitFor();
      expect(await lines(tab).first().textContent()).toContain('POST /interactions/:interaction/:token/callback');
      await lines(tab).nth(1).getByText('ada! used a command').waitFor();
      await lines(tab).nth(1).click();
      await drawer(tab).getByRole('region', { name: 'Data' }).getByText('"help"').waitFor();
    });

    test('the traffic can be filtered, held still and cleared', async () => {
      const tab = await stage.visit('ada');
      const ada = stage.world.guild.member('ada');
      await ada.runs('/help');
      await opens(tab, 'Traffic');
      await lines(tab).first().waitFor();
      await drawer(tab).getByRole('searchbox', { name: 'Filter the traffic' }).fill('nothing like this');
      await drawer(tab).getByText('Nothing fits the filter.').waitFor();
      await drawer(tab).getByRole('searchbox', { name: 'Filter the traffic' }).fill('');
      await drawer(tab).getByRole('combobox', { name: 'Direction' }).selectOption('To the bot');
      await lines(tab).getByText('INTERACTION_CREATE').first().waitFor();
      expect(await lines(tab).getByText('The bot answers').count()).toBe(0);

      await drawer(tab).getByRole('button', { name: 'Pause' }).click();
      const before = await lines(tab).count();
      await ada.runs('/help');
      await drawer(tab).getByText('Paused. 2 new in the meantime.').waitFor();
      expect(await lines(tab).count()).toBe(before);
      await drawer(tab).getByRole('button', { name: 'Go on' }).click();
      await lines(tab).nth(before).waitFor();
      await drawer(tab).getByRole('button', { name: 'Clear' }).click();
      expect(await lines(tab).count()).toBe(0);
    });

    test('the outbox shows what the bot had to do, and that it is done', async () => {
      const tab = await stage.visit('yuki');
      await opens(tab, 'Outbox');
      await drawer(tab).getByText('Nothing in it yet.').waitFor();
      await walksAlmostToTheEnd(stage.world.guild.member('yuki'));
      await tab.getByRole('button', { name: 'Done' }).last().click();
      const row = drawer(tab)
        .getByRole('row', { name: /sync-roles/ })
        .first();
      await row.getByText('delivered').waitFor();
      expect(await row.textContent()).toContain('yuki!');
    });

    test('a fault that lies in wait is shown until it is met, and can be called off', async () => {
      const tab = await stage.visit('ben');
      const { faults } = stage.world.discord;
      await opens(tab, 'What if…');
      await trouble(tab, 'The next answer gets lost').click();
      await drawer(tab).getByText('Waiting for the next request…').waitFor();
      await trouble(tab, 'The next answer gets lost').click();
      await drawer(tab).getByText('Waiting for the next request…').waitFor({ state: 'detached' });
      expect(faults.waiting).toEqual([]);
      await trouble(tab, 'The next answer gets lost').click();
      await drawer(tab).getByText('Waiting for the next request…').waitFor();
      await stage.world.guild.member('ben').runs('/help');
      await drawer(tab).getByText('Waiting for the next request…').waitFor({ state: 'detached' });
    });

    test('direct messages are closed for the member who is played, and the role is dragged down and up again', async () => {
      const tab = await stage.visit('ben');
      const { guild } = stage.world;
      const ofBot = () => guild.roles.find(({ managed }) => managed)?.position;
      guild.createRole({ name: 'Below' });
      const before = ofBot();
      await opens(tab, 'What if…');
      await trouble(tab, 'This member takes no direct messages').click();
      await eventually(() => guild.member('ben').hasClosedDms).toBe(true);
      expect(guild.member('ada').hasClosedDms).toBe(false);
      await trouble(tab, "A role is moved above the bot's").click();
      await eventually(ofBot).toBe(1);
      await trouble(tab, "A role is moved above the bot's").click();
      await eventually(ofBot).toBe(before);
    });

    test('Escape closes the drawer, and the focus is back on its button', async () => {
      const tab = await stage.visit('ben');
      await opens(tab, 'What if…');
      await tab.keyboard.press('Escape');
      await drawer(tab).waitFor({ state: 'hidden' });
      expect(await tab.evaluate('document.activeElement.id')).toBe('open-inspector');
    });
  },
  {
    names: ['ada', 'ben', 'yuki'],
    extras: ({ guild, app }) => ({ panels: [outboxPanel(guild, app.outbox)] }),
  },
);
