/** What axe-core finds wrong on a page, by the rules of WCAG 2.1 A and AA. */
import axe from 'axe-core';
import type { Page as Tab } from 'playwright-core';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export async function accessibilityFindings(tab: Tab): Promise<readonly string[]> {
  // Colours on their way from one to another are measured as they will be.
  await tab.evaluate(
    'Promise.all(document.getAnimations().map(a => a.effect.getTiming().iterations === Infinity ? a.cancel() : a.finish()))',
  );
  if ((await tab.evaluate('typeof axe')) === 'undefined') await tab.evaluate(axe.source);
  const { violations } = (await tab.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })",
  )) as { violations: readonly Finding[] };
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  );
}
