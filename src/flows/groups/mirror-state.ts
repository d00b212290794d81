/** What a group's events on Discord's own calendar follow from: its sessions, and what Cairn made and set. */
import { channelsCairnUses } from '../../domain/community.ts';
import type { Group } from '../../domain/groups/group.ts';
import { type Mirrored, mirrorWindow } from '../../domain/groups/mirror.ts';
import { sessionPlannedAt, sessionsOf } from '../../domain/groups/session.ts';
import { boundIn } from '../../domain/ours.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import type { Db } from '../../store/database.ts';
import { eventsOfGroup } from '../../store/groups/event-bindings.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';
import { pingRules } from './ping-rules.ts';

export interface MirrorState extends Pick<Mirrored, 'now' | 'isOn' | 'sessions' | 'sessionAt' | 'bound'> {
  /** Absent: it has ended. */
  readonly group?: Group;
  /** Ids of the group's channels, where they are bound. */
  readonly voiceId?: string;
  readonly channelId?: string;
  /** Titles of the paths it is meant for. */
  readonly pathTitles: readonly string[];
}

type Context = Pick<FlowContext, 'db' | 'community' | 'curriculum' | 'timeZone' | 'now'>;

/** @param db a transaction, or the context's own. */
export async function mirrorState(
  context: Context,
  guildId: string,
  groupKey: string,
  db: Db = context.db,
): Promise<MirrorState> {
  const now = context.now();
  const bound = await eventsOfGroup(db, guildId, groupKey);
  const group = (await loadGroups(context, db, guildId)).groups.find(({ key }) => key === groupKey);
  if (!group) return { now, isOn: false, sessions: [], sessionAt: () => undefined, bound, pathTitles: [] };
  const { events } = await pingRules(db, guildId);
  const exceptions = await loadExceptions(db, guildId, groupKey);
  const idOf = boundIn(await knownOn(db, guildId));
  const voiceId = group.voice === undefined ? undefined : idOf(channelBinding(group.voice));
  const channelId = idOf(channelBinding(group.channel)) ?? idOf(channelBinding(channelsCairnUses.studyGroups));
  return {
    now,
    group,
    isOn: events.on,
    sessions: sessionsOf(group, exceptions, now, now.add(mirrorWindow)),
    sessionAt: planned => sessionPlannedAt(group, planned, exceptions),
    bound,
    ...(voiceId === undefined ? {} : { voiceId }),
    ...(channelId === undefined ? {} : { channelId }),
    pathTitles: group.paths.flatMap(id => context.curriculum.paths.get(id)?.title ?? []),
  };
}
