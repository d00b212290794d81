/** Sets the roles of one member right: gives what the store wants and Discord lacks, takes what it no longer wants. */
import type { APIGuildMember } from 'discord.js';
import type { Community, CommunityRole } from '../../domain/community.ts';
import type { SendResult } from '../../domain/delivery.ts';
import type { Learner } from '../../domain/learner.ts';
import type { Member } from '../../domain/member.ts';
import { type RoleDifference, type RoleStep, roleDifference, wantedKeys } from '../../domain/wanted-roles.ts';
import { rolesOnServer } from '../../flows/server-roles.ts';
import { noteDeparture } from '../../store/departures.ts';
import { loadLearner } from '../../store/learner.ts';
import { forgetRoles, notedRoles, noteRoles } from '../../store/role-notes.ts';
import { hasCode } from '../effects/refusal.ts';
import { getMember } from '../effects/requests.ts';
import type { Sending } from '../effects/sending.ts';
import { type Handed, type Handing, hand, mayHand } from './give-and-take.ts';
import { type OwnRoles, ownRoles } from './own-roles.ts';
import { reasonFor } from './reasons.ts';

export interface Synced {
  /** The first thing that keeps us from being done, or `delivered`. */
  readonly result: SendResult;
  /** How many roles were given or taken. */
  readonly written: number;
  /** Discord itself refused something. */
  readonly isRefused: boolean;
  /** Roles the member has picked without being on a path of theirs. */
  readonly wishes: readonly CommunityRole[];
}

export async function syncMember(sending: Sending, member: Member): Promise<Synced> {
  const { db, guild } = sending;
  const community = await rolesOnServer(sending, db, guild.id);
  const [learner, noted] = [await loadLearner(db, member), await notedRoles(db, member)];
  const wanted = wantedKeys(community, learner);
  // Nobody is asked about where there can be nothing to do.
  if (wanted.size + noted.size === 0) return summed([], { own: undefined, written: 0, wishes: [] });

  const own = await ownRoles(sending, community, wanted);
  const inTheWay = noted.size > 0 ? undefined : await whatKeepsAll(sending, community, wanted, own);
  const isTooEarly = own.lacking.some(({ kind }) => kind === 'transient');
  if (inTheWay || isTooEarly) return summed([...own.lacking, ...(inTheWay ?? [])], { own, written: 0, wishes: [] });

  const found = await lookedUp(sending, member);
  const difference = roleDifference(community, learner, { held: new Set(found.roles), noted, idOf: own.idOf });
  await noteRoles(db, member, difference.toNote, sending.now());
  await forgetRoles(db, member, difference.toForget);
  const waits = difference.steps.some(({ kind }) => kind === 'give') ? whyWait(found, sending.now()) : undefined;
  const steps = waits ? difference.steps.filter(({ kind }) => kind === 'take') : difference.steps;
  const handed = await handAll({ ...sending, guild }, { community, learner, member }, steps);
  const written = handed.filter(({ kind }) => kind === 'delivered').length;
  return summed([...own.lacking, ...handed, ...(waits ? [waits] : [])], { own, written, wishes: difference.wishes });
}

/** Without MEMBER_SYNC nobody tells when members leave, so this is where it shows. */
async function lookedUp(sending: Sending, member: Member): Promise<APIGuildMember> {
  const { db, flows, now } = sending;
  try {
    const found = await getMember(sending, member.userId);
    await flows.hearOfReturn(member);
    return found;
  } catch (error) {
    if (hasCode(error, 10_007, 10_013)) await noteDeparture(db, member, now());
    throw error;
  }
}

/** Why none of the wanted roles can be given, without a look at the member; undefined where one may be. */
async function whatKeepsAll(
  sending: Sending,
  { roles }: Community,
  wanted: ReadonlySet<string>,
  { idOf }: OwnRoles,
): Promise<readonly Handed[] | undefined> {
  const obstacles: Handed[] = [];
  for (const role of roles.filter(({ key }) => wanted.has(key))) {
    const roleId = idOf(role.key);
    const may = roleId && (await mayHand(sending, handingOf({ kind: 'give', key: role.key, roleId }, role)));
    if (may && may.kind === 'ready') return undefined;
    if (may) obstacles.push(may);
  }
  return obstacles;
}

/** A role given before the screening lets the member past it. */
function whyWait(member: APIGuildMember, now: Temporal.Instant): SendResult | undefined {
  const { pending, communication_disabled_until: timedOutUntil } = member;
  if (pending) return { kind: 'deferred', reason: 'the member has yet to pass the screening' };
  const until = timedOutUntil ? Temporal.Instant.from(timedOutUntil) : undefined;
  if (!until || Temporal.Instant.compare(until, now) <= 0) return undefined;
  return { kind: 'deferred', reason: 'the member is timed out', until };
}

interface Whose {
  readonly community: Community;
  readonly learner: Learner;
  readonly member: Member;
}

async function handAll(
  sending: Sending,
  { community, learner, member }: Whose,
  steps: RoleDifference['steps'],
): Promise<readonly Handed[]> {
  const handed: Handed[] = [];
  for (const step of steps) {
    const role = community.roles.find(({ key }) => key === step.key);
    if (!role) continue;
    const reason = reasonFor(step, role, learner, sending.curriculum);
    const result = await hand(sending, handingOf(step, role), member.userId, reason);
    handed.push(result);
    if (result.kind === 'transient') break;
    if (result.kind !== 'delivered') continue;
    if (step.kind === 'give') await noteRoles(sending.db, member, [step.key], sending.now());
    else await forgetRoles(sending.db, member, [step.key]);
  }
  return handed;
}

function handingOf(step: RoleStep, { certificates }: CommunityRole): Handing {
  return { ...step, use: certificates.length > 0 ? 'certificate' : 'path' };
}

/** What passes by itself comes first: after it the rest is met again. */
const order = ['gone', 'transient', 'blocked', 'deferred', 'refused'] as const;

function summed(
  handed: readonly Handed[],
  { own, written, wishes }: { own: OwnRoles | undefined; written: number; wishes: readonly CommunityRole[] },
): Synced {
  const first = order.flatMap(kind => handed.find(one => one.kind === kind) ?? []).find(one => one.kind !== 'ready');
  const isRefused = handed.some(one => 'isRefused' in one && one.isRefused);
  const done: SendResult = { kind: 'delivered', ...(own?.noticed ? { noticed: own.noticed } : {}) };
  return { result: (first as SendResult | undefined) ?? done, written, isRefused, wishes };
}
