/** The public word that a member has earned a certificate. */
import type { OwnCertificate } from '../domain/issuing.ts';
import { button, card, row, text } from './card.ts';
import { linkButton } from './certificate.ts';
import { pictured } from './certificate-picture.ts';
import { timestamp } from './figures.ts';
import type { Message } from './message.ts';
import { escaped } from './text.ts';

/** The custom_id of its button. No other message has it, so it also tells whether the announcement is already there. */
export function announcementTag(certificateId: string, userId: string): string {
  return `certificate/about/${certificateId}/${userId}`;
}

/** Pings the member it is about, nobody else. */
export function announcementMessage({ published, picture }: OwnCertificate): Message {
  const { issued, page } = published;
  const { userId } = issued.member;
  const drawn = pictured(published, picture);
  const message = card(
    'certificate',
    [
      text(`## 🎓 ${escaped(published.title)}`, `<@${userId}> has earned this certificate.`),
      drawn?.piece,
      text(`${published.mix} · ${timestamp(issued.earnedAt, 'date')}`),
      row(
        button('What is this?', announcementTag(issued.certificateId, userId)),
        page !== undefined && linkButton('Its page', page),
      ),
    ],
    [userId],
  );
  return drawn ? { ...message, files: drawn.files } : message;
}
