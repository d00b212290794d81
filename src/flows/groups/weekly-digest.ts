/** The community's week, for all to read: nobody is named but by their own wish. */
import { weekStart } from '../../domain/groups/calendar-week.ts';
import { type Digest, isWorthSaying } from '../../domain/groups/digest.ts';
import { sessionsOf } from '../../domain/groups/session.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { announcedIn, enrolledIn, joinedIn } from '../../store/groups/week.ts';
import { findIssued } from '../../store/issued-certificates.ts';
import type { FlowContext } from '../context.ts';
import { whereStuck } from './group-agenda.ts';
import { loadGroups } from './load-groups.ts';
import { pingRules } from './ping-rules.ts';

type Context = Pick<FlowContext, 'db' | 'curriculum' | 'community' | 'timeZone' | 'now'>;

/** Of each kind; more would be a wall of text. */
const most = { paths: 3, groups: 3, stuck: 3 } as const;

/** @param date the digest's day in the community's zone, "2027-03-28". Undefined: there is nothing to say. */
export async function weeklyDigest(context: Context, guildId: string, date: string): Promise<Digest | undefined> {
  const { db, curriculum } = context;
  const { zone, groups } = await loadGroups(context, db, guildId);
  const { at } = (await pingRules(db, guildId)).digest;
  const until = weekStart(date, { at, zone });
  const past = { from: weekStart(date, { at, zone }, -1), until };
  const end = weekStart(date, { at, zone }, 1);
  const enrolled = await enrolledIn(db, guildId, past);
  const joined = await joinedIn(db, guildId, past);
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const digest: Digest = {
    newOnPaths: enrolled.members,
    paths: enrolled.paths.slice(0, most.paths).flatMap(({ pathId, members }) => {
      const path = curriculum.paths.get(pathId);
      return path ? [{ path, members }] : [];
    }),
    groups: joined.slice(0, most.groups).flatMap(({ groupKey, members }) => {
      const group = groups.find(({ key }) => key === groupKey);
      return group ? [{ group, members }] : [];
    }),
    certificates: await certificatesOf(context, guildId, past),
    meetings: groups
      .flatMap(group => sessionsOf(group, exceptionsOf(group.key), until, end).map(session => ({ group, session })))
      .sort((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt)),
    stuck: await whereStuck(context, guildId, most.stuck),
  };
  return isWorthSaying(digest) ? digest : undefined;
}

async function certificatesOf({ db }: Context, guildId: string, past: Parameters<typeof announcedIn>[2]) {
  const found: { name: string; title: string }[] = [];
  for (const { member, certificateId } of await announcedIn(db, guildId, past)) {
    const issued = await findIssued(db, member, certificateId);
    if (issued && !issued.revoked) found.push({ name: issued.name, title: issued.title });
  }
  return found;
}
