/** Connecting for the first time: with patience while Discord is away, and never at the price of the token. */
import { Client } from 'discord.js';
import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { Log } from '../log.ts';
import { resultOf } from './effects/refusal.ts';
import { finalRefusal } from './fatal.ts';
import { pause, type Time } from './time.ts';

export interface Connecting {
  readonly client: Client;
  readonly token: string;
  readonly time: Time;
  readonly log: Log;
  readonly closing: AbortSignal;
}

/** Sessions are counted; a bot that uses them all up loses its token. */
const fewSessions = 10;
const shortestWait = 1_000;
const longestWait = 60_000;
const longer = (wait: number) => Math.min(wait * 2, longestWait);

export async function connect(connecting: Connecting): Promise<void> {
  const { client, token, time, log, closing } = connecting;
  for (let wait = shortestWait; ; wait = longer(wait)) {
    client.rest.setToken(token);
    try {
      await untilWelcome(connecting);
      closing.throwIfAborted();
      await login(connecting);
      return;
    } catch (error) {
      if (closing.aborted || !mayPass(error)) throw finalRefusal(error) ?? error;
      log.warn({ err: error, wait }, 'Discord could not be reached after all: trying again');
      await pause(time, wait, closing);
    }
  }
}

/** discord.js asks once more where it may connect, and if just that fails it destroys the client for good. */
async function login({ client, token, closing }: Connecting): Promise<void> {
  client.destroy = async () => {
    if (closing.aborted) await Client.prototype.destroy.call(client);
  };
  try {
    await client.login(token);
  } finally {
    Reflect.deleteProperty(client, 'destroy');
  }
}

/** Discord or the network is unwell; anything else is no use in trying again. */
function mayPass(error: unknown): boolean {
  if (finalRefusal(error)) return false;
  try {
    return resultOf(error).kind === 'transient';
  } catch {
    return false;
  }
}

/** discord.js gives up where this fails, so it is asked first. */
async function untilWelcome({ client, time, log, closing }: Connecting): Promise<void> {
  for (let wait = shortestWait; !closing.aborted; wait = longer(wait)) {
    try {
      const { session_start_limit: limit } = (await client.rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
      if (limit.remaining >= fewSessions) return;
      log.error({ remaining: limit.remaining, wait: limit.reset_after }, 'Too many connections today: waiting');
      await pause(time, limit.reset_after, closing);
    } catch (error) {
      if (finalRefusal(error)) throw error;
      log.warn({ err: error, wait }, 'Discord cannot be reached: trying again');
      await pause(time, wait, closing);
    }
  }
}
