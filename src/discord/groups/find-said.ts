/** What an attempt that was cut off had said of a ping: found by its key, wherever it may stand and whatever has changed since. */
import type { APIMessage } from 'discord.js';
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { plannedOf } from '../../domain/groups/ping.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { threadBinding } from '../../flows/groups/whereabouts.ts';
import { findBinding } from '../../store/bindings.ts';
import { createdAt } from '../discord-clock.ts';
import { findOwnIn } from '../effects/own-message.ts';
import { hasCode } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { messageKey, type PingEffect } from './ping-effect.ts';
import { elsewhereKey, said } from './say.ts';
import { directChannel, dmsClosed, tooFast } from './say-directly.ts';

/** `delivered`, and when. Undefined: it was not said. */
export async function findSaid(
  sending: Sending,
  effect: PingEffect,
  { askedAt }: Attempt,
): Promise<SendResult | undefined> {
  const { kind, audience } = effect.ping;
  const userId = kind === 'reminder' ? /^\d+/.exec(audience)?.[0] : undefined;
  const direct = userId === undefined ? undefined : await directChannelIfAny(sending, userId);
  // Whether they take direct messages is to be asked later.
  if (typeof direct === 'object') return direct;
  const channels = [...(direct === undefined ? [] : [direct]), ...(await channelsOf(sending, effect))];
  const found = await findIn(sending, channels, messageKey(effect), askedAt);
  if (!found) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(createdAt(found.id) - sending.clock.ahead());
  return { ...said(found.channel_id, found.id), at };
}

/** The first of these messages that are there, one after the other. @param keyOf of each, counted from 0. */
export async function findParts(
  sending: Sending,
  effect: PingEffect,
  { askedAt }: Attempt,
  keyOf: (part: number) => string,
): Promise<readonly APIMessage[]> {
  const channels = await channelsOf(sending, effect);
  const parts: APIMessage[] = [];
  for (;;) {
    const part = await findIn(sending, channels, keyOf(parts.length), askedAt);
    if (!part) return parts;
    parts.push(part);
  }
}

async function findIn(
  sending: Sending,
  channels: readonly string[],
  key: string,
  askedAt: Temporal.Instant,
): Promise<APIMessage | undefined> {
  for (const channelId of channels) {
    const found = await findOwnIn(sending, channelId, [key, elsewhereKey(key)], askedAt);
    if (found) return found;
  }
  return undefined;
}

/** The session's thread and the group's channel, as far as they are there. */
async function channelsOf(sending: Sending, { guildId, ping }: PingEffect): Promise<readonly string[]> {
  const channel = await sending.flows.channelOfGroup(guildId, ping.groupKey);
  const bindings = [
    threadBinding(ping.groupKey, plannedOf(ping.occurrence)),
    ...(channel === undefined ? [] : [channelBinding(channel)]),
  ];
  const found = await Promise.all(bindings.map(name => findBinding(sending.db, guildId, name)));
  return found.flatMap(binding => (binding?.state === 'bound' ? [binding.discordId] : []));
}

async function directChannelIfAny(sending: Sending, userId: string): Promise<string | SendResult | undefined> {
  try {
    return await directChannel(sending, userId);
  } catch (error) {
    if (hasCode(error, ...dmsClosed)) return undefined;
    if (!hasCode(error, tooFast)) throw error;
    sending.directMessages.slowDown();
    return { kind: 'transient', reason: 'many direct messages are being sent' };
  }
}
