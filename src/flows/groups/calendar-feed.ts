/** The secret address of a member's calendar, or of a group's: shown, made anew, stopped, and fetched by programs. */
import { randomBytes } from 'node:crypto';
import type {
  CalendarOutcome,
  FeedOwner,
  FeedWish,
  FetchedFeed,
  ShownFeed,
} from '../../domain/groups/calendar-feed.ts';
import type { Group } from '../../domain/groups/group.ts';
import { isNewer, type Member } from '../../domain/member.ts';
import { inTransaction } from '../../store/database.ts';
import { hasLeft } from '../../store/departures.ts';
import { addFeed, feedsOf, findFeed, revokeFeed } from '../../store/groups/feeds.ts';
import { groupsOfMember, hostedBy } from '../../store/groups/members.ts';
import { lockServer } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { calendarOf } from './calendars.ts';
import { findGroup } from './find-group.ts';
import { endedGroup, loadGroups } from './load-groups.ts';

/** @param asked a group, by title or key; absent: the member's own */
export async function openCalendar(
  context: FlowContext,
  asker: Asker & { readonly isOrganiser: boolean },
  asked?: string,
  wish: FeedWish = 'open',
): Promise<CalendarOutcome> {
  const { db, publicUrl } = context;
  const { guildId, userId } = asker;
  const found = asked === undefined ? undefined : await findGroup(context, db, guildId, asked);
  if (found && found.kind !== 'found') return found;
  const group = found?.group;
  const groups = group ? [group] : await groupsIn(context, asker);
  const shown: ShownFeed = { groups, ...(group && { group }) };
  if (publicUrl === undefined)
    return {
      kind: 'offline',
      name: `${group?.key ?? 'my-groups'}.ics`,
      calendar: await calendarOf(context, guildId, groups, group?.title),
      ...shown,
    };
  const mayRevoke = !group || asker.isOrganiser || (await hostedBy(db, asker)).includes(group.key);
  if (wish !== 'open' && !mayRevoke) return { kind: 'not-host', ...shown };
  const token = await decide(context, asker, group ? { groupKey: group.key } : { userId }, wish, mayRevoke);
  return token === undefined || wish === 'stop'
    ? { kind: 'stopped', mayRevoke, ...shown }
    : { kind: 'feed', address: feedAddress(publicUrl, token), wish, mayRevoke, ...shown };
}

export async function fetchCalendar(context: FlowContext, token: string): Promise<FetchedFeed> {
  const { db } = context;
  const feed = await findFeed(db, token);
  if (!feed) return { kind: 'unknown' };
  if (feed.isRevoked) return { kind: 'revoked' };
  const { guildId, owner } = feed;
  if ('userId' in owner) {
    const member = { guildId, userId: owner.userId };
    // It is theirs again once they are back: a program that heard it is gone for good would not ask again.
    if (await hasLeft(db, member)) return { kind: 'unknown' };
    const groups = await groupsIn(context, member);
    return { kind: 'calendar', calendar: await calendarOf(context, guildId, groups) };
  }
  const { groups } = await loadGroups(context, db, guildId);
  const group = groups.find(({ key }) => key === owner.groupKey);
  const { title = owner.groupKey } = group ?? (await endedGroup(context, db, guildId, owner.groupKey)) ?? {};
  // It has ended: programs would show an error where people expect an empty calendar.
  return { kind: 'calendar', calendar: await calendarOf(context, guildId, group ? [group] : [], title) };
}

const feedAddress = (publicUrl: string, token: string) => `${publicUrl}/calendar/${token}.ics`;

/** The address's secret afterwards; none after a stop. An interaction that comes twice changes nothing the second time. */
async function decide(
  { db, now }: FlowContext,
  { guildId, interactionId }: Asker,
  owner: FeedOwner,
  wish: FeedWish,
  mayRevoke: boolean,
): Promise<string | undefined> {
  return await inTransaction(db, async tx => {
    await lockServer(tx, guildId);
    const feeds = await feedsOf(tx, guildId, owner);
    const current = feeds.find(({ isRevoked }) => !isRevoked);
    if (feeds.some(({ changedBy }) => !isNewer(interactionId, changedBy))) return current?.token;
    if (current && wish === 'open') return current.token;
    const isStopped = !current && feeds.length > 0;
    if (isStopped && !mayRevoke) return undefined;
    const change = { now: now(), by: interactionId };
    if (current) await revokeFeed(tx, guildId, { ...change, token: current.token });
    if (wish === 'stop') return undefined;
    const token = randomBytes(24).toString('base64url');
    await addFeed(tx, guildId, owner, { ...change, token });
    return token;
  });
}

async function groupsIn(context: FlowContext, member: Member): Promise<readonly Group[]> {
  const { groups } = await loadGroups(context, context.db, member.guildId);
  const own = new Set(await groupsOfMember(context.db, member));
  return groups.filter(({ key }) => own.has(key));
}
