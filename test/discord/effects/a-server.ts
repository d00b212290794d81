/** A server on the local Discord with the real client in it, a store, and the sender of effects. */
import { once } from 'node:events';
import { type Client, type ClientEvents, Events } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Application, type Guild, type LocalDiscord, startDiscord } from '../../../playground/discord/index.ts';
import { createClient } from '../../../src/discord/client.ts';
import { createDiscordClock } from '../../../src/discord/discord-clock.ts';
import { createSender, type Send } from '../../../src/discord/effects/sender.ts';
import { countInvalidRequests } from '../../../src/discord/invalid-requests.ts';
import { invitePermissions } from '../../../src/discord/invite.ts';
import { systemTime } from '../../../src/discord/time.ts';
import type { Certificate } from '../../../src/domain/curriculum.ts';
import type { SendResult } from '../../../src/domain/delivery.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import { createLog, type Log } from '../../../src/log.ts';
import { saveCertificates } from '../../../src/store/certificates.ts';
import type { Db } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open.ts';
import { aCommunity } from '../../support/a-community.ts';
import { aCurriculum } from '../../support/builders.ts';

export const title = 'Distributed Systems Leader';
const certificates: readonly Certificate[] = [
  { id: 'leader', title, pathId: 'level-leader', itemIds: [] },
  { id: 'architect', title: 'Distributed Systems Architect', pathId: 'level-architect', itemIds: [] },
];
export const curriculum = aCurriculum({ certificates });
export const community = aCommunity();

export interface Server {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly application: Application;
  readonly client: Client;
  readonly db: Db;
  readonly log: Log;
  readonly send: Send;
  readonly now: () => Temporal.Instant;
  /** Carries out an effect; the number counts attempts. */
  attempt(effect: Effect, number?: number): Promise<SendResult>;
  /** Another process of the bot on the same database. */
  another(): Promise<{ readonly client: Client; readonly send: Send }>;
  /** Makes a change and waits until the client has heard of it. */
  hears(event: keyof ClientEvents, change: () => unknown, until?: () => boolean): Promise<void>;
  grantTo(member: { readonly id: string }, certificateId?: string): Effect;
  /** With the certificate on record. */
  announcementOf(member: { readonly id: string }, certificateId?: string): Promise<Effect>;
  /** "PUT /guilds/:guild/members/:member/roles/:role", in order, since the client was ready. */
  asked(): readonly string[];
}

export interface ServerOptions {
  readonly permissions?: bigint;
  /** Off where a test is about something else and sends much. */
  readonly rateLimits?: false;
  /** Before the bot connects. */
  readonly prepare?: (guild: Guild, discord: LocalDiscord) => void;
}

export async function aServer(options: ServerOptions = {}): Promise<Server> {
  const { permissions = invitePermissions, rateLimits, prepare } = options;
  const discord = await startDiscord(rateLimits === false ? { rateLimits } : {});
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const application = discord.createApplication({ name: 'Cairn' });
  discord.invite(application, guild, permissions);
  prepare?.(guild, discord);
  const store = await openStore('file::memory:');
  const { db } = store;
  const log = createLog({ level: 'silent' });
  const now = () => discord.clock.now();
  const askedAt = now();
  const clients: Client[] = [];

  const another = async () => {
    const invalid = countInvalidRequests(() => now().epochMilliseconds);
    const clock = createDiscordClock(systemTime(now), async () => {});
    const client = createClient({
      apiUrl: discord.url,
      memberSync: false,
      log,
      onDate: clock.observe,
      onFatal: () => {},
      invalid,
    });
    clients.push(client);
    const ready = once(client, Events.ClientReady);
    await client.login(application.token);
    await ready;
    return { client, send: createSender({ client, invalid, clock, db, curriculum, community, now, log }) };
  };
  onTestFinished(async () => {
    for (const client of clients) await client.destroy();
    await discord.close();
    await store.close();
  });

  const { client, send } = await another();
  const before = discord.requests.length;
  const memberOf = ({ id }: { readonly id: string }) => ({ guildId: guild.id, userId: id });
  return {
    discord,
    guild,
    application,
    client,
    db,
    log,
    send,
    now,
    another,
    attempt: (effect, number = 1) => send(effect, { number, askedAt }),
    async hears(event, change, until = () => true) {
      let heard = once(client, event);
      change();
      do {
        await heard;
        heard = once(client, event);
      } while (!until());
    },
    grantTo: (member, certificateId = 'leader') => ({ kind: 'grant-role', member: memberOf(member), certificateId }),
    async announcementOf(member, certificateId = 'leader') {
      const earned = { certificateId, at: now(), curriculumVersion: curriculum.version, items: 12 };
      await saveCertificates(db, memberOf(member), [earned]);
      return { kind: 'announce-certificate', member: memberOf(member), certificateId };
    },
    asked: () => discord.requests.slice(before).map(({ method, route }) => `${method} ${route}`),
  };
}
