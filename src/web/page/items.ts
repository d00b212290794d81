/** What was learned, item by item, each with what stands behind it. */
import { html } from 'hono/html';
import { byLevel } from '../../domain/evidence-mix.ts';
import { evidenceWords } from '../../domain/evidence-words.ts';
import type { CertifiedItem } from '../../domain/issued-certificate.ts';
import type { Html } from './layout.ts';
import { levelMeans } from './words.ts';

/** Members give these links: nothing but a web page is ever linked. */
export function isSafeLink(link: string): boolean {
  return /^https?:$/.test(URL.parse(link)?.protocol ?? '');
}

export function learned(items: readonly CertifiedItem[]): Html {
  return html`<section aria-labelledby="learned">
<h2 id="learned">What was learned</h2>
<ul class="legend" role="list">${byLevel(items).map(
    ([level, those]) =>
      html`<li class="${level}"><span class="stone"></span><span><strong>${those.length} ${evidenceWords[level].counted}.</strong> ${levelMeans[level]}</span></li>\n`,
  )}</ul>
<ol class="items" role="list">${items.map(itemLine)}</ol>
</section>`;
}

function itemLine({ title, level, link }: CertifiedItem): Html {
  const work =
    link && isSafeLink(link) && html` · <a href="${link}" rel="nofollow noopener ugc">${new URL(link).host}</a>`;
  return html`<li class="${level}"><span class="stone"></span><div><p dir="auto">${title}</p><p class="level">${evidenceWords[level].name}${work}</p></div></li>\n`;
}
