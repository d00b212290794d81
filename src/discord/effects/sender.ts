/** Carries out effects on Discord, one attempt each. When to try again is decided by domain/delivery. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type Effect, guildOf } from '../../domain/effect.ts';
import { createDirectMessages } from '../groups/direct-messages.ts';
import { mirrorSessions } from '../groups/mirror-sessions.ts';
import { sayProposal } from '../groups/say-proposal.ts';
import { sendPing } from '../groups/send-ping.ts';
import { workJob } from '../jobs/work-job.ts';
import { announceCertificate } from './announce-certificate.ts';
import { makeChannel } from './make-channel.ts';
import { resultOf } from './refusal.ts';
import { rememberRefusals } from './refusals.ts';
import { onRepair } from './repairs.ts';
import { reachGuild, type SenderContext, type Sending } from './sending.ts';
import { syncRoles } from './sync-roles.ts';
import { tellOrganisers } from './tell-organisers.ts';

export type Send = (effect: Effect, attempt: Attempt) => Promise<SendResult>;

const aMinute = Temporal.Duration.from({ minutes: 1 });

/** An attempt ends before its lease does, so that the next one never runs beside it. */
const longestAttempt = 8_000;

/**
 * Expects a client whose REST has `retries: 0`, so that a POST goes out once per attempt, and `rejectOnRateLimit`
 * for long waits, which the outbox waits out instead.
 */
export function createSender(context: SenderContext): Send {
  const refusals = rememberRefusals(context.now);
  const directMessages = createDirectMessages(context.now);
  onRepair(context.client, refusals.forget);
  return async (effect, attempt) => {
    // Members are still answered; this can wait.
    if (context.invalid.areMany())
      return { kind: 'transient', reason: 'Discord refuses many requests', retryAfter: aMinute };
    const guild = reachGuild(context.client, guildOf(effect));
    if ('kind' in guild) return guild;
    const signal = AbortSignal.timeout(longestAttempt);
    const sending: Sending = { ...context, guild, refusals, directMessages, signal, again: attempt.number > 1 };
    try {
      return await carryOut(sending, effect, attempt);
    } catch (error) {
      return resultOf(error);
    }
  };
}

async function carryOut(sending: Sending, effect: Effect, attempt: Attempt): Promise<SendResult> {
  switch (effect.kind) {
    case 'sync-roles':
      return await syncRoles(sending, effect);
    case 'announce-certificate':
      return await announceCertificate(sending, effect, attempt);
    case 'tell-organisers':
      return await tellOrganisers(sending, effect, attempt);
    case 'ping':
      return await sendPing(sending, effect, attempt);
    case 'mirror-sessions':
      return await mirrorSessions(sending, effect);
    case 'make-channel':
      return await makeChannel(sending, effect.binding);
    case 'group-proposal':
      return await sayProposal(sending, effect, attempt);
    case 'work-job':
      return await workJob(sending, effect.jobId);
  }
}
