/** Jobs on a server, and how far each has come. The outbox wakes them: each is worked off by an effect of its own. */
import type { Job, JobKind, JobProgress, JobState } from '../domain/job.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { enqueue, requeue } from './outbox.ts';
import { type Given, prepare } from './prepare.ts';
import { parsed } from './problem-payload.ts';

export interface NewJob {
  readonly guildId: string;
  readonly kind: JobKind;
  readonly key: string;
  readonly payload: unknown;
  readonly total: number;
  readonly startedBy?: string;
}

type Entry = {
  guildId: string;
  kind: JobKind;
  key: string;
  payload: string;
  total: number;
  startedBy: string | null;
  now: string;
};

const insert = prepare((db, given: Given<Entry>) =>
  db
    .insertInto('jobs')
    .values({
      guild_id: given.guildId,
      kind: given.kind,
      key: given.key,
      payload: given.payload,
      state: 'running',
      done: 0,
      total: given.total,
      written: 0,
      started_by: given.startedBy,
      started_at: given.now,
      changed_at: given.now,
    })
    .onConflict(conflict => conflict.columns(['guild_id', 'key']).doNothing())
    .returning('id'),
);

const find = prepare((db, given: Given<{ guildId: string; id: number }>) =>
  db.selectFrom('jobs').selectAll().where('guild_id', '=', given.guildId).where('id', '=', given.id),
);

const latest = prepare((db, given: Given<{ guildId: string; limit: number }>) =>
  db.selectFrom('jobs').selectAll().where('guild_id', '=', given.guildId).orderBy('id', 'desc').limit(given.limit),
);

const latestOfKind = prepare((db, given: Given<{ guildId: string; kind: JobKind }>) =>
  db
    .selectFrom('jobs')
    .selectAll()
    .where('guild_id', '=', given.guildId)
    .where('kind', '=', given.kind)
    .orderBy('id', 'desc')
    .limit(1),
);

type Slice = {
  guildId: string;
  id: number;
  state: JobState;
  cursor: string | null;
  done: number;
  total: number;
  written: number;
  outcome: string | null;
  now: string;
  endedAt: string | null;
};

const save = prepare((db, given: Given<Slice>) =>
  db
    .updateTable('jobs')
    .set({
      state: given.state,
      cursor: given.cursor,
      done: given.done,
      total: given.total,
      written: given.written,
      outcome: given.outcome,
      changed_at: given.now,
      ended_at: given.endedAt,
    })
    .where('guild_id', '=', given.guildId)
    .where('id', '=', given.id)
    .where('state', '=', 'running'),
);

/** Of a slice that was under way when somebody paused the job. */
const keep = prepare((db, given: Given<Omit<Slice, 'state' | 'outcome' | 'endedAt'>>) =>
  db
    .updateTable('jobs')
    .set({
      cursor: given.cursor,
      done: given.done,
      total: given.total,
      written: given.written,
      changed_at: given.now,
    })
    .where('guild_id', '=', given.guildId)
    .where('id', '=', given.id)
    .where('state', '=', 'paused'),
);

const turn = prepare((db, given: Given<{ guildId: string; id: number; from: JobState; to: JobState; now: string }>) =>
  db
    .updateTable('jobs')
    .set({ state: given.to, changed_at: given.now })
    .where('guild_id', '=', given.guildId)
    .where('id', '=', given.id)
    .where('state', '=', given.from),
);

/** The job's id; undefined when one of that key has been started before. In a transaction; wake the sender after it. */
export async function startJob(tx: Db, job: NewJob, now: Temporal.Instant): Promise<number | undefined> {
  const { payload, startedBy, ...rest } = job;
  const values = { ...rest, payload: JSON.stringify(payload), startedBy: startedBy ?? null, now: toText(now) };
  const id = (await insert.first(tx, values))?.id;
  if (id === undefined) return undefined;
  const jobId = Number(id);
  await enqueue(tx, [{ kind: 'work-job', guildId: job.guildId, jobId }], now);
  return jobId;
}

export async function findJob(db: Db, guildId: string, id: number): Promise<Job | undefined> {
  const row = await find.first(db, { guildId, id });
  return row && jobOf(row);
}

/** Newest first. */
export async function latestJobs(db: Db, guildId: string, limit: number): Promise<readonly Job[]> {
  return (await latest.rows(db, { guildId, limit })).map(jobOf);
}

export async function latestJob(db: Db, guildId: string, kind: JobKind): Promise<Job | undefined> {
  const row = await latestOfKind.first(db, { guildId, kind });
  return row && jobOf(row);
}

/** False when the job does not run any more: somebody has paused it, and what was done stays done. */
export async function saveProgress(
  db: Db,
  { guildId, id }: Pick<Job, 'guildId' | 'id'>,
  { state, cursor, done, total, written, outcome }: JobProgress,
  now: Temporal.Instant,
): Promise<boolean> {
  const isOver = state === 'done' || state === 'stopped';
  const reached = { guildId, id, cursor: cursor ?? null, done, total, written, now: toText(now) };
  const changed = await save.changes(db, {
    ...reached,
    state,
    outcome: outcome === undefined ? null : JSON.stringify(outcome),
    endedAt: isOver ? toText(now) : null,
  });
  if (changed > 0) return true;
  // Paused meanwhile: else it would be resumed from before this slice, and its figures would be short of it.
  await keep.changes(db, reached);
  return false;
}

/** False when it does not run. The slice under way is finished. */
export async function pauseJob(db: Db, guildId: string, id: number, now: Temporal.Instant): Promise<boolean> {
  return (await turn.changes(db, { guildId, id, from: 'running', to: 'paused', now: toText(now) })) > 0;
}

/** False when it is not paused. In a transaction; wake the sender after it. */
export async function resumeJob(tx: Db, guildId: string, id: number, now: Temporal.Instant): Promise<boolean> {
  const values = { guildId, id, from: 'paused', to: 'running', now: toText(now) } as const;
  if ((await turn.changes(tx, values)) === 0) return false;
  await requeue(tx, { kind: 'work-job', guildId, jobId: id }, now);
  return true;
}

/**
 * A job that was resumed while its last slice was still being settled goes on. In the transaction that settles it, and with
 * a write, so that it waits for whoever resumes it just now.
 */
export async function goOnIfRunning(tx: Db, guildId: string, id: number, now: Temporal.Instant): Promise<void> {
  const values = { guildId, id, from: 'running', to: 'running', now: toText(now) } as const;
  if ((await turn.changes(tx, values)) > 0) await requeue(tx, { kind: 'work-job', guildId, jobId: id }, now);
}

type Row = NonNullable<Awaited<ReturnType<typeof find.first>>>;

function jobOf(row: Row): Job {
  const { cursor, outcome, started_by: startedBy, ended_at: endedAt } = row;
  return {
    id: Number(row.id),
    guildId: row.guild_id,
    kind: row.kind,
    key: row.key,
    payload: parsed(row.payload),
    state: row.state,
    ...(cursor === null ? {} : { cursor }),
    done: Number(row.done),
    total: Number(row.total),
    written: Number(row.written),
    ...(outcome === null ? {} : { outcome: parsed(outcome) }),
    ...(startedBy === null ? {} : { startedBy }),
    startedAt: fromText(row.started_at),
    changedAt: fromText(row.changed_at),
    ...(endedAt === null ? {} : { endedAt: fromText(endedAt) }),
  };
}
