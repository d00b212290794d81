/** The schedule on a real store, with a sender that answers what the test says and a clock that it moves. */
import type { SendResult } from '../../src/domain/delivery.ts';
import type { Effect } from '../../src/domain/effect.ts';
import { createLog } from '../../src/log.ts';
import type { Send } from '../../src/schedule/carrying-out.ts';
import { type Schedule, type ScheduleOptions, startSchedule } from '../../src/schedule/schedule.ts';
import type { Store } from '../../src/store/open.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { at } from '../support/builders.ts';

export const ada = { guildId: '10', userId: '20' };
export const ben = { guildId: '10', userId: '21' };
export const delivered: SendResult = { kind: 'delivered' };

export function grant(member = ada, because = '1'): Effect {
  return { kind: 'sync-roles', member, because };
}

export function announce(member = ada, certificateId = 'leader'): Effect {
  return { kind: 'announce-certificate', member, certificateId };
}

export interface MovableClock {
  now(): Temporal.Instant;
  advance(duration: Temporal.DurationLike): void;
  onChange(listener: () => void): () => void;
}

export function aClock(start = at('2026-03-02')): MovableClock {
  let current = start;
  const listeners = new Set<() => void>();
  return {
    now: () => current,
    advance(duration) {
      current = current.add(duration);
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A log that can be waited for. */
export function aLog() {
  const lines: Record<string, unknown>[] = [];
  let written = Promise.withResolvers<void>();
  const destination = {
    write(line: string) {
      lines.push(JSON.parse(line));
      written.resolve();
      written = Promise.withResolvers();
    },
  };
  return {
    log: createLog({ level: 'info', destination }),
    lines,
    /** The next line from now on. */
    next: () => written.promise,
    /** The first line so far or from now on that has these fields. */
    async says(fields: Record<string, unknown>): Promise<Record<string, unknown>> {
      const fits = (line: Record<string, unknown>) =>
        Object.entries(fields).every(([name, value]) => line[name] === value);
      for (;;) {
        const line = lines.find(fits);
        if (line) return line;
        await written.promise;
      }
    },
  };
}

export interface Scene {
  readonly clock: MovableClock;
  readonly log: ReturnType<typeof aLog>;
  readonly schedule: Schedule;
  enqueue(...effects: readonly Effect[]): Promise<void>;
}

export function aScene({ db }: Store, send: Send, more: Partial<ScheduleOptions> = {}): Scene {
  const clock = aClock();
  const log = aLog();
  const { now, onChange: onClockChange } = clock;
  const schedule = startSchedule({ db, send, now, log: log.log, onClockChange, random: () => 0, ...more });
  return {
    clock,
    log,
    schedule,
    async enqueue(...effects) {
      await enqueue(db, effects, clock.now());
      schedule.wake();
    },
  };
}

/** Answers in this order, the last one for ever; keeps what it was asked. */
export function answering(...results: readonly [SendResult, ...SendResult[]]) {
  const sent: { effect: Effect; attempt: number }[] = [];
  const send: Send = async (effect, { number }) => {
    sent.push({ effect, attempt: number });
    return results[sent.length - 1] ?? results.at(-1) ?? delivered;
  };
  return { send, sent };
}

/** Holds what it is asked until the test lets go of it, oldest first. */
export function holding() {
  const held: { effect: Effect; release(result?: SendResult): void }[] = [];
  let arrived = Promise.withResolvers<void>();
  const send: Send = effect => {
    const { promise, resolve } = Promise.withResolvers<SendResult>();
    held.push({ effect, release: (result = delivered) => resolve(result) });
    arrived.resolve();
    arrived = Promise.withResolvers();
    return promise;
  };
  const holds = async (count: number) => {
    while (held.length < count) await arrived.promise;
  };
  return { send, held, holds };
}
