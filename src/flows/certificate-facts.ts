/** What is told of a certificate, from what is on record: to its picture, its signed file, its page and its holder. */
import { certificateAddress } from '../credentials/addresses.ts';
import type { AchievementFacts, CredentialFacts } from '../credentials/facts.ts';
import { dayOf } from '../domain/certificate-day.ts';
import { certificateNumber } from '../domain/certificate-number.ts';
import type { Certificate } from '../domain/curriculum.ts';
import { evidenceMix } from '../domain/evidence-mix.ts';
import type { CertifiedItem, IssuedCertificate } from '../domain/issued-certificate.ts';
import type { PublishedCertificate } from '../domain/issuing.ts';
import type { CertificatePictureFacts } from '../pictures/facts.ts';
import type { FlowContext } from './context.ts';

export function publishedOf({ community, publicUrl }: FlowContext, issued: IssuedCertificate): PublishedCertificate {
  return {
    issued,
    title: issued.title,
    pathTitle: issued.pathTitle,
    communityName: community.name,
    mix: evidenceMix(issued.items),
    ...(publicUrl && { publicUrl, page: certificateAddress(publicUrl, issued.id) }),
  };
}

export function credentialFacts(context: FlowContext, issued: IssuedCertificate): CredentialFacts {
  const { id, earnedAt, member, salt, name, items, statusIndex } = issued;
  const { certificateId, title, pathTitle, curriculumVersion } = issued;
  const certificate = context.curriculum.certificates.get(certificateId);
  return {
    id,
    issuedAt: earnedAt,
    member: { discordId: member.userId, salt, name },
    community: { name: context.community.name },
    achievement: {
      id: certificateId,
      title,
      pathTitle,
      items: items.map(item => linkedTitle(context, item)),
      ...besides(certificate),
      version: curriculumVersion,
    },
    evidence: items.map(item => ({ title: item.title, level: item.level, ...(item.link && { link: item.link }) })),
    statusIndex,
  };
}

/** A certificate as such, as the curriculum has it today. */
export function achievementFacts(context: FlowContext, certificate: Certificate): AchievementFacts {
  const { curriculum } = context;
  return {
    id: certificate.id,
    title: certificate.title,
    pathTitle: pathTitleOf(context, certificate),
    items: certificate.itemIds.map(itemId =>
      linkedTitle(context, { itemId, title: curriculum.items.get(itemId)?.title ?? itemId }),
    ),
    ...besides(certificate),
    version: curriculum.version,
  };
}

export function pathTitleOf({ curriculum }: FlowContext, { pathId, title }: Certificate): string {
  return curriculum.paths.get(pathId)?.title ?? title;
}

export function pictureFacts(context: FlowContext, issued: IssuedCertificate): CertificatePictureFacts {
  const { community, publicUrl } = context;
  const { certificateId, items } = issued;
  const colour = community.roles.find(({ certificates }) => certificates.includes(certificateId))?.colour;
  return {
    community: community.name,
    title: issued.title,
    path: issued.pathTitle,
    ...(colour !== undefined && { colour }),
    name: issued.name,
    on: dayOf(issued.earnedAt),
    mix: evidenceMix(items),
    id: certificateNumber(issued.id),
    ...(publicUrl && { url: certificateAddress(publicUrl, issued.id) }),
  };
}

function linkedTitle({ curriculum }: FlowContext, { itemId, title }: Pick<CertifiedItem, 'itemId' | 'title'>) {
  const url = curriculum.items.get(itemId)?.url;
  return { title, ...(url && { url }) };
}

function besides(certificate: Certificate | undefined): Pick<AchievementFacts, 'besides'> {
  return certificate?.completed ? { besides: 'a completed role or level path' } : {};
}
