/** Gives a member the role of a certificate. */

import type { Certificate } from '../../domain/curriculum.ts';
import type { SendResult } from '../../domain/delivery.ts';
import type { Effect } from '../../domain/effect.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { markGone } from '../../store/bindings.ts';
import { botFacts, freshBotFacts, roleFacts } from './facts.ts';
import { obstacleToGrant, type RoleFacts } from './hierarchy.ts';
import { hasCode } from './refusal.ts';
import { getMember, getRoles, putMemberRole } from './requests.ts';
import { namesake, roleOf } from './roles.ts';
import { confirmed } from './second-look.ts';
import type { Sending } from './sending.ts';

type GrantRole = Extract<Effect, { kind: 'grant-role' }>;

export async function grantRole(sending: Sending, { member, certificateId }: GrantRole): Promise<SendResult> {
  const certificate = sending.curriculum.certificates.get(certificateId);
  if (!certificate) return { kind: 'refused', reason: `the curriculum has no certificate ${certificateId} any more` };
  const found = await roleOf(sending, certificate);
  if (found.kind !== 'ready') return found;
  const role = found.thing;

  const { guild, refusals } = sending;
  const result = await refusals.unlessForbidden(guild.id, role.id, async () => {
    const problem = await confirmed(sending, () => knownObstacle(sending, role));
    return problem ? { kind: 'blocked', problem } : await give(sending, member.userId, role, certificate);
  });
  const noticed = namesake(sending, role, found.since);
  return result.kind === 'delivered' && noticed ? { ...result, noticed } : result;
}

/** By the cache. */
function knownObstacle({ guild }: Sending, role: RoleFacts): OrganiserProblem | undefined {
  const bot = botFacts(guild);
  const current = guild.roles.cache.get(role.id);
  return bot && obstacleToGrant(bot, current ? roleFacts(current) : role);
}

async function give(sending: Sending, userId: string, role: RoleFacts, certificate: Certificate): Promise<SendResult> {
  const { roles, pending, communication_disabled_until: timedOutUntil } = await getMember(sending, userId);
  if (roles.includes(role.id)) return { kind: 'delivered' };
  // A role given before the screening lets the member past it.
  if (pending) return { kind: 'deferred', reason: 'the member has yet to pass the screening' };
  const until = timedOutUntil ? Temporal.Instant.from(timedOutUntil) : undefined;
  if (until && Temporal.Instant.compare(until, sending.now()) > 0) {
    return { kind: 'deferred', reason: 'the member is timed out', until };
  }
  const reason = `Earned the certificate ${certificate.title}`;
  return await put(sending, role, certificate, () => putMemberRole(sending, userId, role.id, reason));
}

async function put(
  sending: Sending,
  role: RoleFacts,
  certificate: Certificate,
  ask: () => Promise<void>,
  isRepeated = false,
): Promise<SendResult> {
  try {
    await ask();
    return { kind: 'delivered' };
  } catch (error) {
    if (hasCode(error, 10011)) {
      await markGone(sending.db, sending.guild.id, role.id);
      return { kind: 'blocked', problem: { kind: 'role-deleted', certificateId: certificate.id } };
    }
    if (!hasCode(error, 50013, 50028)) throw error;
    const { problem, isGuess } = await diagnosis(sending, role);
    // By now nothing stands in the way: it was repaired between the two answers.
    if (isGuess && !isRepeated) return await put(sending, role, certificate, ask, true);
    return { kind: 'blocked', problem };
  }
}

interface Diagnosis {
  readonly problem: OrganiserProblem;
  /** Nothing that Discord says explains it. */
  readonly isGuess: boolean;
}

/** The cache said we may, Discord says we may not: why, by what Discord says now. */
async function diagnosis(sending: Sending, role: RoleFacts): Promise<Diagnosis> {
  const { client, guild } = sending;
  const roles = await getRoles(sending);
  const bot = freshBotFacts(guild.id, (await getMember(sending, client.user?.id ?? '')).roles, roles);
  const current = roles.find(({ id }) => id === role.id);
  const problem = bot && obstacleToGrant(bot, current ? roleFacts(current) : role);
  if (problem) return { problem, isGuess: false };
  return { problem: { kind: 'role-too-high', roleId: role.id, botRoleId: bot?.highest.id ?? guild.id }, isGuess: true };
}
