/** The page of one certificate: what it says, whether it still holds, and how to find out without believing us. */
import { html } from 'hono/html';
import { certificateAddress } from '../../credentials/addresses.ts';
import { dayOf } from '../../domain/certificate-day.ts';
import { certificateNumber } from '../../domain/certificate-number.ts';
import type { PublishedCertificate } from '../../domain/issuing.ts';
import { linkedInLink } from '../../domain/linkedin.ts';
import { dateInWords } from '../../pictures/wording.ts';
import { learned } from './items.ts';
import { framed, type Html, pathOf } from './layout.ts';
import { openGraph, pictureInWords, pictureSize, titleOf } from './open-graph.ts';
import { standing } from './standing.ts';
import { verifying } from './verifying.ts';

export interface CertificateShown {
  readonly published: PublishedCertificate;
  readonly publicUrl: string;
  /** When it is shown: a printed page says as of when it held. */
  readonly at: Temporal.Instant;
}

export function certificatePage({ published, publicUrl, at }: CertificateShown): Html {
  const { issued, communityName } = published;
  return framed({
    title: titleOf(published),
    owner: communityName,
    themeColour: issued.revoked ? '#9f2f26' : '#17615d',
    head: openGraph(published, publicUrl),
    publicUrl,
    main: html`<main class="${issued.revoked ? 'revoked' : 'in-force'}">
${standing(issued, at)}
${certificate(published, publicUrl)}
${learned(issued.items)}
${verifying(issued, publicUrl)}
</main>
<footer><p>Only those who were given this page’s address can find it: it is in no list and no search engine.</p></footer>`,
  });
}

function certificate(published: PublishedCertificate, publicUrl: string): Html {
  const { issued, title, pathTitle, communityName, mix } = published;
  const { width, height } = pictureSize;
  const { id, name, earnedAt } = issued;
  const day = dayOf(earnedAt);
  const page = certificateAddress(publicUrl, id);
  const here = certificateAddress(pathOf(publicUrl), id);
  const path = pathTitle !== title && html`<div><dt>Path</dt><dd dir="auto">${pathTitle}</dd></div>`;
  return html`<article>
<a class="picture" href="${here}.png"><img src="${here}.png" width="${width}" height="${height}" alt="${pictureInWords(published)}"></a>
<div class="facts">
<h1><bdi>${name}</bdi></h1>
<p class="earned">${issued.revoked ? 'was given' : 'has earned'} <strong dir="auto">${title}</strong></p>
<dl>
<div><dt>Issued by</dt><dd dir="auto">${communityName}</dd></div>
<div><dt>Issued on</dt><dd><time datetime="${day.toString()}">${dateInWords(day)}</time></dd></div>
${path}
<div><dt>Evidence</dt><dd>${mix}</dd></div>
<div><dt>Number</dt><dd>${certificateNumber(id)}<br><span class="id">${id}</span></dd></div>
</dl>
<ul class="actions">
<li><a class="main" href="${here}.png" download="${id}.png">Picture <span>.png</span></a></li>
<li><a href="${here}.jwt" download="${id}.jwt">Signed file <span>.jwt</span></a></li>
<li><a href="${here}.json">Data <span>.json</span></a></li>
${issued.revoked ? '' : html`<li><a href="${linkedInLink({ title, communityName, on: day, url: page, id: certificateNumber(id) })}" rel="noopener">Add to LinkedIn profile</a></li>`}
</ul>
<p class="address">${page}</p>
</div>
</article>`;
}
