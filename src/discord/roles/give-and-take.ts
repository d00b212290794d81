/** Gives or takes one role of one member, with one request that touches nothing else. */
import type { APIRole } from 'discord.js';
import type { SendResult } from '../../domain/delivery.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { type BotFacts, obstacleToGive, obstacleToTake } from '../../domain/role-obstacle.ts';
import type { RoleUse } from '../../domain/role-safety.ts';
import type { ServerRole } from '../../domain/server.ts';
import { markGone } from '../../store/bindings.ts';
import { botFacts, freshBotFacts, roleFacts } from '../effects/facts.ts';
import { hasCode } from '../effects/refusal.ts';
import { deleteMemberRole, getMember, getRoles, putMemberRole } from '../effects/requests.ts';
import { confirmed } from '../effects/second-look.ts';
import type { Sending } from '../effects/sending.ts';

export interface Handing {
  readonly kind: 'give' | 'take';
  readonly key: string;
  readonly roleId: string;
  readonly use: RoleUse;
}

/** `isRefused`: Discord itself said no, which it does not let anybody do often. */
export type Handed =
  | { readonly kind: 'ready' }
  | (Extract<SendResult, { kind: 'blocked' }> & { readonly isRefused?: true })
  | SendResult;

/** By the cache; `ready` where nothing stands in the way. */
export async function mayHand(sending: Sending, handing: Handing): Promise<Handed> {
  return await inTurn(sending, handing, async () => ({ kind: 'ready' }));
}

/** @param reason for the server's audit log. */
export async function hand(sending: Sending, handing: Handing, userId: string, reason: string): Promise<Handed> {
  const ask = handing.kind === 'give' ? putMemberRole : deleteMemberRole;
  return await inTurn(sending, handing, () =>
    attempt(sending, handing, () => ask(sending, userId, handing.roleId, reason)),
  );
}

/** What was refused a moment ago is not asked again. */
function inTurn(sending: Sending, handing: Handing, ask: () => Promise<Handed>): Promise<Handed> {
  const { guild, refusals } = sending;
  const what = `${handing.kind}/${handing.roleId}`;
  return refusals.unlessForbidden<Handed>(guild.id, what, async () => {
    const problem = await confirmed(sending, () => knownObstacle(sending, handing));
    return problem ? { kind: 'blocked', problem } : await ask();
  });
}

function knownObstacle({ guild }: Sending, handing: Handing): OrganiserProblem | undefined {
  const bot = botFacts(guild);
  const role = guild.roles.cache.get(handing.roleId);
  return bot && role && obstacleTo(handing, bot, roleFacts(role));
}

function obstacleTo({ kind, use }: Handing, bot: BotFacts, role: ServerRole): OrganiserProblem | undefined {
  return kind === 'give' ? obstacleToGive(bot, role, use) : obstacleToTake(bot, role);
}

async function attempt(
  sending: Sending,
  handing: Handing,
  ask: () => Promise<void>,
  isRepeated = false,
): Promise<Handed> {
  try {
    await ask();
    return { kind: 'delivered' };
  } catch (error) {
    if (hasCode(error, 10011)) {
      await markGone(sending.db, sending.guild.id, handing.roleId);
      return { kind: 'blocked', problem: { kind: 'role-deleted', roleKey: handing.key } };
    }
    if (!hasCode(error, 50013, 50028)) throw error;
    const { problem, isGuess } = await diagnosis(sending, handing);
    // By now nothing stands in the way: it was repaired between the two answers.
    if (isGuess && !isRepeated) return await attempt(sending, handing, ask, true);
    return { kind: 'blocked', problem, isRefused: true };
  }
}

interface Diagnosis {
  readonly problem: OrganiserProblem;
  /** Nothing that Discord says explains it. */
  readonly isGuess: boolean;
}

/** The cache said we may, Discord says we may not: why, by what Discord says now. */
async function diagnosis(sending: Sending, handing: Handing): Promise<Diagnosis> {
  const { client, guild } = sending;
  const { roleId } = handing;
  const roles: readonly APIRole[] = await getRoles(sending);
  const bot = freshBotFacts(guild.id, (await getMember(sending, client.user?.id ?? '')).roles, roles);
  const role = roles.find(({ id }) => id === roleId);
  const problem = bot && role && obstacleTo(handing, bot, roleFacts(role));
  if (problem) return { problem, isGuess: false };
  return { problem: { kind: 'role-too-high', roleId, botRoleId: bot?.highest.id ?? guild.id }, isGuess: true };
}
