/** Posts in a group's channel, exactly once, and reads what Discord's refusals mean for the group. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import type { Message } from '../../views/message.ts';
import { postOnce } from '../effects/own-message.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
import { confirmed } from '../effects/second-look.ts';
import type { Sending } from '../effects/sending.ts';
import { channelFound, channelMissing } from './missing-channel.ts';
import { lackIn, type Place, placeOf, posting } from './place.ts';

export interface Saying {
  /** The schedule's: a group's key, or the community's. */
  readonly groupKey: string;
  /** Of the community's file. */
  readonly channelKey: string;
  readonly message: Message;
  /** The effect's, with something added where one effect says several things. */
  readonly key: string;
  readonly attempt: Attempt;
}

export async function sayInChannel(sending: Sending, saying: Saying): Promise<SendResult> {
  const place = await placeOf(sending, saying.channelKey);
  if (place.kind !== 'ready') return place;
  return await sending.refusals.unlessForbidden(sending.guild.id, `say ${place.channelId}`, () =>
    sayThere(sending, saying, place),
  );
}

async function sayThere(
  sending: Sending,
  { groupKey, message, key, attempt }: Saying,
  place: Place,
): Promise<SendResult> {
  const { channelId, binding } = place;
  const problem = await confirmed(sending, () => lackIn(sending, channelId, posting));
  if (problem) return { kind: 'blocked', problem };
  try {
    const id = await postOnce(sending, { channelId, message, key, attempt });
    await channelFound(sending, groupKey);
    return said(channelId, id);
  } catch (error) {
    if (hasCode(error, 10003)) return await channelMissing(sending, groupKey, { channelId, binding });
    return resultOf(error, { forbidden: { kind: 'permission-missing', permission: 'SendMessages', channelId } });
  }
}

/** Discord takes a nonce for the same message in whatever channel: what is said in the channel for want of a thread has another key. */
export const elsewhereKey = (key: string) => `${key}/channel`;

/** @param id undefined where somebody has deleted the message since. */
export function said(channelId: string, id: string | undefined): Extract<SendResult, { kind: 'delivered' }> {
  return { kind: 'delivered', ...(id === undefined ? {} : { reference: `${channelId}/${id}` }) };
}
