/** What runs on a server and what has run: looked at, paused, resumed. */
import type { Job } from '../domain/job.ts';
import type { Member } from '../domain/member.ts';
import { recordAudit } from '../store/audit.ts';
import { inTransaction } from '../store/database.ts';
import { findJob, latestJobs, pauseJob as pause, resumeJob as resume } from '../store/jobs.ts';
import type { FlowContext } from './context.ts';

const shown = 8;

export async function showJobs({ db }: FlowContext, guildId: string): Promise<readonly Job[]> {
  return await latestJobs(db, guildId, shown);
}

/** What an organiser sees of it afterwards; a second press changes nothing. */
export async function pauseJob({ db, now }: FlowContext, member: Member, id: number): Promise<readonly Job[]> {
  return await inTransaction(db, async tx => {
    const job = await findJob(tx, member.guildId, id);
    if (job && (await pause(tx, member.guildId, id, now())))
      await recordAudit(tx, member, { action: 'job-paused', subject: job.kind }, now());
    return await latestJobs(tx, member.guildId, shown);
  });
}

export async function resumeJob({ db, now, wake }: FlowContext, member: Member, id: number): Promise<readonly Job[]> {
  const jobs = await inTransaction(db, async tx => {
    const job = await findJob(tx, member.guildId, id);
    if (job && (await resume(tx, member.guildId, id, now())))
      await recordAudit(tx, member, { action: 'job-resumed', subject: job.kind }, now());
    return await latestJobs(tx, member.guildId, shown);
  });
  wake();
  return jobs;
}
