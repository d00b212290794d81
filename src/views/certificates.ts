/** A member's certificates: earned, within reach, and what became of role and announcement. */
import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { AnnounceOutcome } from '../domain/announcing.ts';
import { certificateNumber } from '../domain/certificate-number.ts';
import type { Certificate } from '../domain/curriculum.ts';
import type { CertificateView, PublishedCertificate } from '../domain/issuing.ts';
import { button, card, divider, row, text } from './card.ts';
import { linkButton, notIssuedMessage } from './certificate.ts';
import { bar, count, percentage, timestamp } from './figures.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { revocationLine } from './revocation.ts';
import { escaped } from './text.ts';

/** Each takes up to four components; a message holds 40. */
const shown = 8;

export function certificatesMessage(views: readonly CertificateView[], locale: Locale): Message {
  if (views.length === 0) {
    return card('certificate', [
      text(
        '## 🎓 No certificates yet',
        'Level paths and specialised tracks lead to one. Choose one and see what it asks for.',
      ),
      row(button('Choose a path', 'path/pick', 'primary')),
    ]);
  }
  return card('certificate', [
    text('## 🎓 Your certificates'),
    ...views.slice(0, shown).flatMap(view => [divider(), ...viewPieces(view, locale)]),
    views.some(view => unshownIn(view) > 0) && row(button('Show your work', 'progress/show')),
  ]);
}

function viewPieces(view: CertificateView, locale: Locale): readonly (APIComponentInContainer | undefined)[] {
  const { certificate, earned, itemsLeft, lacksPath } = view;
  const unshown = unshownIn(view);
  if (earned) {
    return [
      text(
        `**${escaped(certificate.title)}**`,
        `Earned ${timestamp(earned.at, 'date')} · ${count(earned.items, 'item', 'items', locale)}`,
        ...(earned.revoked ? [revokedLine(view)] : [issuedLine(view), roleLine(view)]),
      ),
      earned.revoked ? undefined : earnedButtons(view),
    ];
  }
  const total = certificate.itemIds.length;
  const percent = total === 0 ? 0 : Math.floor((100 * (total - itemsLeft.length)) / total);
  return [
    text(
      `**${escaped(certificate.title)}**`,
      `${bar(percent)} ${percentage(percent, locale)} · ${count(itemsLeft.length, 'item', 'items', locale)} left`,
      unshown > 0 &&
        `🔗 ${count(unshown, 'finished item needs', 'finished items need', locale)} work shown: a link or a file.`,
      lacksPath && 'It also needs a completed role or level path.',
    ),
    row(button('What it asks for', `path/show/${certificate.pathId}`)),
  ];
}

/** Whoever has earned it need not show anything any more. */
function unshownIn({ earned, unshown }: CertificateView): number {
  return earned ? 0 : unshown.length;
}

function issuedLine({ issued }: CertificateView): string {
  if (!issued) return 'Say which name to print, and it is yours to keep and to show.';
  return `No. ${certificateNumber(issued.id)} · issued to **${escaped(issued.name)}**`;
}

function revokedLine({ issued }: CertificateView): string {
  return (issued && revocationLine({ issued })) ?? '⛔ **Revoked** by the organisers.';
}

function earnedButtons({ certificate: { id }, issued, announcement }: CertificateView) {
  if (!issued) return row(button('Get it', `certificate/claim/${id}`, 'primary'));
  return row(
    button('Show it', `certificate/open/${id}`, 'primary'),
    announcement === undefined && button('Announce it', `certificate/announce/${id}`),
  );
}

/** Never technical: what keeps a role away is told to those who can repair it. */
function roleLine({ role }: CertificateView): string | undefined {
  switch (role) {
    case 'delivered':
      return '✅ You have its role.';
    case 'pending':
      return '⏳ Its role is on the way.';
    case 'blocked':
    case 'failed':
    case 'expired':
      return '⏳ Its role is waiting for the organisers, who get to know of it. The certificate is yours all the same.';
    case 'dropped':
    case undefined:
      return undefined;
  }
}

export function announceMessage(outcome: AnnounceOutcome): Message {
  switch (outcome.kind) {
    case 'announcing':
      return announceCard(
        '📣 On its way',
        outcome.certificate,
        'It is being announced in the certificates channel. Well done!',
      );
    case 'already-asked':
      return announceCard('📣 Already asked for', outcome.certificate, 'It will appear as soon as it can be posted.');
    case 'announced':
      return announceCard(
        '📣 Already announced',
        outcome.certificate,
        'It stands in the certificates channel. Once is enough.',
      );
    case 'not-possible':
      return announceCard(
        'It could not be announced',
        outcome.certificate,
        'The organisers know. The certificate is yours all the same.',
      );
    case 'not-issued':
      return notIssuedMessage(outcome.certificate);
    case 'revoked':
      return announceCard('It cannot be announced', outcome.certificate, 'The organisers have revoked it.');
    case 'not-earned':
      return card('notice', [
        text('### You do not have this certificate', 'Only whoever earned it can announce it.'),
        row(button('Certificates', 'certificate/show')),
      ]);
  }
}

function announceCard(heading: string, certificate: Certificate, line: string): Message {
  return card('certificate', [
    text(`### ${heading}`, `🎓 **${escaped(certificate.title)}**`, line),
    row(button('Certificates', 'certificate/show'), button('My progress', 'progress/show')),
  ]);
}

/**
 * What a certificate stands for: anyone who sees an announcement may ask.
 * @param announced the one that was announced
 */
export function aboutCertificateMessage(
  certificate: Certificate | undefined,
  announced: PublishedCertificate | undefined,
  locale: Locale,
): Message {
  if (!certificate)
    return card('notice', [text('### This certificate is no longer offered', 'Those who earned it keep it.')]);
  return card('certificate', [
    text(
      `### 🎓 ${escaped(certificate.title)}`,
      `Given to members who have completed its ${count(certificate.itemIds.length, 'item', 'items', locale)}.`,
      certificate.shown &&
        `Work is shown for ${certificate.shown.length} of them: a link anybody can open, or a file the organisers see.`,
      certificate.completed && 'It also takes a completed role or level path.',
      announced && `The one announced here: ${announced.mix} · No. ${certificateNumber(announced.issued.id)}.`,
      announced && revocationLine(announced),
    ),
    row(
      announced?.page !== undefined && linkButton('Its page', announced.page),
      button('See the path', `path/show/${certificate.pathId}`, 'primary'),
      button('My progress', 'progress/show'),
    ),
  ]);
}
