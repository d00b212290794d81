/** An organiser sets the zone that the groups' times are in, after seeing what moves. */
import { type ZoneChange, type ZoneOutcome, zoneMoves } from '../../domain/groups/community-zone.ts';
import { type Group, groupsOfFile } from '../../domain/groups/group.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import { recordAudit } from '../../store/audit.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { replanAll } from '../../store/groups/schedules.ts';
import { lockServer } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import { findSetting, saveSetting } from '../../store/settings.ts';
import { describeZone } from '../../zones/find-zones.ts';
import type { Asker, FlowContext } from '../context.ts';
import { loadGroups, zoneSetting } from './load-groups.ts';
import { rezoneSessions } from './rezone-sessions.ts';
import { meantZone } from './suggest-zones.ts';

type Context = Pick<FlowContext, 'db' | 'community' | 'timeZone' | 'now' | 'wake'>;

/** How many zones are offered where the one asked for is unclear. */
const offered = 3;

/** Changes nothing. @param asked absent: the zone as it is. */
export async function planCommunityZone(context: Context, guildId: string, asked?: string): Promise<ZoneOutcome> {
  const { db, now } = context;
  if (asked === undefined) return await currentZone(context, guildId);
  const meant = meantZone(asked, now(), offered);
  if ('nearest' in meant) return { kind: 'unknown-zone', asked, nearest: meant.nearest };
  const change = await changeTo(context, db, guildId, meant.zone);
  return change ? { kind: 'to-confirm', change } : { kind: 'same', zone: describeZone(meant.zone, now()) };
}

export async function setCommunityZone(context: Context, organiser: Asker, asked: string): Promise<ZoneOutcome> {
  const { db, now, wake } = context;
  const meant = meantZone(asked, now(), offered);
  if ('nearest' in meant) return { kind: 'unknown-zone', asked, nearest: meant.nearest };
  const { guildId, interactionId: because } = organiser;
  const outcome = await inTransaction(db, async (tx): Promise<ZoneOutcome> => {
    await lockServer(tx, guildId);
    const before = (await loadGroups(context, tx, guildId)).groups;
    const exceptionsOf = await exceptionsOfServer(tx, guildId);
    const change = await changeTo(context, tx, guildId, meant.zone);
    if (!change) return { kind: 'same', zone: describeZone(meant.zone, now()) };
    await saveSetting(tx, guildId, zoneSetting, meant.zone, now());
    const entry = { action: 'zone-changed', before: change.before.zone, after: meant.zone } as const;
    await recordAudit(tx, organiser, entry, now());
    await replanAll(tx, guildId, now());
    for (const { group } of change.moves) {
      const old = before.find(({ key }) => key === group.key);
      if (old) await rezoneSessions(tx, organiser, { before: old, after: group }, exceptionsOf(group.key), now());
      await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey: group.key, because }], now());
    }
    return { kind: 'changed', change };
  });
  if (outcome.kind === 'changed') wake();
  return outcome;
}

async function currentZone(context: Context, guildId: string): Promise<ZoneOutcome> {
  const { db, now } = context;
  const { zone, groups } = await loadGroups(context, db, guildId);
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  return {
    kind: 'current',
    zone: describeZone(zone, now()),
    isChosen: (await findSetting(db, guildId, zoneSetting)) !== undefined,
    next: groups.map(group => {
      const before = nextHeld(group, exceptionsOf(group.key), now());
      return { group, ...(before ? { before } : {}) };
    }),
  };
}

/** Undefined where the community is in this zone already. */
async function changeTo(context: Context, db: Db, guildId: string, zone: string): Promise<ZoneChange | undefined> {
  const now = context.now();
  const current = await loadGroups(context, db, guildId);
  if (current.zone === zone) return undefined;
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  return {
    before: describeZone(current.zone, now),
    after: describeZone(zone, now),
    ...zoneMoves({ before: current.groups, after: inZone(context, current.groups, zone) }, exceptionsOf, now),
  };
}

/** Groups that members proposed have a zone of their own, and so have some of the file's. */
function inZone({ community }: Context, groups: readonly Group[], zone: string): readonly Group[] {
  const moved = new Map(groupsOfFile(community, zone).map(group => [group.key, group]));
  return groups.map(group => (group.isProposed ? group : (moved.get(group.key) ?? group)));
}
