/** The public word that a member has earned a certificate. */
import type { Certificate } from '../domain/curriculum.ts';
import type { EarnedCertificate } from '../domain/learner.ts';
import { button, card, row, text } from './card.ts';
import { count, timestamp } from './figures.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { escaped } from './text.ts';

/** The custom_id of its button. No other message has it, so it also tells whether the announcement is already there. */
export function announcementTag(certificateId: string, userId: string): string {
  return `certificate/about/${certificateId}/${userId}`;
}

/** Pings the member it is about, nobody else. */
export function announcementMessage(
  certificate: Certificate,
  earned: EarnedCertificate,
  userId: string,
  locale: Locale,
): Message {
  return card(
    'certificate',
    [
      text(
        `## 🎓 ${escaped(certificate.title)}`,
        `<@${userId}> has earned this certificate.`,
        `${count(earned.items, 'item', 'items', locale)} · ${timestamp(earned.at, 'date')}`,
      ),
      row(button('What is this?', announcementTag(certificate.id, userId))),
    ],
    [userId],
  );
}
