/** What the page says, for programs. Who the member is on Discord is in neither. */
import { achievementAddress, certificateAddress, statusListAddress } from '../../credentials/addresses.ts';
import type { PublishedCertificate } from '../../domain/issuing.ts';
import { isSafeLink } from '../page/items.ts';
import { statusListOf } from '../page/verifying.ts';

export function certificateJson({ issued, title, pathTitle, communityName, mix }: PublishedCertificate, at: string) {
  const { id, certificateId, name, items, earnedAt, changedAt, revoked } = issued;
  const page = certificateAddress(at, id);
  return {
    id: page,
    status: revoked ? 'revoked' : 'in-force',
    ...(revoked && { revoked: { on: revoked.at, why: revoked.why } }),
    name,
    certificate: { id: achievementAddress(at, certificateId), title, path: pathTitle },
    community: communityName,
    issuedOn: earnedAt,
    changedOn: changedAt,
    evidence: {
      summary: mix,
      items: items.map(({ title, level, link }) => ({ title, level, ...(link && isSafeLink(link) && { link }) })),
    },
    picture: `${page}.png`,
    credential: `${page}.jwt`,
    statusList: statusListAddress(at, statusListOf(issued)),
  };
}
