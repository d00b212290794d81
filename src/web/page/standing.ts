/** Whether a certificate holds: the first thing on its page, in words, sign and colour. */
import { html, raw } from 'hono/html';
import { dayOf } from '../../domain/certificate-day.ts';
import type { IssuedCertificate } from '../../domain/issued-certificate.ts';
import { revocationWords } from '../../domain/revocation-words.ts';
import { dateInWords } from '../../pictures/wording.ts';
import type { Html } from './layout.ts';
import { momentInWords } from './words.ts';

const sign = (path: string) =>
  raw(
    `<svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="10"/>${path}</svg>`,
  );
const check = sign('<path d="m7.5 12.5 3 3 6-7"/>');
const cross = sign('<path d="m8.5 8.5 7 7m0-7-7 7"/>');

export function standing({ revoked }: IssuedCertificate, at: Temporal.Instant): Html {
  if (!revoked) {
    return html`<div class="standing">${check}<div><p><strong>In force</strong></p><p>Genuine, and not revoked as of <time datetime="${at.toString()}">${momentInWords(at)}</time>.</p></div></div>`;
  }
  const day = dayOf(revoked.at);
  return html`<div class="standing">${cross}<div><p><strong>Revoked on <time datetime="${day.toString()}">${dateInWords(day)}</time></strong></p><p>This certificate no longer counts. ${revocationWords[revoked.why]}</p></div></div>`;
}
