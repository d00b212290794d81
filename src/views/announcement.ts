/** The public word that a member has earned a certificate. */
import type { OwnCertificate } from '../domain/issuing.ts';
import { button, card, row, text } from './card.ts';
import { linkButton } from './certificate.ts';
import { pictured } from './certificate-picture.ts';
import { timestamp } from './figures.ts';
import type { Message } from './message.ts';
import { escaped } from './text.ts';

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
        button('What is this?', `certificate/about/${issued.certificateId}/${userId}`),
        page !== undefined && linkButton('Its page', page),
      ),
    ],
    [userId],
  );
  return drawn ? { ...message, files: drawn.files } : message;
}
