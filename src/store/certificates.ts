/** Certificates members have earned. There is no way to take one back. */
import type { EarnedCertificate } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

type Row = { guildId: string; userId: string; certificateId: string; at: string; version: string; items: number };

const save = prepare((db, given: Given<Row>) =>
  db
    .insertInto('certificates')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      certificate_id: given.certificateId,
      earned_at: given.at,
      curriculum_version: given.version,
      items: given.items,
    })
    .onConflict(conflict => conflict.columns(['guild_id', 'user_id', 'certificate_id']).doNothing()),
);

/** One that is on record already stays as it was earned. */
export async function saveCertificates(
  db: Db,
  { guildId, userId }: Member,
  earned: readonly EarnedCertificate[],
): Promise<void> {
  for (const { certificateId, at, curriculumVersion: version, items } of earned) {
    await save.changes(db, { guildId, userId, certificateId, at: toText(at), version, items });
  }
}
