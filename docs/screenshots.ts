/** Makes the README's pictures from the real page: the same people, the same day, the same steps each time. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createClock } from '../playground/discord/index.ts';
import { main } from '../playground/main.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const looks = { locale: 'en-GB', timezoneId: 'UTC', colorScheme: 'dark', reducedMotion: 'reduce' } as const;
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 780 };
const monday = Temporal.Instant.from('2026-03-02T17:30:00Z');

async function openPlayground(folder: string) {
  const reading = readConfig({ DATABASE_URL: `file:${join(folder, 'cairn.sqlite')}`, PORT: '0', PLAYGROUND_PORT: '0' });
  if ('problems' in reading) throw new Error(reading.problems.join('\n'));
  let said = '';
  const playground = await main(
    {
      config: reading.config,
      log: createLog({ level: 'silent' }),
      clock: createClock({ standing: monday }),
      onFatal: error => {
        throw error;
      },
    },
    text => {
      said += text;
    },
  );
  await playground.ready;
  return { url: /http:\S+/.exec(said)?.[0] ?? '', close: playground.close };
}

async function visit(browser: Browser, url: string, who: string, viewport: typeof desktop): Promise<Page> {
  const page = await (await browser.newContext({ ...looks, viewport })).newPage();
  await page.goto(url);
  await page.getByRole('link', { name: new RegExp(`^${who}`) }).click();
  await page.locator('#composer-text').waitFor();
  return page;
}

/** Without a cursor, or anything that shows only under the mouse. */
async function take(page: Page, name: string) {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`), animations: 'disabled', caret: 'hide' });
  process.stdout.write(`docs/${name}.png\n`);
}

async function chooseLeaderPath(page: Page) {
  await page.getByRole('button', { name: '/path choose' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'By level' }).click();
  await page.getByRole('option', { name: /^Leader Path/ }).click();
  await page.getByRole('article').last().getByText('0 of 7').waitFor();
}

async function finish(page: Page, items: number) {
  for (let done = 1; done <= items; done += 1) {
    await page.getByRole('article').last().getByRole('button', { name: 'Done' }).click();
    if (done < 7) await page.getByRole('article').last().getByText(`${done} of 7`).waitFor();
  }
}

/** Its picture, and what a stranger sees who follows its QR code. */
async function takeCertificate(browser: Browser, page: Page) {
  await page.getByRole('button', { name: 'Get it' }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
  const link = page.getByRole('article').last().getByRole('link', { name: 'Its page' });
  const address = (await link.getAttribute('href')) ?? '';
  const visitor = await (await browser.newContext({ ...looks, colorScheme: 'light', viewport: desktop })).newPage();
  // The file itself, as large as it is still light.
  await visitor.goto(`${address}.png`);
  await visitor.setViewportSize({ width: 960, height: 800 });
  await visitor.locator('img').screenshot({ path: join(import.meta.dirname, 'certificate.png') });
  process.stdout.write('docs/certificate.png\n');
  await visitor.setViewportSize(desktop);
  await visitor.goto(address);
  await take(visitor, 'certificate-page');
}

async function takeAll(browser: Browser, url: string) {
  const ada = await visit(browser, url, 'Ada', desktop);
  await ada.getByRole('button', { name: 'Put the tour away' }).click();
  await chooseLeaderPath(ada);
  await finish(ada, 7);
  await ada.getByText('Certificate earned').waitFor();
  await ada.getByRole('complementary', { name: 'Members' }).getByText('Distributed Systems Leader').waitFor();
  await take(ada, 'playground');
  await takeCertificate(browser, ada);

  const tomas = await visit(browser, url, 'Tom', desktop);
  await tomas.getByRole('button', { name: 'Put the tour away' }).click();
  await tomas.getByRole('button', { name: 'Behind the scenes' }).first().click();
  await tomas.locator('.traffic summary').first().waitFor();
  await take(tomas, 'playground-behind-the-scenes');

  const joao = await visit(browser, url, 'Jo', phone);
  await joao.getByRole('button', { name: 'Put the tour away' }).click();
  await chooseLeaderPath(joao);
  await finish(joao, 3);
  await take(joao, 'playground-phone');
}

if (!existsSync(executablePath)) throw new Error(`No Chromium at ${executablePath}: install it, or set CHROMIUM_PATH.`);
const folder = await mkdtemp(join(tmpdir(), 'cairn-screenshots-'));
const playground = await openPlayground(folder);
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--force-color-profile=srgb'],
});
try {
  await takeAll(browser, playground.url);
} finally {
  await browser.close();
  await playground.close();
  await rm(folder, { recursive: true });
}
