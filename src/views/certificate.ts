/** A certificate as its holder sees it: the picture, what it says, and all that can be done with it. */
import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { dayOf } from '../domain/certificate-day.ts';
import { certificateNumber } from '../domain/certificate-number.ts';
import type { DeliveryState } from '../domain/delivery.ts';
import type { OpenOutcome, OwnCertificate, PublishedCertificate, SignedFileOutcome } from '../domain/issuing.ts';
import { linkedInLink } from '../domain/linkedin.ts';
import { button, card, row, text } from './card.ts';
import { fileName, pictured } from './certificate-picture.ts';
import { timestamp } from './figures.ts';
import type { Message } from './message.ts';
import { revokedMessage } from './revocation.ts';
import { escaped } from './text.ts';

export function openMessage(outcome: OpenOutcome): Message {
  switch (outcome.kind) {
    case 'open':
      return ownMessage(outcome.own);
    case 'not-issued':
      return notIssuedMessage(outcome.certificate);
    case 'revoked':
      return revokedMessage(outcome.published);
    case 'not-earned':
      return notEarnedMessage();
  }
}

/** @param news what has just happened to it */
export function ownMessage({ published, picture, announcement }: OwnCertificate, ...news: readonly string[]): Message {
  const { issued, page } = published;
  const id = issued.certificateId;
  const drawn = pictured(published, picture);
  const message = card('certificate', [
    text(`## 🎓 ${escaped(published.title)}`, ...news, announcementLine(announcement)),
    drawn ? drawn.piece : text('Many certificates are being drawn just now. Show it again in a moment.'),
    text(...factLines(published)),
    text(
      page === undefined
        ? '-# **Offline.** This community has no public address, so there is no page to link to. The picture carries its signed file: it can be verified without us.'
        : '-# The picture carries its signed file: keep the original, not a screenshot.',
    ),
    row(
      !drawn && button('Show it', `certificate/open/${id}`, 'primary'),
      announcement === undefined && button('Announce it', `certificate/announce/${id}`, 'primary'),
      button('Correct the name', `certificate/claim/${id}`),
      page !== undefined && button('Share it here', `certificate/share/${id}`),
      button('Signed file', `certificate/signed/${id}`),
    ),
    row(...pageLinks(published), button('All certificates', 'certificate/show')),
  ]);
  return drawn ? { ...message, files: drawn.files } : message;
}

/** The name alone in its line: written from right to left, it would take the figures after it along. */
export function factLines({ issued, mix }: PublishedCertificate): readonly string[] {
  return [
    `**${escaped(issued.name)}**`,
    timestamp(issued.earnedAt, 'date'),
    mix,
    `No. ${certificateNumber(issued.id)}`,
  ];
}

/** Its page, and LinkedIn's form filled in; none without a page. */
function pageLinks({ page, title, communityName, issued }: PublishedCertificate): readonly APIButtonComponent[] {
  if (page === undefined) return [];
  const on = dayOf(issued.earnedAt);
  const profile = linkedInLink({ title, communityName, on, url: page, id: certificateNumber(issued.id) });
  return [
    linkButton('Its page', page),
    ...(profile.length <= longestLink ? [linkButton('Add to LinkedIn', profile)] : []),
  ];
}

/** Discord's limit for the address of a button. */
const longestLink = 512;

export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

function announcementLine(state: DeliveryState | undefined): string | undefined {
  switch (state) {
    case 'pending':
    case 'blocked':
      return '📣 On its way to the certificates channel.';
    case 'delivered':
      return '📣 Announced in the certificates channel.';
    case undefined:
    case 'dropped':
    case 'expired':
    case 'failed':
      return undefined;
  }
}

export function signedFileMessage(outcome: SignedFileOutcome): Message {
  if (outcome.kind !== 'signed') return openMessage(outcome);
  const { published, jwt } = outcome;
  const name = fileName(published, 'jwt');
  const message = card('certificate', [
    text(
      `### 🎓 ${escaped(published.title)}: the signed file`,
      'It is an Open Badges 3.0 credential. Any verifier of those can check it, today and in ten years, without asking us.',
      '-# The same file is inside the picture.',
    ),
    { type: ComponentType.File, file: { url: `attachment://${name}` } },
    row(button('Back', `certificate/open/${published.issued.certificateId}`)),
  ]);
  return { ...message, files: [{ name, bytes: new TextEncoder().encode(jwt) }] };
}

export function notIssuedMessage({ id, title }: { readonly id: string; readonly title: string }): Message {
  return card('certificate', [
    text(
      `### 🎓 ${escaped(title)} is waiting for a name`,
      'You have earned it. Say which name to print, and it is made.',
    ),
    row(button('Get it', `certificate/claim/${id}`, 'primary'), button('All certificates', 'certificate/show')),
  ]);
}

export function notEarnedMessage(): Message {
  return card('notice', [
    text('### You do not have this certificate', 'See which ones you have, and what the others ask for.'),
    row(button('Certificates', 'certificate/show')),
  ]);
}
