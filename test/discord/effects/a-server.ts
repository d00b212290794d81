/** A server on the local Discord with the real client in it, a store, and the sender of effects. */
import { once } from 'node:events';
import { type Client, type ClientEvents, Events, type REST } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Application, type Guild, type LocalDiscord, startDiscord } from '../../../playground/discord/index.ts';
import { anyStatusIndex } from '../../../src/credentials/status-entry.ts';
import { createClient } from '../../../src/discord/client.ts';
import { createDiscordClock } from '../../../src/discord/discord-clock.ts';
import { createSender, type Send } from '../../../src/discord/effects/sender.ts';
import { countInvalidRequests } from '../../../src/discord/invalid-requests.ts';
import { invitePermissions } from '../../../src/discord/invite.ts';
import { systemTime } from '../../../src/discord/time.ts';
import type { Community } from '../../../src/domain/community.ts';
import type { Certificate, Curriculum } from '../../../src/domain/curriculum.ts';
import type { SendResult } from '../../../src/domain/delivery.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import { buildIndex } from '../../../src/domain/search.ts';
import { bindFlows, type Flows } from '../../../src/flows/index.ts';
import { createLog, type Log } from '../../../src/log.ts';
import type { Pictures } from '../../../src/pictures/pictures.ts';
import { saveCertificates } from '../../../src/store/certificates.ts';
import type { Db } from '../../../src/store/database.ts';
import { saveIssued } from '../../../src/store/issued-certificates.ts';
import { openStore } from '../../../src/store/open.ts';
import { aCommunity } from '../../support/a-community.ts';
import { aCurriculum } from '../../support/builders.ts';
import { printShop } from '../../support/print-shop.ts';

export const title = 'Distributed Systems Leader';
const certificates: readonly Certificate[] = [
  { id: 'leader', title, pathId: 'level-leader', itemIds: [] },
  { id: 'architect', title: 'Distributed Systems Architect', pathId: 'level-architect', itemIds: [] },
];
const plain = { curriculum: aCurriculum({ certificates }), community: aCommunity() };
export const { curriculum, community } = plain;

const anIssued = {
  title,
  pathTitle: 'Leader',
  name: 'Ada',
  items: [{ itemId: 'law-1', title: 'Law 1', level: 'self-marked' }],
  salt: 'c2FsdA',
  get statusIndex() {
    return anyStatusIndex(0);
  },
} as const;

export interface Server {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly application: Application;
  readonly client: Client;
  readonly db: Db;
  readonly log: Log;
  readonly send: Send;
  readonly flows: Flows;
  readonly now: () => Temporal.Instant;
  /** Carries out an effect; the number counts attempts. */
  attempt(effect: Effect | Promise<Effect>, number?: number): Promise<SendResult>;
  /** Another process of the bot on the same database. */
  another(): Promise<{ readonly client: Client; readonly send: Send }>;
  /** Makes a change and waits until the client has heard of it. */
  hears(event: keyof ClientEvents, change: () => unknown, until?: () => boolean): Promise<void>;
  /** With the certificate on record. */
  grantTo(member: { readonly id: string }, certificateId?: string): Promise<Effect>;
  /** With the certificate on record and issued. */
  announcementOf(member: { readonly id: string }, certificateId?: string): Promise<Effect>;
  /** "PUT /guilds/:guild/members/:member/roles/:role", in order, since the client was ready. */
  asked(): readonly string[];
}

/** discord.js keeps to limits by the system's clock, which does not go as fast as the test's. */
function liftLimits(rest: REST): void {
  const { options } = rest;
  options.globalRequestsPerSecond = 1_000_000;
  rest.globalRemaining = options.globalRequestsPerSecond;
  const { makeRequest } = options;
  options.makeRequest = async (...asked) => {
    const answer = await makeRequest(...asked);
    for (const name of ['limit', 'remaining', 'reset', 'reset-after']) answer.headers.delete(`x-ratelimit-${name}`);
    return answer;
  };
}

export interface ServerOptions {
  readonly permissions?: bigint;
  /** Default: one without roles, but for those of certificates. */
  readonly community?: Community;
  readonly curriculum?: Curriculum;
  /** Off where a test is about something else and sends much. */
  readonly rateLimits?: false;
  /** Default: those that the tests of a worker share. */
  readonly pictures?: Pictures;
  /** Before the bot connects. */
  readonly prepare?: (guild: Guild, discord: LocalDiscord) => void;
}

export async function aServer(options: ServerOptions = {}): Promise<Server> {
  const { permissions = invitePermissions, rateLimits, pictures, prepare } = options;
  const { curriculum, community } = { ...plain, ...options };
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
  const flows = bindFlows({
    db,
    curriculum,
    community,
    items: buildIndex([]),
    paths: buildIndex([]),
    timeZone: 'UTC',
    ...printShop,
    ...(pictures && { pictures }),
    now,
    wake: () => {},
  });
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
    if (rateLimits === false) liftLimits(client.rest);
    const ready = once(client, Events.ClientReady);
    await client.login(application.token);
    await ready;
    return { client, send: createSender({ client, invalid, clock, db, curriculum, community, flows, now, log }) };
  };
  onTestFinished(async () => {
    for (const client of clients) await client.destroy();
    await discord.close();
    await store.close();
  });

  const { client, send } = await another();
  const before = discord.requests.length;
  const earned = (certificateId: string) => ({
    certificateId,
    at: now(),
    curriculumVersion: curriculum.version,
    items: 12,
  });
  const memberOf = ({ id }: { readonly id: string }) => ({ guildId: guild.id, userId: id });
  return {
    discord,
    guild,
    application,
    client,
    db,
    log,
    send,
    flows,
    now,
    another,
    attempt: async (effect, number = 1) => send(await effect, { number, askedAt }),
    async hears(event, change, until = () => true) {
      let heard = once(client, event);
      change();
      do {
        await heard;
        heard = once(client, event);
      } while (!until());
    },
    async grantTo(member, certificateId = 'leader') {
      await saveCertificates(db, memberOf(member), [earned(certificateId)]);
      return { kind: 'sync-roles', member: memberOf(member), because: certificateId };
    },
    async announcementOf(member, certificateId = 'leader') {
      await saveCertificates(db, memberOf(member), [earned(certificateId)]);
      await saveIssued(
        db,
        { ...anIssued, id: crypto.randomUUID(), member: memberOf(member), certificateId },
        '1',
        now(),
      );
      return { kind: 'announce-certificate', member: memberOf(member), certificateId };
    },
    asked: () => discord.requests.slice(before).map(({ method, route }) => `${method} ${route}`),
  };
}
