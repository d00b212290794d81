/** One slice of a job: works until its time is up, and saves how far it has come. */
import type { SendResult } from '../../domain/delivery.ts';
import type { Job, JobKind, JobProgress } from '../../domain/job.ts';
import { findJob, saveProgress } from '../../store/jobs.ts';
import type { Sending } from '../effects/sending.ts';

/** Does some of the job within the attempt, and says how far it is. Safe to be done again from an older cursor. */
export type Worker = (
  sending: Sending,
  job: Job,
) => Promise<JobProgress & { readonly resumeAfter?: Temporal.Duration }>;

const workers: Partial<Record<JobKind, Worker>> = {};

const atOnce = Temporal.Duration.from({ seconds: 0 });

export async function workJob(sending: Sending, jobId: number): Promise<SendResult> {
  const { db, guild, now } = sending;
  const job = await findJob(db, guild.id, jobId);
  const worker = job && workers[job.kind];
  if (!job || !worker) return { kind: 'refused', reason: `there is no job ${jobId} that this version can do` };
  // Resuming it puts it into the outbox again.
  if (job.state !== 'running') return { kind: 'delivered' };
  const { resumeAfter = atOnce, ...progress } = await worker(sending, job);
  const isOurs = await saveProgress(db, job, progress, now());
  return isOurs && progress.state === 'running' ? { kind: 'unfinished', resumeAfter } : { kind: 'delivered' };
}
