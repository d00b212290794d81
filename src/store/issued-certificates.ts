/** Certificates that were issued: facts alone. Pictures and signed files are made of them whenever somebody asks. */
import { sql } from 'kysely';
import type { CertifiedItem, IssuedCertificate, RevocationReason } from '../domain/issued-certificate.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { isNewer } from './newer.ts';
import { type Given, prepare } from './prepare.ts';
import { parsed } from './problem-payload.ts';

/** As it is issued; date, edition and revocation stand with the certificate as it was earned. */
export type NewlyIssued = Pick<
  IssuedCertificate,
  'id' | 'member' | 'certificateId' | 'title' | 'pathTitle' | 'name' | 'items' | 'salt' | 'statusIndex'
>;

type Key = { guildId: string; userId: string; certificateId: string };
type Row = Key & {
  id: string;
  salt: string;
  statusIndex: number;
  name: string;
  title: string;
  pathTitle: string;
  items: string;
  now: string;
  by: string;
};

const insert = prepare((db, given: Given<Row>) =>
  db
    .insertInto('issued_certificates')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      certificate_id: given.certificateId,
      id: given.id,
      salt: given.salt,
      status_index: given.statusIndex,
      name: given.name,
      title: given.title,
      path_title: given.pathTitle,
      items: given.items,
      issued_at: given.now,
      changed_at: given.now,
      changed_by: given.by,
    })
    .onConflict(conflict => conflict.doNothing()),
);

const rename = prepare((db, given: Given<Key & { name: string; now: string; by: string }>) =>
  db
    .updateTable('issued_certificates')
    .set({ name: given.name, changed_at: given.now, changed_by: given.by })
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('certificate_id', '=', given.certificateId)
    .where(isNewer(sql`cast(${given.by} as text)`, sql.ref('changed_by'))),
);

const whole = (db: Db) =>
  db
    .selectFrom('issued_certificates as issued')
    .innerJoin('certificates as earned', join =>
      join
        .onRef('earned.guild_id', '=', 'issued.guild_id')
        .onRef('earned.user_id', '=', 'issued.user_id')
        .onRef('earned.certificate_id', '=', 'issued.certificate_id'),
    )
    .selectAll('issued')
    .select(['earned.earned_at', 'earned.curriculum_version', 'earned.revoked_at', 'earned.revoked_why']);

const find = prepare((db, given: Given<Key>) =>
  whole(db)
    .where('issued.guild_id', '=', given.guildId)
    .where('issued.user_id', '=', given.userId)
    .where('issued.certificate_id', '=', given.certificateId),
);

const findBetween = prepare((db, given: Given<{ from: string; to: string }>) =>
  whole(db).where('issued.id', '>=', given.from).where('issued.id', '<=', given.to).orderBy('issued.id').limit(1),
);

const own = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  whole(db)
    .where('issued.guild_id', '=', given.guildId)
    .where('issued.user_id', '=', given.userId)
    .orderBy('earned.earned_at')
    .orderBy('issued.certificate_id'),
);

const countAll = prepare(db => db.selectFrom('issued_certificates').select(count => count.fn.countAll().as('issued')));

/** False when it is issued already, or its id or status index is taken. */
export async function saveIssued(tx: Db, issued: NewlyIssued, by: string, now: Temporal.Instant): Promise<boolean> {
  const { member, items, ...facts } = issued;
  const { guildId, userId } = member;
  const row = { ...facts, guildId, userId, items: JSON.stringify(items), by, now: toText(now) };
  return (await insert.changes(tx, row)) > 0;
}

/** False when a later interaction has decided already. Id and date stay. */
export async function renameIssued(
  tx: Db,
  { member: { guildId, userId }, certificateId }: Pick<IssuedCertificate, 'member' | 'certificateId'>,
  name: string,
  by: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return (await rename.changes(tx, { guildId, userId, certificateId, name, by, now: toText(now) })) > 0;
}

export async function findIssued(
  db: Db,
  { guildId, userId }: Member,
  certificateId: string,
): Promise<IssuedCertificate | undefined> {
  const row = await find.first(db, { guildId, userId, certificateId });
  return row && issuedOf(row);
}

export async function findIssuedById(db: Db, id: string): Promise<IssuedCertificate | undefined> {
  const row = await findBetween.first(db, { from: id, to: id });
  return row && issuedOf(row);
}

/** By how its id begins. */
export async function findIssuedByBeginning(db: Db, beginning: string): Promise<IssuedCertificate | undefined> {
  // "g" comes after all that an id is written with.
  const row = await findBetween.first(db, { from: beginning, to: `${beginning}g` });
  return row && issuedOf(row);
}

/** Oldest first. */
export async function issuedTo(db: Db, { guildId, userId }: Member): Promise<readonly IssuedCertificate[]> {
  return (await own.rows(db, { guildId, userId })).map(issuedOf);
}

/** On all servers. */
export async function countIssued(db: Db): Promise<number> {
  return Number((await countAll.first(db, {}))?.issued ?? 0);
}

type Joined = NonNullable<Awaited<ReturnType<typeof find.first>>>;

function issuedOf(row: Joined): IssuedCertificate {
  const { revoked_at: revokedAt, revoked_why: why } = row;
  return {
    id: row.id,
    member: { guildId: row.guild_id, userId: row.user_id },
    certificateId: row.certificate_id,
    title: row.title,
    pathTitle: row.path_title,
    name: row.name,
    items: parsed(row.items) as readonly CertifiedItem[],
    earnedAt: fromText(row.earned_at),
    curriculumVersion: row.curriculum_version,
    issuedAt: fromText(row.issued_at),
    // The name stays as it was from then on.
    changedAt: fromText(revokedAt ?? row.changed_at),
    salt: row.salt,
    statusIndex: Number(row.status_index),
    ...(revokedAt === null ? {} : { revoked: { at: fromText(revokedAt), why: why as RevocationReason } }),
  };
}
