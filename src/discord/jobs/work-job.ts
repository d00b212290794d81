/** One slice of a job: works until its time is up, and saves how far it has come. */
import type { SendResult } from '../../domain/delivery.ts';
import type { JobKind } from '../../domain/job.ts';
import { findJob, saveProgress } from '../../store/jobs.ts';
import type { Sending } from '../effects/sending.ts';
import { askNewcomers } from './ask-newcomers.ts';
import { rolePass } from './role-pass.ts';
import { setUp } from './set-up.ts';
import type { Worker } from './worker.ts';

const workers: Partial<Record<JobKind, Worker>> = { 'set-up': setUp, onboarding: askNewcomers, 'role-pass': rolePass };

const atOnce = Temporal.Duration.from({ seconds: 0 });

export async function workJob(sending: Sending, jobId: number): Promise<SendResult> {
  const { db, guild, now } = sending;
  const job = await findJob(db, guild.id, jobId);
  const worker = job && workers[job.kind];
  if (!job || !worker) return { kind: 'refused', reason: `there is no job ${jobId} that this version can do` };
  // Resuming it puts it into the outbox again.
  if (job.state !== 'running') return { kind: 'delivered' };
  const { resumeAfter = atOnce, problem, ...progress } = await worker(sending, job);
  const isOurs = await saveProgress(db, job, progress, now());
  if (!isOurs || progress.state !== 'running') return { kind: 'delivered', ...(problem ? { noticed: problem } : {}) };
  return problem ? { kind: 'blocked', problem } : { kind: 'unfinished', resumeAfter };
}
