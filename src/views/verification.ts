/** What anyone learns who has a certificate verified. */
import type { VerificationOutcome } from '../domain/issuing.ts';
import { card, row, text } from './card.ts';
import { factLines, linkButton } from './certificate.ts';
import { pictured } from './certificate-picture.ts';
import type { Message } from './message.ts';
import { revocationLine } from './revocation.ts';
import { clipped, escaped } from './text.ts';

type Found = Extract<VerificationOutcome, { kind: 'found' }>;
type NotGenuine = Extract<VerificationOutcome, { kind: 'not-genuine' }>;

export function verificationMessage(outcome: VerificationOutcome): Message {
  switch (outcome.kind) {
    case 'found':
      return foundMessage(outcome);
    case 'not-genuine':
      return card('notice', [
        text(
          '### ❌ Not genuine',
          notGenuine(outcome),
          'Do not rely on it. Ask its holder for the number or the original file.',
        ),
      ]);
    case 'not-on-record':
      return card('notice', [
        text(
          '### Signed by this community, but not on record',
          'The signature is genuine, yet nothing is known of the certificate here. Ask the organisers before you rely on it.',
        ),
      ]);
    case 'unknown':
      return card('notice', [
        text(
          '### No such certificate',
          `Nothing was issued here under “${escaped(clipped(outcome.asked, 80))}”. Look for a typing error: the number stands at the foot of the certificate, such as K7QM-2XTD.`,
        ),
      ]);
    case 'unreadable':
      return card('notice', [
        text(
          '### This is no certificate’s number',
          `You gave “${escaped(clipped(outcome.asked, 80))}”. Give the number at the foot of the certificate (such as K7QM-2XTD), the address of its page, or the text of its signed file.`,
        ),
      ]);
  }
}

function notGenuine(outcome: NotGenuine): string {
  switch (outcome.why) {
    case 'malformed':
      return outcome.problem;
    case 'unknown-key':
      return 'It was not signed by this community.';
    case 'wrong-signature':
      return 'It was changed after it was signed.';
    case 'retired-key':
      return 'It was signed with a key that was no longer in use.';
  }
}

function foundMessage({ published, picture, signedName }: Found): Message {
  const { issued, page, communityName, pathTitle } = published;
  const drawn = picture && pictured(published, picture);
  const message = card(issued.revoked ? 'notice' : 'certificate', [
    text(
      issued.revoked ? '### ⛔ Genuine, but revoked' : '### ✅ Genuine and in force',
      `🎓 **${escaped(published.title)}**, issued by ${escaped(communityName)}`,
      revocationLine(published),
    ),
    drawn?.piece,
    text(
      ...factLines(published),
      `It stands for all that “${escaped(pathTitle)}” asked for.`,
      signedName !== undefined && `The signed text has the name **${escaped(signedName)}**, which was corrected since.`,
      '-# It says who learned what. It does not say who is showing it to you: compare the name.',
    ),
    row(page !== undefined && linkButton('Its page', page)),
  ]);
  return drawn ? { ...message, files: drawn.files } : message;
}
