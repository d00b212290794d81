/** A certificate just earned, with the button that leads to it. */
import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Certificate } from '../domain/curriculum.ts';
import type { EarnedCertificate } from '../domain/learner.ts';
import { button, row, text } from './card.ts';
import { count, timestamp } from './figures.ts';
import type { Locale } from './locale.ts';
import { escaped } from './text.ts';

/** Certificates by id, for their titles. */
export type CertificateTitles = ReadonlyMap<string, Certificate>;

export function certificateTitle(id: string, titles: CertificateTitles): string {
  return escaped(titles.get(id)?.title ?? id);
}

export function earnedPieces(
  earned: EarnedCertificate,
  titles: CertificateTitles,
  locale: Locale,
): readonly (APIComponentInContainer | undefined)[] {
  return [
    text(
      '## 🎓 Certificate earned',
      `**${certificateTitle(earned.certificateId, titles)}**`,
      `${count(earned.items, 'item', 'items', locale)} · ${timestamp(earned.at, 'date')}`,
      'Say which name to print, and it is yours to keep and to show.',
      '-# Its role is on the way. Only you can see this.',
    ),
    row(button('Get it', `certificate/claim/${earned.certificateId}`, 'primary')),
  ];
}
