/** A certificate that organisers have revoked, and how they do it. */
import { certificateNumber } from '../domain/certificate-number.ts';
import type { RevocationReason } from '../domain/issued-certificate.ts';
import type { PublishedCertificate, RevokeOutcome } from '../domain/issuing.ts';
import { revocationWords } from '../domain/revocation-words.ts';
import { button, card, row, text } from './card.ts';
import { timestamp } from './figures.ts';
import type { Message } from './message.ts';
import { clipped, escaped } from './text.ts';

/** As organisers pick it. */
export const revocationChoices: Readonly<Record<RevocationReason, string>> = {
  'issued-in-error': 'Issued in error',
  'work-not-own': 'Work shown was not their own',
  'member-asked': 'The member asked for it',
  other: 'Another reason, not published',
};

/** "⛔ Revoked on 3 March 2026. It was issued in error." */
export function revocationLine({ issued: { revoked } }: Pick<PublishedCertificate, 'issued'>): string | undefined {
  return revoked && `⛔ **Revoked** on ${timestamp(revoked.at, 'date')}. ${revocationWords[revoked.why]}`;
}

/** To its holder. */
export function revokedMessage(published: PublishedCertificate): Message {
  return card('notice', [
    text(
      `### 🎓 ${escaped(published.title)}`,
      revocationLine(published),
      'It is shown as revoked to whoever verifies it. If you think this is wrong, speak to the organisers.',
    ),
    row(button('All certificates', 'certificate/show')),
  ]);
}

/** @param why what an organiser has picked, where it is not done yet */
export function revokeMessage(outcome: RevokeOutcome, why?: RevocationReason): Message {
  switch (outcome.kind) {
    case 'unknown':
      return card('notice', [
        text(
          '### No such certificate here',
          `Nothing that this server has issued is found under “${escaped(clipped(outcome.asked, 80))}”.`,
          'Give its number as printed on it (such as K7QM-2XTD), its id, or the address of its page.',
        ),
      ]);
    case 'already-revoked':
      return card('notice', [
        text('### Revoked already', ...facts(outcome.published), revocationLine(outcome.published)),
      ]);
    case 'to-confirm':
      return card('notice', [
        text(
          '### Revoke this certificate?',
          ...facts(outcome.published),
          why && `**As everybody will read it:** ${revocationWords[why]}`,
          'Its page stays and says so, whoever verifies it sees it, and the member loses its role. This cannot be undone.',
        ),
        row(why && button('Revoke it', `admin/revoke/${outcome.published.issued.id}/${why}`, 'primary')),
      ]);
    case 'revoked':
      return card('notice', [
        text(
          '### ⛔ Revoked',
          ...facts(outcome.published),
          revocationLine(outcome.published),
          '-# The role is being taken. It stands in `/admin log`.',
        ),
        row(button('Log', 'admin/log')),
      ]);
  }
}

function facts({ issued, title, mix }: PublishedCertificate): readonly string[] {
  return [
    `🎓 **${escaped(title)}** · No. ${certificateNumber(issued.id)}`,
    `<@${issued.member.userId}> · ${timestamp(issued.earnedAt, 'date')} · **${escaped(issued.name)}**`,
    mix,
  ];
}
