/** Every pane and dialog against the rules of WCAG A and AA, as far as a machine can tell, wide and narrow. */
import { describe, expect, test } from 'vitest';
import { cast } from '../../../playground/cast.ts';
import { outboxPanel } from '../../../playground/outbox-panel.ts';
import { tour } from '../../../playground/tour.ts';
import { accessibilityFindings } from '../../support/accessibility.ts';
import { composer, newest, overflow } from '../../support/page-parts.ts';
import { onThePage } from './stage.ts';

onThePage(
  'nobody is shut out',
  stage => {
    describe.each([
      { name: 'wide', width: 1280 },
      { name: 'narrow', width: 360 },
    ])('on a $name screen', ({ width }) => {
      const viewport = { viewport: { width, height: 800 } };

      test('the choice of whom to be, messages, cards and the tour', async () => {
        const tab = await stage.visit('ada', viewport);
        await stage.world.guild.member('ada').runs('/path choose', { path: 'level-leader' });
        await newest(tab).getByRole('button', { name: 'Done' }).waitFor();
        expect(await accessibilityFindings(tab)).toEqual([]);
        await tab.getByRole('button', { name: 'Start' }).click();
        expect(await accessibilityFindings(tab)).toEqual([]);
        await tab.getByRole('button', { name: 'Put the tour away' }).click();
        await tab.getByRole('button', { name: 'Be someone else' }).last().click({ force: true });
        await tab.getByRole('dialog', { name: 'Who would you like to be?' }).waitFor();
        expect(await accessibilityFindings(tab)).toEqual([]);
        expect(await overflow(tab)).toBe(0);
      });

      test('the picker of commands and a command being filled in', async () => {
        const tab = await stage.visit('ada', viewport);
        await tab.getByRole('button', { name: 'Put the tour away' }).click();
        await composer(tab).fill('/');
        await tab.getByRole('option').first().waitFor();
        expect(await accessibilityFindings(tab)).toEqual([]);
        await composer(tab).fill('/progress done ');
        await tab.getByRole('form', { name: 'Command /progress done' }).waitFor();
        expect(await accessibilityFindings(tab)).toEqual([]);
        expect(await overflow(tab)).toBe(0);
      });

      test('the clock, moved', async () => {
        const tab = await stage.visit('ada', viewport);
        await tab.getByRole('button', { name: "The playground's time" }).click();
        await tab.getByRole('button', { name: '1 hour later' }).click();
        await tab.getByRole('button', { name: 'Back to now' }).and(tab.locator('[aria-disabled=false]')).waitFor();
        expect(await accessibilityFindings(tab)).toEqual([]);
        expect(await overflow(tab)).toBe(0);
        await tab.getByRole('button', { name: 'Back to now' }).click();
      });

      test('behind the scenes: the traffic unfolded, the outbox, and what if', async () => {
        const tab = await stage.visit('ada', viewport);
        await tab.getByRole('button', { name: 'Put the tour away' }).click();
        await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
        await stage.world.guild.member('ada').runs('/help');
        await tab.locator('.traffic summary').first().click();
        for (const section of ['Traffic', 'Outbox', 'What if…']) {
          await tab.getByRole('tab', { name: section }).click();
          await tab.getByRole('tabpanel', { name: section }).waitFor();
          expect(await accessibilityFindings(tab)).toEqual([]);
          expect(await overflow(tab)).toBe(0);
        }
      });
    });

    test('on a narrow screen both sides are as accessible when they are out', async () => {
      const tab = await stage.visit('ada', { viewport: { width: 360, height: 740 } });
      for (const side of ['Channels', 'Members']) {
        await tab.getByRole('button', { name: side, exact: true }).click();
        expect(await accessibilityFindings(tab)).toEqual([]);
      }
    });
  },
  {
    names: cast.map(({ name }) => name),
    extras: ({ guild, app }) => ({ cast, tour, panels: [outboxPanel(guild, app.outbox)] }),
  },
);
