/** Groups as a calendar shows them, with where they meet and what was changed. */
import { type CalendarGroup, monthsAround } from '../../calendar/calendar.ts';
import { groupCalendar } from '../../calendar/group-calendar.ts';
import { sessionFile } from '../../calendar/session-file.ts';
import type { SessionFileOutcome } from '../../domain/groups/calendar-feed.ts';
import type { Group } from '../../domain/groups/group.ts';
import { sessionPlannedAt } from '../../domain/groups/session.ts';
import { boundIn } from '../../domain/ours.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import type { Db } from '../../store/database.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { lastChanges } from '../../store/groups/last-changes.ts';
import { findSetting } from '../../store/settings.ts';
import type { FlowContext } from '../context.ts';
import { communityZone, loadGroups, zoneSetting } from './load-groups.ts';

type Context = Pick<FlowContext, 'db' | 'community' | 'timeZone' | 'now'>;

/** @param title of its only group, also one that has ended; absent: a member's own */
export async function calendarOf(
  context: Context,
  guildId: string,
  groups: readonly Group[],
  title?: string,
): Promise<string> {
  const { community, now, db } = context;
  const name = title === undefined ? `${community.name}: my groups` : `${title} · ${community.name}`;
  const zone = await communityZone(context, db, guildId);
  const asShown = await shownOn(context, db, guildId);
  return groupCalendar({ name, guildId, zone, groups: groups.map(asShown), months: monthsAround(now()) });
}

/** One session, for who wants no feed. */
export async function sessionCalendar(
  context: FlowContext,
  guildId: string,
  groupKey: string,
  planned: string,
): Promise<SessionFileOutcome> {
  const { db, now } = context;
  const group = (await loadGroups(context, db, guildId)).groups.find(({ key }) => key === groupKey);
  if (!group) return { kind: 'unknown-session' };
  const shown = (await shownOn(context, db, guildId))(group);
  const session = sessionPlannedAt(group, planned, shown.exceptions);
  if (!session) return { kind: 'unknown-session' };
  const name = `${group.key}-${planned.slice(0, 10)}.ics`;
  return { kind: 'file', name, group, calendar: sessionFile(shown, session, guildId, now()) };
}

async function shownOn(context: Context, db: Db, guildId: string): Promise<(group: Group) => CalendarGroup> {
  const { categories } = context.community;
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const lastChange = await lastChanges(db, guildId);
  const zoneSince = (await findSetting(db, guildId, zoneSetting))?.changedAt;
  const zone = await communityZone(context, db, guildId);
  const idOf = boundIn(await knownOn(db, guildId));
  const channels = categories.flatMap(category => category.channels);
  return group => {
    const channelId = idOf(channelBinding(group.channel));
    const place = channels.find(({ key }) => key === (group.voice ?? group.channel));
    const from = group.slots.some(slot => slot.zone === zone) ? zoneSince : undefined;
    const changedAt = [lastChange(group.key), zoneSince]
      .filter(at => at !== undefined)
      .sort(Temporal.Instant.compare)
      .at(-1);
    return {
      group,
      exceptions: exceptionsOf(group.key),
      ...(from && { from }),
      ...(changedAt && { changedAt }),
      ...(place && { place: `${place.name} (Discord)` }),
      ...(channelId !== undefined && { link: `https://discord.com/channels/${guildId}/${channelId}` }),
    };
  };
}
