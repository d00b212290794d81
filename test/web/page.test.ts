import { describe, expect, test } from 'vitest';
import { accessibilityFindings } from '../support/accessibility.ts';
import { isChromiumThere } from '../support/browser.ts';
import { at } from '../support/builders.ts';
import { overflow } from '../support/page-parts.ts';
import { visitors } from '../support/visitors.ts';
import { issued } from './a-showcase.ts';
import { aSite } from './a-site.ts';

const arabic = {
  name: 'عبد الرحمن بن محمد بن عبد العزيز بن إبراهيم الخوارزمي المعروف بأبي عبد الله الكاتب'.slice(0, 80),
};
const long = { name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 80) };
const revoked = { revoked: { at: at('2026-04-02'), why: 'issued-in-error' } } as const;
const page = `/c/${issued.id}`;

describe.skipIf(!isChromiumThere)('a certificate’s page in a browser', { timeout: 300_000 }, () => {
  const visit = visitors();

  describe.each([360, 1280])('%i pixels wide', width => {
    test.each([
      ['light', 'in force', {}],
      ['dark', 'in force', {}],
      ['light', 'revoked', revoked],
      ['dark', 'revoked', revoked],
      ['light', 'in Arabic', arabic],
      ['light', 'with a name without spaces', long],
    ] as const)('in %s and %s shuts nobody out, and nothing sticks out', async (colorScheme, _, more) => {
      const site = await aSite();
      site.showcase.shown = { ...issued, ...more };
      const tab = await visit(`${site.url}${page}`, { colorScheme, viewport: { width, height: 800 } });
      await tab.getByText('Commands for a terminal').click();
      expect(await accessibilityFindings(tab)).toEqual([]);
      expect(await overflow(tab)).toBe(0);
    });

    test('a page that is not there shuts nobody out either', async () => {
      const site = await aSite({ publicUrl: null });
      const tab = await visit('about:blank', { viewport: { width, height: 800 } });
      await tab.setContent(await (await site.get(page)).text());
      expect(await accessibilityFindings(tab)).toEqual([]);
      expect(await overflow(tab)).toBe(0);
    });
  });

  test('works without JavaScript', async () => {
    const site = await aSite();
    const tab = await visit(`${site.url}${page}`, { javaScriptEnabled: false });
    await tab.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor();
    const commands = tab.getByText('curl -fsSo certificate.jwt');
    expect(await commands.isVisible()).toBe(false);
    await tab.getByText('Commands for a terminal').click();
    await commands.waitFor();
    const download = tab.waitForEvent('download');
    await tab.getByRole('link', { name: 'Signed file' }).click();
    expect((await download).suggestedFilename()).toBe(`${issued.id}.jwt`);
  });

  test.each(['.png', '.json'])('%s, opened by itself, is shown without complaint', async kind => {
    const site = await aSite();
    await visit(`${site.url}${page}${kind}`);
  });

  test('nothing moves when the picture comes', async () => {
    const site = await aSite();
    const drawing = Promise.withResolvers<void>();
    const { draw } = site.showcase;
    site.showcase.draw = async one => {
      await drawing.promise;
      return draw(one);
    };
    const { promise: there, resolve: comes } = Promise.withResolvers<void>();
    const tab = await visit(`${site.url}${page}`, { until: 'commit' });
    tab.on('requestfinished', request => request.url().endsWith('.png') && comes());
    const below = tab.getByRole('heading', { name: 'What was learned' });
    const before = await below.boundingBox();
    drawing.resolve();
    await there;
    expect(await below.boundingBox()).toEqual(before);
  });

  test('on paper it says where it can be verified, and leaves away what only a screen can do', async () => {
    const site = await aSite();
    const tab = await visit(`${site.url}${page}`, { viewport: { width: 794, height: 1123 }, colorScheme: 'dark' });
    await tab.emulateMedia({ media: 'print' });
    await tab.getByText(`${site.url}${page}`, { exact: true }).waitFor();
    expect(await tab.getByRole('img', { name: 'Certificate of Quorum' }).isVisible()).toBe(true);
    expect(await tab.getByRole('link', { name: 'LinkedIn' }).isVisible()).toBe(false);
    expect(await tab.getByRole('heading', { name: 'How to verify it' }).isVisible()).toBe(false);
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await overflow(tab)).toBe(0);
  });
});
