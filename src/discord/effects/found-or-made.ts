/** A role or channel of Cairn's own: found by its stored id, else made, once, whatever crashes in between. */
import type { SendResult } from '../../domain/delivery.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { bind, findBinding, forgetBinding, markGone, renewReservation, reserve } from '../../store/bindings.ts';
import { createdAt } from '../discord-clock.ts';
import { isRefusal, resultOf } from './refusal.ts';
import type { Sending } from './sending.ts';

/** What is kept on a server under one binding, and how it is made. */
export interface Own<T extends { readonly id: string }> {
  readonly binding: string;
  /** From the cache. */
  known(id: string): T | undefined;
  /** From Discord. */
  all(): Promise<readonly T[]>;
  /** Exactly what `make` makes, in every respect. */
  looksMade(thing: T): boolean;
  /** What keeps us from making it. */
  obstacle(): OrganiserProblem | undefined;
  make(): Promise<T>;
  unmake(thing: T): Promise<void>;
  /** What organisers hear when Discord does not let us make it. */
  readonly forbidden: OrganiserProblem;
  /** And when it was deleted by hand. */
  readonly deleted: OrganiserProblem;
}

/** `since`: when it was made. */
export type Found<T> = { readonly kind: 'ready'; readonly thing: T; readonly since: Temporal.Instant } | SendResult;

/** Our clock and Discord's may differ by this much. */
const skew = Temporal.Duration.from({ seconds: 10 });
/** No request sent at the time of a reservation can still take effect after this. */
const underWay = Temporal.Duration.from({ seconds: 12 });

export async function findOrMake<T extends { readonly id: string }>(sending: Sending, own: Own<T>): Promise<Found<T>> {
  const { db, guild } = sending;
  const bound = await findBinding(db, guild.id, own.binding);
  switch (bound?.state) {
    case 'bound':
      return await findBound(sending, own, bound);
    case 'gone':
      return { kind: 'blocked', problem: own.deleted };
    case 'reserved':
      return await recover(sending, own, bound.since);
    case undefined:
      return await make(sending, own, since => reserve(db, guild.id, own.binding, since));
  }
}

const beingMade: SendResult = { kind: 'transient', reason: 'another worker is making it' };

async function findBound<T extends { readonly id: string }>(
  sending: Sending,
  own: Own<T>,
  { discordId: id, since }: { readonly discordId: string; readonly since: Temporal.Instant },
): Promise<Found<T>> {
  // The cache may be late; only Discord itself can say that something is gone.
  const thing = own.known(id) ?? (await own.all()).find(other => other.id === id);
  if (thing) return { kind: 'ready', thing, since };
  await markGone(sending.db, sending.guild.id, id);
  return { kind: 'blocked', problem: own.deleted };
}

/** Somebody set out to make it and nobody knows how far they came. */
async function recover<T extends { readonly id: string }>(
  sending: Sending,
  own: Own<T>,
  since: Temporal.Instant,
): Promise<Found<T>> {
  const { db, guild, now, log } = sending;
  const start = since.subtract(skew).epochMilliseconds;
  const made = (await own.all()).find(thing => own.looksMade(thing) && createdAt(thing.id) >= start);
  if (made) {
    log.info({ guildId: guild.id, binding: own.binding, id: made.id }, 'found what an interrupted attempt had made');
    return await keep(sending, own, since, made);
  }
  if (Temporal.Instant.compare(now(), since.add(underWay)) < 0) return beingMade;
  return await make(sending, own, renewed => renewReservation(db, guild.id, own.binding, since, renewed));
}

/** @param reserveAt false when somebody else holds the reservation. */
async function make<T extends { readonly id: string }>(
  sending: Sending,
  own: Own<T>,
  reserveAt: (since: Temporal.Instant) => Promise<boolean>,
): Promise<Found<T>> {
  const { db, guild, now, log, refusals } = sending;
  const problem = own.obstacle();
  if (problem) return { kind: 'blocked', problem };
  return await refusals.unlessForbidden(guild.id, own.binding, async (): Promise<Found<T>> => {
    const since = now();
    // The reservation is on disk before the request: whatever happens to us, the next one knows that and where to look.
    if (!(await reserveAt(since))) return beingMade;
    let thing: T;
    try {
      thing = await own.make();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await forgetBinding(db, guild.id, own.binding);
      return resultOf(error, { forbidden: own.forbidden });
    }
    log.info({ guildId: guild.id, binding: own.binding, id: thing.id }, 'made what was missing on the server');
    return await keep(sending, own, since, thing);
  });
}

async function keep<T extends { readonly id: string }>(
  sending: Sending,
  own: Own<T>,
  since: Temporal.Instant,
  thing: T,
): Promise<Found<T>> {
  const { db, guild } = sending;
  if (await bind(db, guild.id, own.binding, since, thing.id)) return { kind: 'ready', thing, since };
  // We slept past our reservation, and somebody else went on. If they did not find this one, theirs stays.
  const binding = await findBinding(db, guild.id, own.binding);
  const kept = binding?.state === 'bound' && binding.discordId === thing.id;
  if (kept) return { kind: 'ready', thing, since };
  await own.unmake(thing);
  return beingMade;
}

/** A namesake is worth a word when ours has just appeared beside it, not for ever. */
export function isNew(since: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, since.add({ hours: 24 })) < 0;
}
