/** What a certificate will say was learned, with what stands behind each item. */
import type { Certificate } from '../domain/curriculum.ts';
import type { CertifiedItem } from '../domain/issued-certificate.ts';
import type { EarnedCertificate, Learner } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import { isForEverybody } from '../domain/work-link.ts';
import type { Db } from '../store/database.ts';
import { evidenceOf } from '../store/evidence.ts';
import { lastChange } from '../store/ticks.ts';
import type { FlowContext } from './context.ts';

/**
 * Of a curriculum that has changed since, only items the member has ever ticked: what was added later was not asked for.
 * A tick taken back since it was earned counts as it stood.
 */
export async function certifiedItems(
  curriculum: FlowContext['curriculum'],
  tx: Db,
  member: Member,
  certificate: Certificate,
  earned: EarnedCertificate,
  { ticks }: Learner,
): Promise<readonly CertifiedItem[]> {
  const isSameEdition = earned.curriculumVersion === curriculum.version;
  const shown = await evidenceOf(tx, member);
  const items: CertifiedItem[] = [];
  for (const itemId of certificate.itemIds) {
    const tick = ticks.get(itemId) ?? (await lastChange(tx, member, itemId))?.tick;
    if (!tick && !isSameEdition) continue;
    const title = curriculum.items.get(itemId)?.title ?? itemId;
    const work = shown.get(itemId);
    items.push({
      itemId,
      title,
      level: tick?.evidence ?? 'self-marked',
      // Files are kept for the organisers alone.
      ...(work?.kind === 'link' && isForEverybody(work.url) && { link: work.url }),
    });
  }
  return items;
}
