/** What the word of a holiday or pause says now that it goes out. */
import { type BreakNamed, breakNamed } from '../../domain/groups/breaks.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import type { PingKey } from '../../domain/groups/ping.ts';
import type { Exceptions } from '../../domain/groups/session.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import type { Db } from '../../store/database.ts';
import { findBreak } from '../../store/groups/breaks.ts';

/** Undefined where the ping is about one session. */
export async function openBreak(
  db: Db,
  guildId: string,
  key: PingKey,
  {
    group,
    exceptions,
    now,
  }: { readonly group: Group; readonly exceptions: Exceptions; readonly now: Temporal.Instant },
): Promise<OpenedPing | undefined> {
  const named: BreakNamed | undefined = key.kind === 'change' ? breakNamed(key.occurrence) : undefined;
  if (!named) return undefined;
  const next = nextHeld(group, exceptions, now);
  const shown = { kind: 'break', group, ...(next ? { next } : {}) } as const;
  if (named.isOver) return { ...shown, reference: key.occurrence };
  const noted = await findBreak(db, guildId, named.id);
  const today = now
    .toZonedDateTimeISO(group.slots[0]?.zone ?? 'UTC')
    .toPlainDate()
    .toString();
  if (!noted || (noted.until !== undefined && noted.until < today))
    return { kind: 'suppressed', reason: 'it was lifted since' };
  return { ...shown, reference: key.occurrence, noted };
}
