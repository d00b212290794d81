/** Strangers who open a page of the web server in headless Chromium: it must not complain, nor ask elsewhere. */
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';

// Only for what never comes: how long something takes on a busy machine is nobody's fault.
const patience = 60_000;
const watchPolicy = 'addEventListener("securitypolicyviolation", event => console.error(event.violatedDirective))';

export interface VisitOptions extends BrowserContextOptions {
  /** Default: loaded with all that is in it. */
  readonly until?: 'commit' | 'load';
}

/** For the tests of one group; opens an address in a browser of its own. */
export function visitors(): (address: string, options?: VisitOptions) => Promise<Tab> {
  const complaints: string[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  return async (address, { until = 'load', ...options } = {}) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(patience);
    if (options.javaScriptEnabled !== false) await context.addInitScript(watchPolicy);
    const tab = await context.newPage();
    tab.on('pageerror', fault => complaints.push(String(fault)));
    tab.on('console', line => complaints.push(`${line.type()}: ${line.text()}`));
    const { origin } = new URL(address);
    tab.on('request', request => new URL(request.url()).origin === origin || complaints.push(request.url()));
    await tab.goto(address, { waitUntil: until });
    return tab;
  };
}
