/** Whether an attempt that was cut off had said a ping: found by its key, wherever it may stand and whatever has changed since. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { plannedOf } from '../../domain/groups/ping.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { threadBinding } from '../../flows/groups/whereabouts.ts';
import { findBinding } from '../../store/bindings.ts';
import { findOwnIn } from '../effects/own-message.ts';
import { hasCode } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { messageKey, type PingEffect } from './ping-effect.ts';
import { elsewhereKey, said } from './say.ts';
import { directChannel, dmsRefused } from './say-directly.ts';

/** Undefined: it was not said. */
export async function findSaid(
  sending: Sending,
  effect: PingEffect,
  { askedAt }: Attempt,
): Promise<SendResult | undefined> {
  const { guildId, ping } = effect;
  const key = messageKey(effect);
  const userId = ping.kind === 'reminder' ? /^\d+/.exec(ping.audience)?.[0] : undefined;
  const direct = userId === undefined ? undefined : await directChannelIfAny(sending, userId);
  // Whether they take direct messages is to be asked later.
  if (typeof direct === 'object') return direct;
  const channelKey = await sending.flows.channelOfGroup(guildId, ping.groupKey);
  const channels = [
    direct,
    await idOf(sending, threadBinding(ping.groupKey, plannedOf(ping.occurrence))),
    channelKey && (await idOf(sending, channelBinding(channelKey))),
  ];
  for (const channelId of channels) {
    const id = channelId && (await findOwnIn(sending, channelId, [key, elsewhereKey(key)], askedAt));
    if (channelId && id) return said(channelId, id);
  }
  return undefined;
}

async function directChannelIfAny(sending: Sending, userId: string): Promise<string | SendResult | undefined> {
  try {
    return await directChannel(sending, userId);
  } catch (error) {
    if (hasCode(error, ...dmsRefused)) return undefined;
    throw error;
  }
}

async function idOf({ db, guild }: Sending, name: string): Promise<string | undefined> {
  const binding = await findBinding(db, guild.id, name);
  return binding?.state === 'bound' ? binding.discordId : undefined;
}
