/** A server's groups: those of the file that have not ended, and those that members proposed and organisers approved. */
import { channelsCairnUses } from '../../domain/community.ts';
import { type Group, groupsOfFile, roleOfProposed } from '../../domain/groups/group.ts';
import type { Db } from '../../store/database.ts';
import { type GroupRecord, groupRecords } from '../../store/groups/groups.ts';
import { findSetting } from '../../store/settings.ts';
import type { FlowContext } from '../context.ts';

export interface ServerGroups {
  /** The community's. */
  readonly zone: string;
  readonly groups: readonly Group[];
}

/** The name of the setting that holds the community's zone. */
export const zoneSetting = 'time-zone';

/** @param db a transaction, or the context's own. */
export async function loadGroups(
  { community, timeZone }: Pick<FlowContext, 'community' | 'timeZone'>,
  db: Db,
  guildId: string,
): Promise<ServerGroups> {
  const zone = await communityZone({ timeZone }, db, guildId);
  const records = await groupRecords(db, guildId);
  const ended = new Set(records.filter(({ state }) => state === 'ended').map(({ key }) => key));
  return {
    zone,
    groups: [
      ...groupsOfFile(community, zone).filter(({ key }) => !ended.has(key)),
      ...records.flatMap(record => (record.state === 'running' ? (proposedGroup(record) ?? []) : [])),
    ],
  };
}

/** One that has ended, as it was. */
export async function endedGroup(
  { community, timeZone }: Pick<FlowContext, 'community' | 'timeZone'>,
  db: Db,
  guildId: string,
  key: string,
): Promise<Group | undefined> {
  const record = (await groupRecords(db, guildId)).find(one => one.key === key && one.state === 'ended');
  if (!record) return undefined;
  const ofFile = groupsOfFile(community, await communityZone({ timeZone }, db, guildId)).find(one => one.key === key);
  return proposedGroup(record) ?? ofFile;
}

export async function communityZone(
  { timeZone }: Pick<FlowContext, 'timeZone'>,
  db: Db,
  guildId: string,
): Promise<string> {
  const value = (await findSetting(db, guildId, zoneSetting))?.value;
  return typeof value === 'string' ? value : timeZone;
}

function proposedGroup({ key, definition }: GroupRecord): Group | undefined {
  if (!definition) return undefined;
  const channel = channelsCairnUses.studyGroups;
  return { ...definition, key, kind: 'study-group', channel, role: roleOfProposed(key), isProposed: true };
}
