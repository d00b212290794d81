/** An issued certificate as views get it. */
import type { IssuedCertificate } from '../../src/domain/issued-certificate.ts';
import type { OwnCertificate, PublishedCertificate } from '../../src/domain/issuing.ts';
import { at } from '../support/builders.ts';

/** Its number is K7QM-2XTD. */
const id = '99ef4177-4d00-4000-8000-000000000000';

export const anIssued = (more: Partial<IssuedCertificate> = {}): IssuedCertificate => ({
  id,
  member: { guildId: '10', userId: '20' },
  certificateId: 'leader',
  title: 'Distributed Systems Leader',
  pathTitle: 'Leader',
  name: 'Ada *Lovelace*',
  items: [
    { itemId: 'a', title: 'A', level: 'self-marked' },
    { itemId: 'b', title: 'B', level: 'linked', link: 'https://code.example.org/b' },
  ],
  earnedAt: at('2026-03-02'),
  curriculumVersion: '1+test',
  issuedAt: at('2026-03-03'),
  changedAt: at('2026-03-03'),
  salt: 'c2FsdA',
  statusIndex: 7,
  ...more,
});

export const aPublished = (
  more: Partial<PublishedCertificate> = {},
  issued: Partial<IssuedCertificate> = {},
): PublishedCertificate => ({
  issued: anIssued(issued),
  title: 'Distributed Systems Leader',
  pathTitle: 'Leader',
  communityName: 'Quorum',
  mix: '2 items, 1 with work shown',
  ...more,
});

export const anOwnCertificate = (
  more: Partial<PublishedCertificate> = {},
  issued: Partial<IssuedCertificate> = {},
): OwnCertificate => ({
  published: aPublished(more, issued),
  picture: { kind: 'drawn', png: new Uint8Array([1]), alt: 'A certificate' },
});
