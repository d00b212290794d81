/** The audit log: state functions write what was changed, and it is entered under the name of whoever is acting. */

import type { GuildRecord } from '../records.ts';
import type { World } from '../world.ts';
import type { Actor, AuditChange, AuditEntryRecord } from './audit-record.ts';

/** Entries kept per guild. Discord keeps 45 days. */
const keptEntries = 1000;

export interface NewAuditEntry {
  /** `AuditLogEvent` of discord-api-types. */
  readonly action: number;
  readonly targetId: string | null;
  readonly changes?: readonly AuditChange[] | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
}

/** Everything runs synchronously, so that one actor at a time is all there is. */
export function acting<Result>(world: World, actor: Actor | undefined, run: () => Result): Result {
  const before = world.actor;
  world.actor = actor;
  try {
    return run();
  } finally {
    world.actor = before;
  }
}

/** What happens by itself, without an actor, is in no log; nor is a change of nothing. */
export function auditEntry(world: World, guild: GuildRecord, entry: NewAuditEntry): void {
  const { actor } = world;
  if (actor === undefined || entry.changes?.length === 0) return;
  const record: AuditEntryRecord = {
    id: world.ids.next(),
    guildId: guild.id,
    action: entry.action,
    userId: actor.userId,
    targetId: entry.targetId,
    changes: entry.changes ?? [],
    options: entry.options,
    reason: actor.reason,
  };
  guild.auditLog.push(record);
  if (guild.auditLog.length > keptEntries) guild.auditLog.shift();
  world.bus.emit({ kind: 'audit-entry-created', entry: record });
}

type Fields = Readonly<Record<string, unknown>>;

/** What differs, in the words of the API. Nothing on one side stands for made or deleted. */
export function differences(before: Fields | undefined, after: Fields | undefined): readonly AuditChange[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys].flatMap(key => {
    const [was, is] = [before?.[key] ?? undefined, after?.[key] ?? undefined];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ key, ...(was !== undefined && { old_value: was }), ...(is !== undefined && { new_value: is }) }];
  });
}
