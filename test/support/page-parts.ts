/** What tests look for on the playground's page, and how they type. */
import type { Page as Tab } from 'playwright-core';

export const composer = (tab: Tab) => tab.getByRole('combobox', { name: /^Message/ });
export const newest = (tab: Tab) => tab.getByRole('article').last();
export const suggestion = (tab: Tab, name: string | RegExp) =>
  tab.locator('.listbox:not(.stale)').getByRole('option', { name });

/** How far the page is wider than its window: 0 if nothing sticks out. */
export const overflow = (tab: Tab) =>
  tab.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Types until the suggestion is there, and takes it. The first one is chosen beforehand. */
export async function completes(tab: Tab, typed: string, wanted: string | RegExp): Promise<void> {
  await tab.keyboard.type(typed);
  await suggestion(tab, wanted).first().waitFor();
  await tab.keyboard.press('Enter');
}
