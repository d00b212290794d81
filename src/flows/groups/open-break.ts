/** What the word of a holiday or pause says now that it goes out. */
import { type BreakNamed, breakNamed, dayOf, firstDayOf, nearOnes } from '../../domain/groups/breaks.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import type { PingKey } from '../../domain/groups/ping.ts';
import type { Exceptions } from '../../domain/groups/session.ts';
import { nextHeld, upcoming } from '../../domain/groups/upcoming.ts';
import type { Db } from '../../store/database.ts';
import { findBreak } from '../../store/groups/breaks.ts';
import { everyGroup } from '../../store/groups/exceptions.ts';

/** Undefined where the ping is about one session. */
export async function openBreak(
  db: Db,
  guildId: string,
  key: PingKey,
  {
    group,
    isSharing,
    exceptions,
    now,
  }: {
    readonly group: Group;
    /** Other groups have the same channel. */
    readonly isSharing: boolean;
    readonly exceptions: Exceptions;
    readonly now: Temporal.Instant;
  },
): Promise<OpenedPing | undefined> {
  const named: BreakNamed | undefined = key.kind === 'change' ? breakNamed(key.occurrence) : undefined;
  if (!named) return undefined;
  const next = nextHeld(group, exceptions, now);
  const { isOver } = named;
  const noted = await findBreak(db, guildId, named.id);
  const near = noted
    ? nearOnes(upcoming(group, exceptions, now), exceptions, key.occurrence, { ...noted, isOver }, now)
    : [];
  const first = near.find(one => dayOf(one) === firstDayOf(key.occurrence));
  const isOfAll = isSharing && noted?.groupKey === everyGroup;
  const shown = {
    kind: 'break',
    group,
    ...(isOfAll ? { isOfAll } : {}),
    ...(first ? { soon: first } : {}),
    near,
    ...(next ? { next } : {}),
  } as const;
  if (isOver) return shown;
  const today = now
    .toZonedDateTimeISO(group.slots[0]?.zone ?? 'UTC')
    .toPlainDate()
    .toString();
  if (!noted || noted.liftedAt || (noted.until !== undefined && noted.until < today))
    return { kind: 'suppressed', reason: 'it was lifted since' };
  return { ...shown, noted };
}
