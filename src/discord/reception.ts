/** Where interactions come in and answers go out. */
import { randomInt } from 'node:crypto';
import { type Client, GatewayIntentBits, Routes } from 'discord.js';
import type { Community } from '../domain/community.ts';
import type { Curriculum } from '../domain/curriculum.ts';
import type { Connection } from '../domain/doctor.ts';
import type { Flows } from '../flows/index.ts';
import type { Log } from '../log.ts';
import { organisersMessage } from '../views/organisers.ts';
import { createDiscordClock, type DiscordClock } from './discord-clock.ts';
import { createDispatcher } from './dispatcher.ts';
import { namesOn } from './effects/names.ts';
import { createHeldForms } from './held-forms.ts';
import type { Commands, Interaction } from './interaction.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import { createKeeping } from './keep-file.ts';
import { lookAgain } from './look-again.ts';
import { createNotices } from './notices.ts';
import { createReturning } from './returning.ts';
import { serverOf } from './server-snapshot.ts';
import type { Time } from './time.ts';
import { createTokenRoutes } from './token-routes.ts';

export interface ReceptionOptions {
  readonly client: Client;
  readonly apiUrl: string;
  readonly commands: Commands;
  readonly flows: Flows;
  readonly curriculum: Curriculum;
  readonly community: Community;
  readonly time: Time;
  readonly invalid: InvalidRequests;
  readonly log: Log;
  readonly answerTimeout: number;
  /** The GUILD_MEMBERS intent was asked for. */
  readonly memberSync?: boolean;
}

export interface Reception {
  readonly clock: DiscordClock;
  receive(interaction: Interaction): void;
  /** The `Date` of any answer of Discord. */
  onDate(date: string | null): void;
  close(atMost: number): Promise<void>;
}

export function openReception(options: ReceptionOptions): Reception {
  const { client, apiUrl, commands, flows, curriculum, community, time, log } = options;
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
      return guild && organisersMessage(problems, namesOn(guild, curriculum, community), locale);
    },
  });
  const returning = createReturning({ flows, log });
  const courier = { routes, clock, time, log };
  const surroundings = {
    server(guildId: string) {
      const guild = client.guilds.cache.get(guildId);
      return guild && serverOf(guild);
    },
    lookAgain: (guildId: string) => lookAgain(client.guilds.cache.get(guildId)),
    connection: () => ({ clockAhead: clock.ahead(), memberSync: syncOf(client, options.memberSync) }),
    keepFile: createKeeping({ client, apiUrl, flows, log }),
  };
  const forms = createHeldForms();
  const handling = { courier, commands, flows, notices, returning, surroundings, forms, incidentId };
  const dispatcher = createDispatcher(handling);
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

function syncOf({ options }: Client, isWanted = false): Connection['memberSync'] {
  if (!isWanted) return 'off';
  return options.intents.has(GatewayIntentBits.GuildMembers) ? 'on' : 'refused';
}

/** Six letters and digits that cannot be mistaken for one another. */
function incidentId(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');
}
