/** The handle of a running local Discord. */
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import type { Context } from './driver/context.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { FaultQueue } from './rest/faults/faults.ts';
import { describeViolations, type Journal } from './rest/journal.ts';
import type { InvalidRequests } from './rest/rate-limits/invalid-requests.ts';
import type { RateLimiter } from './rest/rate-limits/rate-limits.ts';
import { createApplication } from './state/applications.ts';
import { acting } from './state/audit/audit-log.ts';
import { addBot, createGuild, removeBot } from './state/guilds/guilds.ts';
import { adopt } from './state/interactions/adopt.ts';
import { failUnanswered } from './state/interactions/interactions.ts';
import { restoreSnapshot, takeSnapshot } from './state/snapshot.ts';
import { createUser } from './state/users.ts';
import { channelOf, guildOf, type World } from './state/world.ts';
import type { LocalDiscord } from './surface/local-discord.ts';
import { createWatching } from './watching.ts';

export interface Parts {
  readonly world: World;
  readonly context: Context;
  readonly journal: Journal;
  readonly faults: FaultQueue;
  readonly limiter: RateLimiter;
  readonly invalid: InvalidRequests;
  readonly gateway: Gateway;
  readonly port: number;
  readonly inFlight: () => number;
  readonly stop: () => Promise<void>;
}

export function createLocalDiscord(parts: Parts): LocalDiscord {
  const { world, context, journal, faults, limiter, invalid, gateway, port } = parts;
  const { watching, close: stopWatching } = createWatching(world, journal, parts.inFlight);
  let lastInteraction: GatewayInteractionCreateDispatchData | undefined;
  world.bus.listen(event => {
    if (event.kind === 'interaction-pending') lastInteraction = event.payload;
  });

  const applicationRecord = (id: string) => {
    const record = world.applications.get(id);
    if (record === undefined) throw new Error(`there is no application with the id ${id}`);
    return record;
  };

  const discord: LocalDiscord = {
    ...watching,
    url: `http://127.0.0.1:${port}/api`,
    clockUrl: `http://127.0.0.1:${port}/playground/clock`,
    clock: world.clock,
    violations: journal.violations,
    faults,
    gateway: gateway.control,
    assertNoViolations() {
      if (journal.violations.length > 0) throw new Error(describeViolations(journal.violations));
    },
    get requests() {
      return journal.requests.entries;
    },
    get dispatches() {
      return journal.dispatches.entries;
    },
    onRequest: journal.requests.listen,
    onDispatch: journal.dispatches.listen,
    get earlyRequests() {
      return limiter.early;
    },
    get invalidRequests() {
      return invalid.count;
    },
    get bannedUntil() {
      return invalid.bannedUntil;
    },
    get guilds() {
      return [...world.guilds.values()].map(context.guild);
    },
    guild(idOrName) {
      const found = world.guilds.get(idOrName) ?? [...world.guilds.values()].find(({ name }) => name === idOrName);
      if (found === undefined) throw new Error(`there is no guild "${idOrName}"`);
      return context.guild(found);
    },
    get applications() {
      return [...world.applications.values()].map(context.application);
    },
    application(idOrName) {
      const all = [...world.applications.values()];
      const found = world.applications.get(idOrName) ?? all.find(({ name }) => name === idOrName);
      if (found === undefined) throw new Error(`there is no application "${idOrName}"`);
      return context.application(found);
    },
    createUser: user => createUser(world, user),
    createGuild({ name, owner, locale }) {
      const user = typeof owner === 'string' ? createUser(world, { name: owner }) : world.users.get(owner.id);
      if (user === undefined) throw new Error('createGuild: there is no such user');
      return context.guild(createGuild(world, name, user, locale));
    },
    createApplication: application => context.application(createApplication(world, application)),
    invite(application, guild, permissions) {
      const record = guildOf(world, guild.id);
      acting(world, { userId: record.ownerId, reason: undefined }, () =>
        addBot(world, record, applicationRecord(application.id), permissions),
      );
    },
    expel(application, guild) {
      removeBot(world, guildOf(world, guild.id), applicationRecord(application.id));
    },
    channel: id => context.channel(channelOf(world, id)),
    deliver(interaction) {
      adopt(world, interaction);
      gateway.deliver(interaction);
    },
    get lastInteraction() {
      return lastInteraction;
    },
    snapshot: () => takeSnapshot(world),
    restore(snapshot) {
      failUnanswered(world);
      restoreSnapshot(world, snapshot);
      context.modals.clear();
      gateway.reset();
    },
    async close({ ignoreViolations = false } = {}) {
      stopWatching();
      await parts.stop();
      if (!ignoreViolations) discord.assertNoViolations();
    },
  };
  return discord;
}
