/** A job as it goes on, until it ends or pauses. Whoever asks sets the pace: each question is a look at the database. */
import type { Job } from '../domain/job.ts';
import { findJob } from '../store/jobs.ts';
import type { FlowContext } from './context.ts';

export async function* followJob({ db }: FlowContext, guildId: string, id: number): AsyncGenerator<Job> {
  // Another process may be at it, so memory would not know.
  for (;;) {
    const job = await findJob(db, guildId, id);
    if (!job) return;
    yield job;
    if (job.state !== 'running') return;
  }
}
