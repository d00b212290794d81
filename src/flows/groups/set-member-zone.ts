/** A member says where they are, looks at what they said, or takes it back. */
import type { MemberZoneOutcome, NextInZone } from '../../domain/groups/member-zone.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import { isNewer, type Member } from '../../domain/member.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { memberSettings, saveMemberSettings } from '../../store/groups/member-settings.ts';
import { groupsOfMember } from '../../store/groups/members.ts';
import { lockMember } from '../../store/lock.ts';
import { describeZone, findZones } from '../../zones/find-zones.ts';
import type { Asker, FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';
import { meantZone } from './suggest-zones.ts';

type Context = Pick<FlowContext, 'db' | 'community' | 'timeZone' | 'now'>;

export async function memberZone(context: Context, member: Member): Promise<MemberZoneOutcome> {
  const { timeZone } = await memberSettings(context.db, member);
  return timeZone === undefined ? none(context, false) : await shown(context, 'current', member, timeZone);
}

export async function setMemberZone(context: Context, asker: Asker, asked: string): Promise<MemberZoneOutcome> {
  const meant = meantZone(asked, context.now(), 25);
  if ('nearest' in meant) return { kind: 'unclear', asked, nearest: meant.nearest };
  const { after } = await change(context, asker, meant.zone);
  return after === undefined ? none(context, false) : await shown(context, 'set', asker, after);
}

export async function forgetMemberZone(context: Context, asker: Asker): Promise<MemberZoneOutcome> {
  const { before, after } = await change(context, asker, undefined);
  return after === undefined ? none(context, before !== undefined) : await shown(context, 'current', asker, after);
}

/** Whoever joins a group is asked once, and never again, whether they answer or not. @returns whether to ask now. */
export async function askForZone(tx: Db, member: Member, now: Temporal.Instant): Promise<boolean> {
  await lockMember(tx, member);
  const settings = await memberSettings(tx, member);
  if (settings.timeZone !== undefined || settings.zoneAskedAt !== undefined) return false;
  await saveMemberSettings(tx, member, { ...settings, zoneAskedAt: now }, now);
  return true;
}

interface Changed {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** An interaction that comes twice, or late, changes nothing. */
async function change({ db, now }: Context, asker: Asker, zone: string | undefined): Promise<Changed> {
  return await inTransaction(db, async tx => {
    await lockMember(tx, asker);
    const { timeZone: before, ...kept } = await memberSettings(tx, asker);
    if (!isNewer(asker.interactionId, kept.zoneChangedBy ?? '0')) return { before, after: before };
    const chosen = { ...(zone === undefined ? {} : { timeZone: zone }), zoneChangedBy: asker.interactionId };
    await saveMemberSettings(tx, asker, { ...kept, ...chosen }, now());
    return { before, after: zone };
  });
}

function none({ now }: Context, wasForgotten: boolean): MemberZoneOutcome {
  return { kind: 'none', wasForgotten, offered: findZones('', now()) };
}

async function shown(
  context: Context,
  kind: 'current' | 'set',
  member: Member,
  zone: string,
): Promise<MemberZoneOutcome> {
  const next = await nextOf(context, member);
  return { kind, zone: describeZone(zone, context.now()), ...(next ? { next } : {}) };
}

async function nextOf(context: Context, member: Member): Promise<NextInZone | undefined> {
  const { db, now } = context;
  const own = new Set(await groupsOfMember(db, member));
  if (own.size === 0) return undefined;
  const { groups } = await loadGroups(context, db, member.guildId);
  const exceptionsOf = await exceptionsOfServer(db, member.guildId);
  return groups
    .filter(({ key }) => own.has(key))
    .flatMap(group => {
      const session = nextHeld(group, exceptionsOf(group.key), now());
      return session ? [{ group, session }] : [];
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt))[0];
}
