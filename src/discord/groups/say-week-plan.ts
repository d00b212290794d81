/** Monday's plan, in the group's channel. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import { weekPlanPost } from '../../views/groups/pings/week-plan.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
import { sayInChannel } from './say.ts';

export async function sayWeekPlan(
  sending: Sending,
  plan: Extract<OpenedPing, { kind: 'week-plan' }>,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group } = plan;
  return await sayInChannel(sending, {
    groupKey: group.key,
    channelKey: group.channel,
    message: weekPlanPost(plan),
    key: effectKey(effect),
    attempt,
  });
}
