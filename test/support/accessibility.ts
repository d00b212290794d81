/** What axe-core finds wrong on a page, by the rules of WCAG 2.1 A and AA. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export async function accessibilityFindings(tab: Tab): Promise<readonly string[]> {
  // Colours on their way from one to another are measured as they will be.
  await tab.evaluate(
    'Promise.all(document.getAnimations().map(a => a.effect.getTiming().iterations === Infinity ? a.cancel() : a.finish()))',
  );
  if ((await tab.evaluate('typeof axe')) === 'undefined') await tab.evaluate(axe);
  const { violations } = (await tab.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })",
  )) as { violations: readonly Finding[] };
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  );
}
