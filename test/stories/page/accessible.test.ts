/** Every pane and dialog against the rules of WCAG A and AA, as far as a machine can tell, wide and narrow. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cast } from '../../../playground/cast.ts';
import { outboxPanel } from '../../../playground/outbox-panel.ts';
import { tour } from '../../../playground/tour.ts';
import { composer, newest, onThePage } from './stage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function findings(tab: Tab): Promise<readonly string[]> {
  // Colours on their way from one to another are measured as they will be.
  await tab.evaluate(
    'Promise.all(document.getAnimations().map(a => a.effect.getTiming().iterations === Infinity ? a.cancel() : a.finish()))',
  );
  await tab.evaluate(axe);
  const { violations } = (await tab.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })",
  )) as { violations: readonly Finding[] };
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  );
}

onThePage(
  'nobody is shut out',
  stage => {
    describe.each([
      { name: 'wide', width: 1280 },
      { name: 'narrow', width: 360 },
    ])('on a $name screen', ({ width }) => {
      const viewport = { viewport: { width, height: 800 }, reducedMotion: 'reduce' } as const;
      const overhang = (tab: Tab) => tab.evaluate('document.documentElement.scrollWidth - innerWidth');

      test('the choice of whom to be, messages, cards and the tour', async () => {
        const tab = await stage.visit('ada', viewport);
        await stage.world.guild.member('ada').runs('/path choose', { path: 'level-leader' });
        await newest(tab).getByRole('button', { name: 'Done' }).waitFor();
        expect(await findings(tab)).toEqual([]);
        await tab.getByRole('button', { name: 'Start' }).click();
        expect(await findings(tab)).toEqual([]);
        await tab.getByRole('button', { name: 'Put the tour away' }).click();
        await tab.getByRole('button', { name: 'Be someone else' }).last().click({ force: true });
        await tab.getByRole('dialog', { name: 'Who would you like to be?' }).waitFor();
        expect(await findings(tab)).toEqual([]);
        expect(await overhang(tab)).toBe(0);
      });

      test('the picker of commands and a command being filled in', async () => {
        const tab = await stage.visit('ada', viewport);
        await tab.getByRole('button', { name: 'Put the tour away' }).click();
        await composer(tab).fill('/');
        await tab.getByRole('option').first().waitFor();
        expect(await findings(tab)).toEqual([]);
        await composer(tab).fill('/progress done ');
        await tab.getByRole('form', { name: 'Command /progress done' }).waitFor();
        expect(await findings(tab)).toEqual([]);
        expect(await overhang(tab)).toBe(0);
      });

      test('the clock, moved', async () => {
        const tab = await stage.visit('ada', viewport);
        await tab.getByRole('button', { name: "The playground's time" }).click();
        await tab.getByRole('button', { name: '1 hour later' }).click();
        await tab.getByRole('button', { name: 'Back to now' }).and(tab.locator('[aria-disabled=false]')).waitFor();
        expect(await findings(tab)).toEqual([]);
        expect(await overhang(tab)).toBe(0);
        await tab.getByRole('button', { name: 'Back to now' }).click();
      });

      test.each(['Traffic', 'Outbox', 'What if…'])('behind the scenes: %s', async section => {
        const tab = await stage.visit('ada', viewport);
        await tab.getByRole('button', { name: 'Put the tour away' }).click();
        await tab.getByRole('button', { name: 'Behind the scenes' }).first().click();
        await stage.world.guild.member('ada').runs('/help');
        await tab.locator('.traffic summary').first().click();
        await tab.getByRole('tab', { name: section }).click();
        await tab.getByRole('tabpanel', { name: section }).waitFor();
        expect(await findings(tab)).toEqual([]);
        expect(await overhang(tab)).toBe(0);
      });
    });

    test('on a narrow screen both sides are as accessible when they are out', async () => {
      const tab = await stage.visit('ada', { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
      for (const side of ['Channels', 'Members']) {
        await tab.getByRole('button', { name: side, exact: true }).click();
        expect(await findings(tab)).toEqual([]);
      }
    });
  },
  {
    names: cast.map(({ name }) => name),
    extras: ({ guild, app }) => ({ cast, tour, panels: [outboxPanel(guild, app.outbox)] }),
  },
);
