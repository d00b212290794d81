/** Key of the channel in which a group's pings are said, also of one that has ended; undefined: there is no such group. */
import { channelsCairnUses } from '../../domain/community.ts';
import { communityKey } from '../../domain/groups/group.ts';
import type { FlowContext } from '../context.ts';
import { endedGroup, loadGroups } from './load-groups.ts';

export async function channelOfGroup(
  context: Pick<FlowContext, 'db' | 'community' | 'timeZone'>,
  guildId: string,
  groupKey: string,
): Promise<string | undefined> {
  if (groupKey === communityKey) return channelsCairnUses.studyGroups;
  const { groups } = await loadGroups(context, context.db, guildId);
  const group =
    groups.find(({ key }) => key === groupKey) ?? (await endedGroup(context, context.db, guildId, groupKey));
  return group?.channel;
}
