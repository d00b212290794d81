/** A certificate that its holder shows to everybody in a channel. */
import type { OwnCertificate, ShareOutcome } from '../domain/issuing.ts';
import { button, card, row, select, text } from './card.ts';
import { factLines, linkButton, notEarnedMessage, notIssuedMessage } from './certificate.ts';
import { pictured } from './certificate-picture.ts';
import type { Message } from './message.ts';
import { revokedMessage } from './revocation.ts';
import { clipped, escaped } from './text.ts';

export function shareMessage(outcome: ShareOutcome, userId: string): Message {
  switch (outcome.kind) {
    case 'shared':
      return sharedMessage(outcome.own, userId);
    case 'offline':
      return card('notice', [
        text(
          '### Sharing is off here',
          'This community has no public address, so nobody could look at the certificate’s page. You can post the picture yourself: it carries its signed file.',
        ),
        row(button('Show it', `certificate/open/${outcome.published.issued.certificateId}`, 'primary')),
      ]);
    case 'which':
      return outcome.issued.length === 0 ? noneMessage() : whichMessage(outcome);
    case 'busy':
      return card('notice', [
        text('### Just a moment', 'Many certificates are being drawn. Try again in a few seconds.'),
        row(button('Try again', `certificate/share/${outcome.published.issued.certificateId}`, 'primary')),
      ]);
    case 'not-issued':
      return notIssuedMessage(outcome.certificate);
    case 'revoked':
      return revokedMessage(outcome.published);
    case 'not-earned':
      return notEarnedMessage();
  }
}

/** Nobody is pinged: who shares speaks for themselves. */
function sharedMessage({ published, picture }: OwnCertificate, userId: string): Message {
  const drawn = pictured(published, picture);
  const { page, communityName } = published;
  return {
    ...card('certificate', [
      text(`### 🎓 ${escaped(published.title)}`, `<@${userId}> shares a certificate of ${escaped(communityName)}.`),
      drawn?.piece,
      text(...factLines(published)),
      row(page !== undefined && linkButton('Its page', page)),
    ]),
    ...(drawn && { files: drawn.files }),
    isPublic: true,
  };
}

function whichMessage({ issued }: Extract<ShareOutcome, { kind: 'which' }>): Message {
  return card('certificate', [
    text('### Which certificate?', 'It is posted here, where everybody sees it.'),
    select(
      'certificate/share',
      'One of yours',
      issued.map(({ certificateId, title }) => ({ label: clipped(title, 100), value: certificateId })),
    ),
  ]);
}

function noneMessage(): Message {
  return card('notice', [
    text('### There is nothing to share yet', 'Once you have earned a certificate and got it, it can be posted here.'),
    row(button('Certificates', 'certificate/show')),
  ]);
}

/** Where the member may not write, Cairn does not write for them. */
export function mayNotWriteMessage(): Message {
  return card('notice', [
    text('### Not in this channel', 'You may not write here. Use `/certificate share` in a channel where you may.'),
  ]);
}
