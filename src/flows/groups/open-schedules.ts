/** At the start, and when a server was set up: Cairn speaks for every group, and looks at its scheduled events. */
import { createHash } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { spread } from '../../domain/groups/daily-round.ts';
import { communityKey } from '../../domain/groups/group.ts';
import { minute } from '../../domain/groups/suppression.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { beginSchedule, replanAll, replanOutdated } from '../../store/groups/schedules.ts';
import { serversSetUp } from '../../store/groups/servers-set-up.ts';
import { lockServer } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';

type Context = Pick<FlowContext, 'db' | 'community' | 'timeZone' | 'now' | 'wake'>;

/** Not all at once: what is due by the calendar goes first. */
const mirroredWithin = 5 * 60;

/** What was computed from other meetings than the file has now, or another time zone database, is computed anew. */
export async function openAllSchedules(context: Context, tzVersion: string): Promise<void> {
  const { db, now, wake } = context;
  await inTransaction(db, tx => replanOutdated(tx, markOf(context, tzVersion), now()));
  for (const guildId of await serversSetUp(db)) {
    await othersFirst();
    await inTransaction(db, tx => open(tx, context, guildId));
  }
  wake();
}

/** Whoever edits a time in the file, or `TIME_ZONE`, restarts Cairn; without this it slept until the old time. */
function markOf({ community: { studyGroups, officeHours }, timeZone }: Context, tzVersion: string): string {
  const meetings = createHash('sha256').update(JSON.stringify([studyGroups, officeHours, timeZone]));
  return `${tzVersion}/${meetings.digest('base64url').slice(0, 22)}`;
}

export async function openSchedules(context: Context, guildId: string): Promise<void> {
  const { db, now, wake } = context;
  await inTransaction(db, async tx => {
    await open(tx, context, guildId);
    await replanAll(tx, guildId, now());
  });
  wake();
}

async function open(tx: Db, context: Context, guildId: string): Promise<void> {
  await lockServer(tx, guildId);
  const now = context.now();
  const { groups } = await loadGroups(context, tx, guildId);
  await beginSchedule(tx, guildId, communityKey, now);
  for (const { key: groupKey } of groups) {
    await beginSchedule(tx, guildId, groupKey, now);
    const because = `start/${minute(now).slice(0, 'yyyy-mm-ddThh'.length)}`;
    const dueAt = now.add({ seconds: spread(`${guildId}/${groupKey}`) % mirroredWithin });
    await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey, because }], now, { dueAt });
  }
}
