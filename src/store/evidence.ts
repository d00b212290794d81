/** What members show of their work, the latest for each tick. It goes when the tick is taken back. */
import { sql } from 'kysely';
import type { Shown } from '../domain/evidence.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { brought, isNewer } from './newer.ts';
import { type Given, prepare } from './prepare.ts';

type Key = { guildId: string; userId: string; itemId: string };

export interface ShownColumns {
  readonly url: string | null;
  readonly channel_id: string | null;
  readonly message_id: string | null;
  readonly attachment_id: string | null;
  readonly file_name: string | null;
}

type Row = Key & {
  url: string | null;
  channelId: string | null;
  messageId: string | null;
  attachmentId: string | null;
  fileName: string | null;
  at: string;
  by: string;
};

const save = prepare((db, given: Given<Row>) =>
  db
    .insertInto('evidence')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      item_id: given.itemId,
      url: given.url,
      channel_id: given.channelId,
      message_id: given.messageId,
      attachment_id: given.attachmentId,
      file_name: given.fileName,
      given_at: given.at,
      changed_by: given.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'user_id', 'item_id'])
        .doUpdateSet({
          url: brought('url'),
          channel_id: brought('channel_id'),
          message_id: brought('message_id'),
          attachment_id: brought('attachment_id'),
          file_name: brought('file_name'),
          given_at: brought('given_at'),
          changed_by: brought('changed_by'),
        })
        .where(isNewer(brought('changed_by'), sql.ref('evidence.changed_by'))),
    ),
);

const remove = prepare((db, given: Given<Key>) =>
  db
    .deleteFrom('evidence')
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('item_id', '=', given.itemId),
);

const columns = ['url', 'channel_id', 'message_id', 'attachment_id', 'file_name'] as const;

const find = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('evidence')
    .select(columns)
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('item_id', '=', given.itemId),
);

const all = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('evidence')
    .select(['item_id', ...columns])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .orderBy('item_id'),
);

/** False when a later interaction than `by` has shown something else. In the transaction of the tick. */
export async function saveEvidence(
  tx: Db,
  { guildId, userId }: Member,
  itemId: string,
  shown: Shown,
  at: Temporal.Instant,
  by: string,
): Promise<boolean> {
  const file = shown.kind === 'file' ? shown.file : undefined;
  const changed = await save.changes(tx, {
    guildId,
    userId,
    itemId,
    url: shown.kind === 'link' ? shown.url : null,
    channelId: file?.channelId ?? null,
    messageId: file?.messageId ?? null,
    attachmentId: file?.attachmentId ?? null,
    fileName: file?.name ?? null,
    at: toText(at),
    by,
  });
  return changed > 0;
}

/** In the transaction that takes the tick back. */
export async function forgetEvidence(tx: Db, { guildId, userId }: Member, itemId: string): Promise<void> {
  await remove.changes(tx, { guildId, userId, itemId });
}

export async function findEvidence(db: Db, { guildId, userId }: Member, itemId: string): Promise<Shown | undefined> {
  const row = await find.first(db, { guildId, userId, itemId });
  return row && shownIn(row);
}

/** By item id. */
export async function evidenceOf(db: Db, { guildId, userId }: Member): Promise<ReadonlyMap<string, Shown>> {
  const rows = await all.rows(db, { guildId, userId });
  return new Map(
    rows.flatMap(row => {
      const shown = shownIn(row);
      return shown ? [[row.item_id, shown] as const] : [];
    }),
  );
}

/** Undefined where the columns are of a row that is not there. */
export function shownIn(row: ShownColumns): Shown | undefined {
  if (row.url !== null) return { kind: 'link', url: row.url };
  const { channel_id: channelId, message_id: messageId, attachment_id: attachmentId, file_name: name } = row;
  if (channelId === null || messageId === null || attachmentId === null) return undefined;
  return { kind: 'file', file: { channelId, messageId, attachmentId, name: name ?? '' } };
}
