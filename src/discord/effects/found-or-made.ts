/** A role or channel of Cairn's own: found by its stored id, else made, once, whatever crashes in between. */
import type { Attributes } from '../../domain/attributes.ts';
import type { SendResult } from '../../domain/delivery.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { bind, findBinding, forgetBinding, markGone, renewReservation, reserve } from '../../store/bindings.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { createdAt } from '../discord-clock.ts';
import { isRefusal, resultOf } from './refusal.ts';
import { confirmed } from './second-look.ts';
import type { Sending } from './sending.ts';

interface Identified {
  readonly id: string;
}

/** What is kept on a server under one binding, and how it is made. */
export interface Own<T extends Identified> {
  readonly binding: string;
  /** From the cache. */
  known(id: string): T | undefined;
  /** From Discord. */
  all(): Promise<readonly T[]>;
  /** Exactly what `make` makes, in every respect. */
  looksMade(thing: T): boolean;
  /** What keeps us from making it, by the cache. */
  obstacle(): OrganiserProblem | undefined;
  make(): Promise<T>;
  /** Nobody else makes the like, and we make it once: whenever it was made, it is the one. */
  readonly isUnmistakable?: true;
  unmake(thing: T): Promise<void>;
  /** What `make` sets on it, where the community's file says so. */
  readonly set?: Attributes;
  /** What is recorded together with the binding. */
  bound?(tx: Db, thing: T): Promise<void>;
  /** What organisers hear when Discord does not let us make it. */
  readonly forbidden: OrganiserProblem;
  /** And when it was deleted by hand; absent: whoever asked looks again what that means. */
  readonly deleted?: OrganiserProblem;
}

/** `since`: when it was made. */
export type Found<T> = { readonly kind: 'ready'; readonly thing: T; readonly since: Temporal.Instant } | SendResult;

/** How well we know Discord's clock, by which its ids are made. */
const precision = 10_000;
/** No request sent at the time of a reservation can still take effect after this. */
const underWay = Temporal.Duration.from({ seconds: 12 });

export async function findOrMake<T extends Identified>(sending: Sending, own: Own<T>): Promise<Found<T>> {
  const { db, guild, refusals } = sending;
  const binding = await findBinding(db, guild.id, own.binding);
  if (binding?.state === 'gone') return goneOf(own);
  if (binding?.state !== 'bound') {
    // In turn: whoever looks for what another has made here must not do so while that one is still making it.
    return await refusals.unlessForbidden(guild.id, own.binding, () => recoverOrMake(sending, own));
  }
  const thing = await look(own, binding.discordId);
  if (thing) return { kind: 'ready', thing, since: binding.since };
  await markGone(db, guild.id, binding.discordId);
  return goneOf(own);
}

function goneOf({ deleted }: Pick<Own<Identified>, 'deleted'>): SendResult {
  return deleted ? { kind: 'blocked', problem: deleted } : { kind: 'transient', reason: 'it was deleted' };
}

const beingMade: SendResult = { kind: 'transient', reason: 'another worker is making it' };

/** The cache may be late; only Discord itself can say that something is gone. */
async function look<T extends Identified>(own: Own<T>, id: string): Promise<T | undefined> {
  return own.known(id) ?? (await own.all()).find(thing => thing.id === id);
}

async function recoverOrMake<T extends Identified>(sending: Sending, own: Own<T>): Promise<Found<T>> {
  const { db, guild, now } = sending;
  const binding = await findBinding(db, guild.id, own.binding);
  if (!binding) return await make(sending, own, since => reserve(db, guild.id, own.binding, since));
  const { state, since } = binding;
  if (state === 'reserved') {
    const couldBeUnderWay = Temporal.Instant.compare(now(), since.add(underWay)) < 0;
    const recovered = await recover(sending, own, since);
    if (recovered || couldBeUnderWay) return recovered ?? beingMade;
    return await make(sending, own, renewed => renewReservation(db, guild.id, own.binding, since, renewed));
  }
  // Made while we waited for our turn.
  const thing = state === 'bound' ? await look(own, binding.discordId) : undefined;
  return thing ? { kind: 'ready', thing, since } : beingMade;
}

/** Somebody set out to make it and nobody knows how far they came. */
async function recover<T extends Identified>(
  sending: Sending,
  own: Own<T>,
  since: Temporal.Instant,
): Promise<Found<T> | undefined> {
  const { guild, clock, log } = sending;
  // Its answer shows Discord's time as well.
  const all = await own.all();
  const start = since.epochMilliseconds + clock.ahead() - precision;
  const made = all.find(thing => own.looksMade(thing) && (own.isUnmistakable || createdAt(thing.id) >= start));
  if (!made) return undefined;
  // Where the reservation is another's by now, this may be what that one is about to bind.
  if (!(await bindTo(sending, own, since, made))) return beingMade;
  log.info({ guildId: guild.id, binding: own.binding, id: made.id }, 'Found what an interrupted attempt had made');
  return { kind: 'ready', thing: made, since };
}

/** @param reserveAt false when somebody else holds the reservation. */
async function make<T extends Identified>(
  sending: Sending,
  own: Own<T>,
  reserveAt: (since: Temporal.Instant) => Promise<boolean>,
): Promise<Found<T>> {
  const { guild, now, log } = sending;
  const problem = await confirmed(sending, own.obstacle);
  if (problem) return { kind: 'blocked', problem };
  const since = now();
  // The reservation is on disk before the request: whatever happens to us, the next one knows that and where to look.
  if (!(await reserveAt(since))) return beingMade;
  let thing: T;
  try {
    thing = await own.make();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await release(sending, own.binding, since);
    return resultOf(error, { forbidden: own.forbidden });
  }
  log.info({ guildId: guild.id, binding: own.binding, id: thing.id }, 'Made what was missing on the server');
  return await keepMade(sending, own, since, thing);
}

/** Nothing was made, so there is nothing to look for; unless the reservation is another's by now. */
async function release({ db, guild }: Sending, name: string, since: Temporal.Instant): Promise<void> {
  await inTransaction(db, async tx => {
    const binding = await findBinding(tx, guild.id, name);
    const isOurs = binding?.state === 'reserved' && binding.since.epochMilliseconds === since.epochMilliseconds;
    if (isOurs) await forgetBinding(tx, guild.id, name);
  });
}

async function keepMade<T extends Identified>(
  sending: Sending,
  own: Own<T>,
  since: Temporal.Instant,
  thing: T,
): Promise<Found<T>> {
  const { db, guild, log } = sending;
  if (await bindTo(sending, own, since, thing)) return { kind: 'ready', thing, since };
  // We slept past our reservation. Whoever went on found what we made, or made another.
  const winner = await findBinding(db, guild.id, own.binding);
  if (winner?.state !== 'bound') return beingMade;
  if (winner.discordId === thing.id) return { kind: 'ready', thing, since };
  await own.unmake(thing).catch(error => {
    log.warn({ err: error, guildId: guild.id, id: thing.id }, 'What was made twice could not be deleted');
  });
  return beingMade;
}

async function bindTo<T extends Identified>(
  { db, guild }: Sending,
  own: Own<T>,
  since: Temporal.Instant,
  thing: T,
): Promise<boolean> {
  return await inTransaction(db, async tx => {
    if (!(await bind(tx, guild.id, own.binding, since, thing.id, own.set))) return false;
    await own.bound?.(tx, thing);
    return true;
  });
}

/** A namesake is worth a word when ours has just appeared beside it, not for ever. */
export function isNew(since: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, since.add({ hours: 24 })) < 0;
}
