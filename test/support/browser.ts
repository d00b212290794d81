/** Headless Chromium, or a word about it if there is none. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export const isChromiumThere = existsSync(executablePath);

if (!isChromiumThere) {
  process.stderr.write(`No Chromium at ${executablePath}: the page is not tried. Install it, or set CHROMIUM_PATH.\n`);
}

const quiet = [
  ...['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(part => `--disable-${part}`),
  ...['--headless', '--no-sandbox', '--no-first-run'],
];

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: quiet });
