/** Connecting for the first time: with patience while Discord is away, and never at the price of the token. */
import type { Client } from 'discord.js';
import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { Log } from '../log.ts';
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
const longestWait = 60_000;

export async function connect(connecting: Connecting): Promise<void> {
  const { client, token, closing } = connecting;
  client.rest.setToken(token);
  try {
    await untilWelcome(connecting);
    closing.throwIfAborted();
    await client.login(token);
  } catch (error) {
    throw finalRefusal(error) ?? error;
  }
}

/** discord.js gives up where this fails, so it is asked first. */
async function untilWelcome({ client, time, log, closing }: Connecting): Promise<void> {
  for (let wait = 1_000; !closing.aborted; wait = Math.min(wait * 2, longestWait)) {
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
