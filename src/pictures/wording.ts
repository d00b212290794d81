/** The sentences that stand on a certificate, in the picture and in its alt text alike. */
import type { CertificatePictureFacts } from './facts.ts';

const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "3 March 2026". */
export function dateInWords(on: Temporal.PlainDate): string {
  return dates.format(on.toZonedDateTime('UTC').epochMilliseconds);
}

/** "Path: Senior Engineer"; nothing where the path is called like the certificate. */
export function pathLine({ path, title }: Pick<CertificatePictureFacts, 'path' | 'title'>): string | undefined {
  return path === undefined || path === title ? undefined : `Path: ${path}`;
}

/** As Discord takes it with an upload. */
const longestAltText = 1024;

export function altText(facts: CertificatePictureFacts): string {
  const path = pathLine(facts);
  const text = [
    `Certificate of ${facts.community}: ${facts.name} has earned ${facts.title}.`,
    ...(path ? [`${path}.`] : []),
    `Issued on ${dateInWords(facts.on)} for ${facts.mix}. Certificate number ${facts.id}.`,
    facts.url ? `Verify it at ${facts.url}` : 'Verify it offline with the signed credential.',
  ].join(' ');
  return text.length <= longestAltText ? text : `${text.slice(0, longestAltText - 1).toWellFormed()}…`;
}
