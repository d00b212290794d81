/** How a link to a certificate unfolds in Discord, LinkedIn and others. Their programs want whole addresses. */
import { html } from 'hono/html';
import { certificateAddress } from '../../credentials/addresses.ts';
import { dayOf } from '../../domain/certificate-day.ts';
import type { PublishedCertificate } from '../../domain/issuing.ts';
import { dateInWords } from '../../pictures/wording.ts';
import type { Html } from './layout.ts';
import { isolated } from './words.ts';

/** Pixels, as the picture is drawn. */
export const pictureSize = { width: 1600, height: 1131 };

export function titleOf({ issued, title }: PublishedCertificate): string {
  return `${issued.revoked ? 'Revoked: ' : ''}${isolated(issued.name)} – ${title}`;
}

/** What the picture shows, for who doesn't see it. */
export function pictureInWords({ issued, title, pathTitle, communityName, mix }: PublishedCertificate): string {
  const path = pathTitle === title ? '' : ` Path: ${pathTitle}.`;
  return `${issued.revoked ? 'Revoked. ' : ''}Certificate of ${communityName}: ${isolated(issued.name)} has earned ${title}.${path} Issued on ${dateInWords(dayOf(issued.earnedAt))} for ${mix}.`;
}

export function openGraph(published: PublishedCertificate, publicUrl: string): Html {
  const { issued, communityName, mix } = published;
  const page = certificateAddress(publicUrl, issued.id);
  const on = dateInWords(dayOf(issued.earnedAt));
  const description = issued.revoked
    ? `This certificate of ${communityName} was revoked on ${dateInWords(dayOf(issued.revoked.at))} and no longer counts.`
    : `Certificate of ${communityName}, ${on}: ${mix}. Open the page to see what was learned and to verify it.`;
  const alt = pictureInWords(published);
  // Alone under a link, the picture of a revoked one would look as if it held.
  const pictured = [
    ['og:image', `${page}.png`],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(pictureSize.width)],
    ['og:image:height', String(pictureSize.height)],
    ['og:image:alt', alt],
  ];
  const picturedOnTwitter = [
    ['twitter:image', `${page}.png`],
    ['twitter:image:alt', alt],
  ];
  const properties = [
    ['og:type', 'website'],
    ['og:site_name', communityName],
    ['og:title', titleOf(published)],
    ['og:description', description],
    ['og:url', page],
    ...(issued.revoked ? [] : pictured),
  ];
  const names = [
    ['description', description],
    ['robots', 'noindex, nofollow'],
    ['twitter:card', issued.revoked ? 'summary' : 'summary_large_image'],
    ['twitter:title', titleOf(published)],
    ['twitter:description', description],
    ...(issued.revoked ? [] : picturedOnTwitter),
  ];
  return html`<link rel="canonical" href="${page}">
<link rel="alternate" type="application/json" href="${page}.json">
<link rel="alternate" type="application/vc+jwt" href="${page}.jwt">
${names.map(([name, content]) => html`<meta name="${name}" content="${content}">\n`)}${properties.map(
  ([property, content]) => html`<meta property="${property}" content="${content}">\n`,
)}`;
}
