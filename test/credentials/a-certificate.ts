/** Certificates, keys and pictures as short as a test needs them. */
import { gzipSync } from 'node:zlib';
import type { CredentialFacts } from '../../src/credentials/facts.ts';
import { issueCredential } from '../../src/credentials/issue.ts';
import { makeKeyPair, type PublishedKey, type SigningKey, signingKey } from '../../src/credentials/key.ts';
import { writeChunks } from '../../src/credentials/png.ts';
import { at } from '../support/builders.ts';

export const publicUrl = 'https://cairn.example.org';
export const later = at('2026-06-01');

export const facts: CredentialFacts = {
  id: '0b9c7f6e-7d0c-4c54-9a5b-3f1d2e4c5a6b',
  issuedAt: at('2026-05-01T09:00:00.75Z'),
  member: { discordId: '175928847299117063', salt: 'c2FsdC1vZi1hZGE', name: 'Ада Λ 愛' },
  community: { name: 'Quorum', description: 'Engineers who learn together', url: 'https://quorum.example.org' },
  achievement: {
    id: 'foundation',
    title: 'Distributed Systems Foundation',
    pathTitle: 'Beginner',
    items: [{ title: 'Law 1 [of 7]', url: 'https://book.example.org/law-1/' }, { title: 'A counter' }],
    besides: 'a completed role or level path',
    version: '1+3f9a0c12',
  },
  evidence: [
    { title: 'Law 1 [of 7]', level: 'self-marked' },
    { title: 'A counter', level: 'linked', link: 'https://code.example.org/ada/counter' },
  ],
  statusIndex: 131_075,
};

export async function aKey(): Promise<SigningKey> {
  const { jwk, d } = await makeKeyPair();
  return signingKey(jwk, d);
}

export async function anIssued(more: Partial<CredentialFacts> = {}) {
  const key = await aKey();
  return { key, jwt: await issueCredential({ ...facts, ...more }, key, { publicUrl }) };
}

/** Of a community without a public address. */
export async function anOfflineOne(more: Partial<CredentialFacts> = {}) {
  const key = await aKey();
  return { key, jwt: await issueCredential({ ...facts, ...more }, key, { publicUrl: undefined }) };
}

export const retired = ({ thumbprint, jwk }: PublishedKey, when: string): PublishedKey => ({
  thumbprint,
  jwk,
  retiredAt: at(when),
});

/** @param part 0 is the header, 1 the payload */
export function partOf(jwt: string, part: 0 | 1) {
  return JSON.parse(Buffer.from(jwt.split('.')[part] ?? '', 'base64url').toString());
}

export const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed text with something of it exchanged, and the old signature. */
export function exchanged(jwt: string, part: 0 | 1, change: Readonly<Record<string, unknown>>): string {
  return jwt
    .split('.')
    .map((text, index) => (index === part ? encoded({ ...partOf(jwt, part), ...change }) : text))
    .join('.');
}

/** One grey dot: the smallest PNG that every reader takes. */
export const picture = writeChunks([
  { type: 'IHDR', data: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0) },
  { type: 'IDAT', data: Uint8Array.of(0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81) },
  { type: 'IEND', data: new Uint8Array() },
]);

export const listOf = (bits: Uint8Array) => `u${gzipSync(bits).toString('base64url')}`;
