/** Where interactions come in and answers go out. */
import { randomInt } from 'node:crypto';
import { type Client, Routes } from 'discord.js';
import type { Curriculum } from '../domain/curriculum.ts';
import type { Flows } from '../flows/index.ts';
import type { Log } from '../log.ts';
import { organisersMessage } from '../views/organisers.ts';
import { createDiscordClock, type DiscordClock } from './discord-clock.ts';
import { createDispatcher } from './dispatcher.ts';
import { namesOn } from './effects/names.ts';
import type { Commands, Interaction } from './interaction.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import { createNotices } from './notices.ts';
import { createReturning } from './returning.ts';
import type { Time } from './time.ts';
import { createTokenRoutes } from './token-routes.ts';

export interface ReceptionOptions {
  readonly client: Client;
  readonly apiUrl: string;
  readonly commands: Commands;
  readonly flows: Flows;
  readonly curriculum: Curriculum;
  readonly time: Time;
  readonly invalid: InvalidRequests;
  readonly log: Log;
  readonly answerTimeout: number;
}

export interface Reception {
  readonly clock: DiscordClock;
  receive(interaction: Interaction): void;
  /** The `Date` of any answer of Discord. */
  onDate(date: string | null): void;
  close(atMost: number): Promise<void>;
}

export function openReception(options: ReceptionOptions): Reception {
  const { client, apiUrl, commands, flows, curriculum, time, log } = options;
  const clock = createDiscordClock(time, () => client.rest.get(Routes.gatewayBot()));
  const routes = createTokenRoutes({
    apiUrl,
    timeout: options.answerTimeout,
    onDate: clock.observe,
    invalid: options.invalid,
  });
  const notices = createNotices({
    flows,
    log,
    word(guildId, problems, locale) {
      const guild = client.guilds.cache.get(guildId);
      return guild && organisersMessage(problems, namesOn(guild, curriculum), locale);
    },
  });
  const returning = createReturning({ flows, log });
  const courier = { routes, clock, time, log };
  const dispatcher = createDispatcher({ courier, commands, flows, notices, returning, incidentId });
  return {
    clock,
    receive: dispatcher.receive,
    onDate: clock.observe,
    async close(atMost) {
      await dispatcher.drain(atMost);
      routes.close();
    },
  };
}

/** Six letters and digits that cannot be mistaken for one another. */
function incidentId(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');
}
