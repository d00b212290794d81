/**
 * A slice of a pass over members: each is compared with what the store wants, and only who differs is written to. A slice
 * does as much as fits the pace, and says when the next may come; so a pass waits in the outbox, and survives restarts.
 */
import type { DeliveryState } from '../../domain/delivery.ts';
import type { Effect } from '../../domain/effect.ts';
import { type Job, progressOf } from '../../domain/job.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import type { RolePassEnd } from '../../domain/role-pass.ts';
import { fulfilWishes } from '../../flows/fulfil-wishes.ts';
import { inTransaction } from '../../store/database.ts';
import { knownMembers } from '../../store/known-members.ts';
import { lockMember } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import { runningPasses } from '../../store/role-passes.ts';
import { latestSync } from '../../store/role-syncs.ts';
import { resultOf } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { type Synced, syncMember } from '../roles/sync-member.ts';
import type { Worker } from './worker.ts';

interface Payload {
  readonly waits: boolean;
  readonly changedSince?: string;
}

/** Discord lets a bot write about ten roles in ten seconds; reading is kept well below what it allows. */
const readsPerSecond = 10;
const mostWrites = 5;
const second = 1_000;
const longestSlice = 6_000;
const aMoment = Temporal.Duration.from({ seconds: 30 });
const openDeliveries = new Set<DeliveryState | undefined>(['pending', 'blocked']);

export const rolePass: Worker = async (sending, job) => {
  const { db, now } = sending;
  if (await isOthersTurn(sending, job)) return { ...progressOf(job), resumeAfter: aMoment };
  const { waits, changedSince } = job.payload as Payload;
  const since = changedSince === undefined ? undefined : Temporal.Instant.from(changedSince);
  const page = { guildId: job.guildId, after: job.cursor ?? '', limit: readsPerSecond };
  const userIds = await knownMembers(db, { ...page, since });
  const start = now().epochMilliseconds;
  let progress = progressOf(job);
  for (const userId of userIds) {
    const synced = await sync(sending, job, userId);
    progress = { ...progress, written: progress.written + synced.written };
    const { result } = synced;
    if (result.kind === 'transient') return { ...progress, resumeAfter: result.retryAfter ?? aMoment };
    if (result.kind === 'blocked' && (waits || synced.isRefused || concernsAll(result.problem))) {
      const { problem } = result;
      return waits ? { ...progress, problem } : { ...progress, state: 'stopped', outcome: { problem }, problem };
    }
    if (result.kind === 'refused')
      sending.log.error({ guildId: job.guildId, userId, result }, 'Discord refuses a role');
    // One role that cannot be given keeps a sweep from nobody else's.
    if (result.kind === 'blocked') progress = { ...progress, outcome: { problem: result.problem } };
    progress = { ...progress, cursor: userId, done: progress.done + 1 };
    if (now().epochMilliseconds - start > longestSlice || progress.written - job.written >= mostWrites) break;
  }
  progress = { ...progress, total: Math.max(progress.total, progress.done) };
  const isOver = userIds.length < readsPerSecond && progress.cursor === (userIds.at(-1) ?? job.cursor);
  if (isOver) return { ...progress, state: 'done', ...(progress.outcome as Partial<RolePassEnd> | undefined) };
  return { ...progress, resumeAfter: pause(progress.written - job.written, now().epochMilliseconds - start) };
};

/** Until as much time has gone by as the slice's reads and writes may take together. */
function pause(written: number, elapsed: number): Temporal.Duration {
  return Temporal.Duration.from({ milliseconds: Math.max(Math.max(1, written) * second - elapsed, 0) });
}

async function sync(sending: Sending, job: Job, userId: string): Promise<Synced> {
  const member = { guildId: job.guildId, userId };
  const synced = await syncMember(sending, member).catch(
    (error): Synced => ({ result: resultOf(error), written: 0, isRefused: false, wishes: [] }),
  );
  const { result, wishes } = synced;
  if (result.kind === 'deferred' || wishes.length > 0) {
    const { db, now } = sending;
    await inTransaction(db, async tx => {
      await lockMember(tx, member);
      await fulfilWishes(tx, sending, { member, wishes, because: job.key });
      // Whoever can't have it now gets it when they can. Where that waits already, each pass would add one more, for ever.
      const isWaitedFor = openDeliveries.has(await latestSync(tx, member));
      const effect: Effect = { kind: 'sync-roles', member, because: job.key };
      if (result.kind === 'deferred' && !isWaitedFor) await enqueue(tx, [effect], now());
    });
  }
  return synced;
}

/** Two at once would be twice as fast as they may be. One that waits for a repair holds up nobody. */
async function isOthersTurn({ db, now }: Sending, { id, guildId }: Job): Promise<boolean> {
  const lately = now().subtract(aMoment);
  const others = await runningPasses(db, guildId);
  return others.some(other => other.id < id && Temporal.Instant.compare(other.changedAt, lately) > 0);
}

/** With these, nobody can be given anything. */
function concernsAll({ kind }: OrganiserProblem): boolean {
  return kind === 'permission-missing' || kind === 'two-factor';
}
