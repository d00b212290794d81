/** One slice of a job: works until its time is up, and saves how far it has come. */
import type { SendResult } from '../../domain/delivery.ts';
import type { Job, JobKind, JobRefused } from '../../domain/job.ts';
import { findJob, saveProgress } from '../../store/jobs.ts';
import { resultOf } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { askNewcomers } from './ask-newcomers.ts';
import { rolePass } from './role-pass.ts';
import { setUp } from './set-up.ts';
import type { Worker } from './worker.ts';

const workers: Partial<Record<JobKind, Worker>> = { 'set-up': setUp, onboarding: askNewcomers, 'role-pass': rolePass };

const atOnce = Temporal.Duration.from({ seconds: 0 });
const aMoment = Temporal.Duration.from({ seconds: 10 });

export async function workJob(sending: Sending, jobId: number): Promise<SendResult> {
  const { db, guild, now } = sending;
  const job = await findJob(db, guild.id, jobId);
  const worker = job && workers[job.kind];
  if (!job || !worker) return { kind: 'refused', reason: `there is no job ${jobId} that this version can do` };
  // Resuming it puts it into the outbox again.
  if (job.state !== 'running') return { kind: 'delivered' };
  const slice = await worker(sending, job).catch(error => afterError(sending, job, error));
  const { resumeAfter = atOnce, problem, ...progress } = slice;
  const isOurs = await saveProgress(db, job, progress, now());
  if (!isOurs || progress.state !== 'running') return { kind: 'delivered', ...(problem ? { noticed: problem } : {}) };
  return problem ? { kind: 'blocked', problem } : { kind: 'unfinished', resumeAfter };
}

/**
 * A job may not outlive its effect: it would run for ever and do nothing. So what can never work stops it. What passes is
 * waited out here, since every slice so far counts as an attempt and would make the wait longer.
 */
async function afterError({ db, log }: Sending, before: Job, error: unknown): ReturnType<Worker> {
  const result = resultOf(error);
  if (result.kind === 'blocked' || result.kind === 'deferred') throw error;
  // It may have come further before it met the error.
  const { guildId, id, kind, done, total, written, cursor, outcome } =
    (await findJob(db, before.guildId, before.id)) ?? before;
  const reached = { done, total, written, ...(cursor === undefined ? {} : { cursor }) };
  if (result.kind === 'transient') {
    log.warn({ err: error, guildId, job: id, kind }, 'A part of a job was not done, and is tried again');
    const kept = outcome === undefined ? {} : { outcome };
    return { ...reached, ...kept, state: 'running', resumeAfter: result.retryAfter ?? aMoment };
  }
  log.error({ err: error, guildId, job: id, kind }, 'Discord refuses a job for good, and it stops');
  const reason =
    result.kind === 'refused' || result.kind === 'suppressed' ? result.reason : 'what it was about is gone';
  return { ...reached, state: 'stopped', outcome: { kind: 'refused', reason } satisfies JobRefused };
}
