import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { findOrMake, type Own } from '../../../src/discord/effects/found-or-made.ts';
import { rememberRefusals } from '../../../src/discord/effects/refusals.ts';
import type { Sending } from '../../../src/discord/effects/sending.ts';
import { createDirectMessages } from '../../../src/discord/groups/direct-messages.ts';
import { bind, findBinding, renewReservation, reserve } from '../../../src/store/bindings.ts';
import { aServer, community, curriculum } from './a-server.ts';

const binding = 'role:leader';

interface Thing {
  readonly id: string;
}

/** An attempt, and a thing to make that is only noted down. */
async function anAttempt(beforeMade: (sending: Sending) => Promise<unknown> = async () => {}) {
  const { client, db, flows, log, now, guild: server } = await aServer();
  const guild = client.guilds.cache.get(server.id);
  if (!guild) throw new Error('The client does not know its server.');
  const sending: Sending = {
    client,
    db,
    log,
    now,
    curriculum,
    community,
    flows,
    guild,
    refusals: rememberRefusals(now),
    directMessages: createDirectMessages(now),
    invalid: { areMany: () => false },
    signal: AbortSignal.timeout(10_000),
    again: false,
    clock: { ahead: () => 0 },
  };
  const made: string[] = [];
  const unmade: string[] = [];
  const own: Own<Thing> = {
    binding,
    known: () => undefined,
    all: async () => [],
    looksMade: () => true,
    obstacle: () => undefined,
    make: async () => {
      await beforeMade(sending);
      made.push('70');
      return { id: '70' };
    },
    unmake: async ({ id }) => void unmade.push(id),
    forbidden: { kind: 'permission-missing', permission: 'ManageRoles' },
    deleted: { kind: 'role-deleted', roleKey: 'leader' },
  };
  return { sending, own, made, unmade };
}

/** Another process finds our reservation abandoned and makes its own. */
async function takenOver(discordId: string, { db, guild, now }: Sending): Promise<void> {
  const reservation = await findBinding(db, guild.id, binding);
  if (!reservation) throw new Error('There is no reservation.');
  const renewed = now().add({ minutes: 1 });
  await renewReservation(db, guild.id, binding, reservation.since, renewed);
  await bind(db, guild.id, binding, renewed, discordId);
}

test('it is reserved on disk before it is made', async () => {
  let reserved: unknown;
  const { sending, own, made } = await anAttempt(async ({ db, guild }) => {
    reserved = await findBinding(db, guild.id, binding);
  });
  expect(await findOrMake(sending, own)).toMatchObject({ kind: 'ready', thing: { id: '70' } });
  expect(reserved).toMatchObject({ state: 'reserved' });
  expect(made).toEqual(['70']);
  expect(await findBinding(sending.db, sending.guild.id, binding)).toMatchObject({ state: 'bound', discordId: '70' });
});

test('who slept past the reservation while another made it takes back what they made', async () => {
  const { sending, own, unmade } = await anAttempt(later => takenOver('80', later));
  expect(await findOrMake(sending, own)).toMatchObject({ kind: 'transient' });
  expect(unmade).toEqual(['70']);
  expect(await findBinding(sending.db, sending.guild.id, binding)).toMatchObject({ discordId: '80' });
});

test('who slept while another found what they made leaves it', async () => {
  const { sending, own, unmade } = await anAttempt(later => takenOver('70', later));
  expect(await findOrMake(sending, own)).toMatchObject({ kind: 'ready', thing: { id: '70' } });
  expect(unmade).toEqual([]);
});

test('who finds what another is about to bind leaves it', async () => {
  const { sending, own, unmade } = await anAttempt();
  const { db, guild, now } = sending;
  const [since, renewed] = [now(), now().add({ minutes: 1 })];
  await reserve(db, guild.id, binding, since);
  const found = String(BigInt(guild.id) + (1n << 40n));
  const all = async () => {
    await renewReservation(db, guild.id, binding, since, renewed);
    return [{ id: found }];
  };
  expect(await findOrMake(sending, { ...own, all })).toMatchObject({ kind: 'transient' });
  expect(unmade).toEqual([]);
  expect(await bind(db, guild.id, binding, renewed, found)).toBe(true);
});

test('a refusal releases our reservation, and never another’s', async () => {
  const refused = () => {
    throw new DiscordAPIError({ code: 30005, message: 'Too many' }, 30005, 400, 'POST', '', {});
  };
  const ours = await anAttempt(async () => refused());
  expect(await findOrMake(ours.sending, ours.own)).toEqual({ kind: 'blocked', problem: { kind: 'role-limit' } });
  expect(await findBinding(ours.sending.db, ours.sending.guild.id, binding)).toBeUndefined();

  const late = await anAttempt(async sending => {
    await takenOver('80', sending);
    refused();
  });
  await findOrMake(late.sending, late.own);
  expect(await findBinding(late.sending.db, late.sending.guild.id, binding)).toMatchObject({ discordId: '80' });
});
