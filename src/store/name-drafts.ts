/** Names that could not be printed as they were typed: kept until the member has decided, so that nobody types twice. */
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { brought } from './newer.ts';
import { type Given, prepare } from './prepare.ts';

export interface NameDraft {
  readonly name: string;
  /** Whether the member wants the certificate announced. */
  readonly announce: boolean;
}

type Key = { guildId: string; userId: string; certificateId: string };

const save = prepare((db, given: Given<Key & { name: string; announce: 0 | 1; now: string }>) =>
  db
    .insertInto('name_drafts')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      certificate_id: given.certificateId,
      name: given.name,
      announce: given.announce,
      noted_at: given.now,
    })
    .onConflict(conflict =>
      conflict.columns(['guild_id', 'user_id', 'certificate_id']).doUpdateSet({
        name: brought('name'),
        announce: brought('announce').$castTo<0 | 1>(),
        noted_at: brought('noted_at'),
      }),
    ),
);

const find = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('name_drafts')
    .select(['name', 'announce'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('certificate_id', '=', given.certificateId),
);

const forget = prepare((db, given: Given<Key>) =>
  db
    .deleteFrom('name_drafts')
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('certificate_id', '=', given.certificateId),
);

export async function saveNameDraft(
  db: Db,
  { guildId, userId }: Member,
  certificateId: string,
  { name, announce }: NameDraft,
  now: Temporal.Instant,
): Promise<void> {
  await save.changes(db, { guildId, userId, certificateId, name, announce: announce ? 1 : 0, now: toText(now) });
}

export async function findNameDraft(
  db: Db,
  { guildId, userId }: Member,
  certificateId: string,
): Promise<NameDraft | undefined> {
  const row = await find.first(db, { guildId, userId, certificateId });
  return row && { name: row.name, announce: row.announce === 1 };
}

export async function forgetNameDraft(db: Db, { guildId, userId }: Member, certificateId: string): Promise<void> {
  await forget.changes(db, { guildId, userId, certificateId });
}
