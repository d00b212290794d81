/** Who a certificate is for, without saying it: the salted hash of a Discord id, as Open Badges hashes identities. */
import { createHash, randomBytes } from 'node:crypto';

export interface HashedIdentity {
  readonly type: 'IdentityObject';
  readonly hashed: true;
  readonly identityHash: string;
  readonly identityType: typeof discordUser;
  readonly salt: string;
}

/** The name as printed. It is on the picture as well, where the member wanted it. */
export interface PrintedName {
  readonly type: 'IdentityObject';
  readonly hashed: false;
  readonly identityHash: string;
  readonly identityType: 'name';
}

export type Identity = HashedIdentity | PrintedName;

const discordUser = 'ext:discordUserId';

/** One per certificate, kept with it: two certificates of a member then have nothing in common. */
export function newSalt(): string {
  return randomBytes(16).toString('base64url');
}

export function hashedIdentity(discordId: string, salt: string): HashedIdentity {
  const identityHash = `sha256$${digest(discordId + salt).toString('hex')}`;
  return { type: 'IdentityObject', hashed: true, identityHash, identityType: discordUser, salt };
}

export function printedName(name: string): PrintedName {
  return { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' };
}

/** A subject needs an id besides, since the JWT's "sub" is one: the same hash, as a UUID. */
export function subjectId(discordId: string, salt: string): string {
  return asUuid(digest(discordId + salt));
}

/** Whether one of a credential's identities is this member: the check that Open Badges describes for verifiers. */
export function isAbout(identities: readonly Identity[], discordId: string): boolean {
  return identities.some(one => one.hashed && one.identityHash === hashedIdentity(discordId, one.salt).identityHash);
}

/** A UUID that always is the same for the same words: for what has no address of its own. */
export function namedUuid(...words: readonly string[]): string {
  return asUuid(digest(JSON.stringify(words)));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** RFC 9562, version 8: bits of our own choice, here those of a hash. */
function asUuid(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
