/** Names what a certificate says: the same until anything on it changes. */
import { createHash } from 'node:crypto';
import type { PublishedCertificate } from '../../domain/issuing.ts';

export function versionOf({ issued, title, pathTitle, communityName, mix }: PublishedCertificate): string {
  const { id, name, earnedAt, changedAt, revoked } = issued;
  const said = [id, name, title, pathTitle, communityName, mix, earnedAt, changedAt, revoked?.at, revoked?.why];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
}
