/** Outbox, schedule, sender and listener together, on the local Discord. */
import { Events, PermissionFlagsBits } from 'discord.js';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { listenForRepairs } from '../../../src/discord/effects/listen.ts';
import { createSender, type Send } from '../../../src/discord/effects/sender.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import { startSchedule } from '../../../src/schedule/schedule.ts';
import { nextDue } from '../../../src/store/deliveries.ts';
import { enqueue } from '../../../src/store/outbox.ts';
import { aLog } from '../../schedule/a-schedule.ts';
import { aServer, community, curriculum, type ServerOptions, title } from './a-server.ts';

async function aWorkingServer(options: ServerOptions = {}, through: (send: Send) => Send = send => send) {
  const server = await aServer(options);
  const { client, db, discord, guild, now } = server;
  const log = aLog();
  const onClockChange = (listener: () => void) => discord.clock.onChange(listener);
  const schedule = startSchedule({ db, send: through(server.send), now, log: log.log, onClockChange, random: () => 0 });
  const stopListening = listenForRepairs({
    client,
    db,
    log: log.log,
    settling: 0,
    tell: schedule.tell,
    retryBlocked: schedule.retryBlocked,
  });
  onTestFinished(async () => {
    stopListening();
    await schedule.stop();
  });
  const ask = async (...effects: readonly Effect[]) => {
    await enqueue(db, effects, now());
    schedule.wake();
  };
  const organisers = () => guild.owner.reads(guild.channel('organisers'));
  return { ...server, log, ask, organisers };
}

const withOrganisers: ServerOptions = {
  prepare: guild => {
    const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
    const overwrites = [
      { for: guild.everyone, deny: ViewChannel },
      { for: guild.role('Cairn'), allow: ViewChannel | SendMessages | ReadMessageHistory },
    ];
    guild.systemChannelId = guild.createChannel({ name: 'organisers', overwrites }).id;
  },
};

test('a role too high is told to the organisers once, and given as soon as they drag it below', async () => {
  const { guild, discord, client, log, ask, grantTo, hears, organisers } = await aWorkingServer(withOrganisers);
  const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map(name => guild.join({ name }));
  if (!ada || !ben || !cleo) throw new Error('Somebody is missing.');
  await ask(await grantTo(ada));
  await discord.until(() => ada.has(title));
  const [role, own] = [guild.role(title), guild.role('Cairn')];
  const mayGive = () => client.guilds.cache.get(guild.id)?.roles.cache.get(role.id)?.editable ?? false;
  await hears(
    Events.GuildRoleUpdate,
    () => guild.changeRole(role, { position: own.position + 1 }),
    () => !mayGive(),
  );

  await ask(await grantTo(ben), await grantTo(cleo));
  await log.says({ userId: ben.id, state: 'blocked' });
  await log.says({ userId: cleo.id, state: 'blocked' });
  await discord.until(() => organisers().length > 0);
  expect(organisers()[0]?.text).toContain(`drag **Cairn** above **${title}**`);

  guild.changeRole(role, { position: 1 });
  await discord.until(() => ben.has(title) && cleo.has(title));
  await log.says({ userId: ben.id, state: 'delivered' });
  await log.says({ userId: cleo.id, state: 'delivered' });
  expect(organisers()).toHaveLength(1);
  expect(discord.invalidRequests).toBe(0);
});

test('a role deleted by hand is told at once, though nobody waits for it', async () => {
  const { guild, discord, ask, grantTo, organisers } = await aWorkingServer(withOrganisers);
  const ada = guild.join({ name: 'ada' });
  await ask(await grantTo(ada));
  await discord.until(() => ada.has(title));
  guild.deleteRole(guild.role(title));
  await discord.until(() => organisers().length > 0);
  expect(organisers()[0]?.buttons.map(({ customId }) => customId)).toContain('certificate/recreate/role:leader');
});

const answers = ['drop-after-effect', { status: 500, afterEffect: true }, { status: 502 }, { status: 503 }] as const;
const routes = [/\/roles$/, /\/channels$/, /\/messages$/, /members\/:member\/roles/] as const;
const faults = fc.array(
  fc.record({
    route: fc.constantFrom(...routes),
    answer: fc.constantFrom(...answers),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 10 },
);

interface Accidents {
  readonly lost: readonly { route: RegExp; answer: (typeof answers)[number]; times: number }[];
  /** Of which sendings the result is forgotten; begins anew when it ends. */
  readonly unsaved: readonly boolean[];
}

const accidents: fc.Arbitrary<Accidents> = fc.record({
  lost: faults,
  unsaved: fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
});
const seed = Date.now() % 1_000_000;

test(`whatever answers are lost and wherever bookkeeping fails, all happens exactly once (seed ${seed})`, async () => {
  // Side by side: most of the time is spent waiting for rate limits.
  await Promise.all(fc.sample(accidents, { numRuns: 4, seed }).map(happensOnce));
});

async function happensOnce({ lost, unsaved }: Accidents): Promise<void> {
  let sent = 0;
  // As if the process had died after sending and before it could write down the result.
  const forgetful =
    (send: Send): Send =>
    async (effect, attempt) => {
      const result = await send(effect, attempt);
      sent += 1;
      return unsaved[sent % unsaved.length] && sent < 30 ? { kind: 'transient', reason: 'killed' } : result;
    };
  const { db, guild, discord, log, now, ask, grantTo, announcementOf } = await aWorkingServer(
    { rateLimits: false },
    forgetful,
  );
  for (const { route, answer, times } of lost) {
    discord.faults.next({ route, answer, times, method: route.source.includes('member') ? 'PUT' : 'POST' });
  }
  const members = Array.from({ length: 3 }, (_, index) => guild.join({ name: `m${index}` }));
  for (const member of members) await ask(await grantTo(member), await announcementOf(member));

  const isDone = () => log.lines.filter(({ state }) => state === 'delivered').length === 2 * members.length;
  for (let seen = -1; !isDone(); seen = log.lines.length) {
    if (log.lines.length === seen) await log.next();
    const due = await nextDue(db);
    if (due) discord.clock.advance(now().until(due));
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  }
  expect(members.every(member => member.has(title))).toBe(true);
  expect(guild.roles.filter(({ name }) => name === title)).toHaveLength(1);
  const channels = guild.channels.filter(({ name }) => name === 'certificates');
  expect(channels).toHaveLength(1);
  const shown = channels.flatMap(channel => guild.owner.reads(channel)).map(({ pings }) => pings[0]);
  expect(shown.toSorted()).toEqual(members.map(({ id }) => id).toSorted());
}

test('while Discord refuses much, effects wait and ask for nothing (rule 61)', async () => {
  const { client, db, flows, now, guild, discord } = await aServer();
  const send = createSender({
    client,
    clock: { ahead: () => 0 },
    db,
    curriculum,
    community,
    flows,
    now,
    log: aLog().log,
    invalid: { areMany: () => true },
  });
  const before = discord.requests.length;
  const member = { guildId: guild.id, userId: guild.owner.id };
  const result = await send({ kind: 'sync-roles', member, because: '1' }, { number: 1, askedAt: now() });
  expect(result).toMatchObject({ kind: 'transient' });
  expect(discord.requests).toHaveLength(before);
});
