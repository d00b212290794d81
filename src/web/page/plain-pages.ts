/** The pages that show no certificate: not found, switched off, refused. */
import { html } from 'hono/html';
import { framed, type Html } from './layout.ts';

const owner = 'Certificates';

function plain(title: string, words: readonly string[], publicUrl?: string): Html {
  const main = html`<main class="plain"><h1>${title}</h1>${words.map(text => html`<p>${text}</p>`)}</main>`;
  return framed({ title, owner, main, publicUrl });
}

export const notFoundPage = (publicUrl: string) =>
  plain(
    'There is nothing at this address',
    [
      'If you followed a link to a certificate, the link may have lost its end on the way: a certificate’s address is long, and every letter counts.',
      'Ask the person who gave it to you to send it again, or scan the code on the certificate itself.',
    ],
    publicUrl,
  );

export const pagesAreOffPage = plain('This community has not switched on certificate pages', [
  'Its certificates are still good: the picture carries a signed credential, and the member can send you the signed file. Both verify without this server.',
  'If you run this bot: set PUBLIC_URL to the address under which others reach this server, and start it again.',
]);

export const refusedPage = (status: number, publicUrl: string | undefined) =>
  status === 503
    ? plain('This takes too long just now', ['Much is going on here. Open the page again in a moment.'], publicUrl)
    : plain(
        'Something went wrong here',
        [
          'It was not your doing, and those who run this server can read what happened. Open the page again in a moment.',
        ],
        publicUrl,
      );
