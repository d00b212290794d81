/** Certificates that can be changed under a running web server: real keys, real pictures, no bot and no database. */
import { achievementDocument } from '../../src/credentials/achievement.ts';
import { bakePng } from '../../src/credentials/badge.ts';
import type { CredentialFacts } from '../../src/credentials/facts.ts';
import { issueCredential } from '../../src/credentials/issue.ts';
import { issuerProfile } from '../../src/credentials/issuer.ts';
import { publicJwk, publicJwks } from '../../src/credentials/jwks.ts';
import { statusListCredential } from '../../src/credentials/status-list.ts';
import { evidenceMix } from '../../src/domain/evidence-mix.ts';
import type { IssuedCertificate } from '../../src/domain/issued-certificate.ts';
import type { PublicCertificates } from '../../src/web/certificates.ts';
import { aKey, picture } from '../credentials/a-certificate.ts';
import { at } from '../support/builders.ts';

const communityName = 'Quorum & Friends';
const pathTitle = 'Beginner Path';

export const issued: IssuedCertificate = {
  id: '0b9c7f6e-7d0c-4c54-9a5b-3f1d2e4c5a6b',
  member: { guildId: '1100', userId: '175928847299117063' },
  certificateId: 'foundation',
  title: 'Distributed Systems Foundation',
  pathTitle,
  name: 'Ada Lovelace',
  items: [
    { itemId: 'law-1', title: 'Law 1: Correlated Failure', level: 'self-marked' },
    {
      itemId: 'project-counter',
      title: 'A distributed counter',
      level: 'linked',
      link: 'https://code.example.org/ada/counter?tab=readme&x=1',
    },
    { itemId: 'lab-breaker', title: 'Circuit breaker lab', level: 'peer-confirmed' },
    { itemId: 'capstone', title: 'Deploy with monitoring', level: 'mentor-confirmed' },
  ],
  earnedAt: at('2026-03-03T23:30:00Z'),
  curriculumVersion: '1+3f9a0c12',
  issuedAt: at('2026-03-04'),
  changedAt: at('2026-03-04'),
  salt: 'c2FsdC1vZi1hZGE',
  statusIndex: 131_075,
};

export interface Showcase {
  readonly certificates: PublicCertificates;
  readonly publicUrl: string;
  /** What is on show: replaced at will, or taken away. */
  shown: IssuedCertificate | undefined;
  /** How a picture is made; by default a small one at once. */
  draw: (issued: IssuedCertificate) => Promise<Uint8Array>;
  drawn: number;
}

export async function aShowcase(publicUrl: string): Promise<Showcase> {
  const key = await aKey();
  const showcase: Showcase = {
    publicUrl,
    shown: issued,
    draw: async () => picture,
    drawn: 0,
    certificates: {
      findPublished: async id => (showcase.shown?.id === id ? published(showcase.shown) : undefined),
      certificatePicture: async id => {
        if (showcase.shown?.id !== id) return undefined;
        showcase.drawn++;
        return bakePng(await showcase.draw(showcase.shown), await jwtOf(showcase.shown));
      },
      certificateCredential: async id => (showcase.shown?.id === id ? jwtOf(showcase.shown) : undefined),
      issuerDocument: async () => issuerProfile({ name: communityName }, publicUrl),
      achievementById: async id =>
        id === issued.certificateId
          ? achievementDocument(factsOf(issued).achievement, { name: communityName }, publicUrl)
          : undefined,
      keySet: async () => publicJwks([key], publicUrl),
      publicKey: async thumbprint => (thumbprint === key.thumbprint ? publicJwk(key, publicUrl) : undefined),
      statusList: async list => {
        if (list !== 1) return undefined;
        const revoked = showcase.shown?.revoked ? [showcase.shown.statusIndex] : [];
        return statusListCredential({ list, revoked, at: at('2026-05-01') }, key, publicUrl);
      },
    },
  };
  const jwtOf = (one: IssuedCertificate) => issueCredential(factsOf(one), key, { publicUrl });
  return showcase;
}

function published(one: IssuedCertificate) {
  const { title } = one;
  return { issued: one, title, pathTitle: one.pathTitle, communityName, mix: evidenceMix(one.items) };
}

function factsOf({ id, earnedAt, member, salt, name, items, certificateId, title, statusIndex }: IssuedCertificate) {
  return {
    id,
    issuedAt: earnedAt,
    member: { discordId: member.userId, salt, name },
    community: { name: communityName },
    achievement: { id: certificateId, title, pathTitle, items },
    evidence: items,
    statusIndex,
  } satisfies CredentialFacts;
}
