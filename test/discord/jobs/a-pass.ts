/** A pass over members' roles, worked off slice by slice on a clock that the test moves. */
import type { SendResult } from '../../../src/domain/delivery.ts';
import type { Job } from '../../../src/domain/job.ts';
import type { RolePass } from '../../../src/domain/role-pass.ts';
import { startPass } from '../../../src/flows/start-role-passes.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { findJob, latestJob } from '../../../src/store/jobs.ts';
import type { RoleServer } from '../roles/a-community.ts';

export interface Worked {
  readonly job: Job;
  /** What became of each slice. */
  readonly results: readonly SendResult[];
}

export const everybody: RolePass = { name: 'nightly/2026-03-02', waits: false };
export const bulk: RolePass = { name: 'mapping/2026-03-02', waits: true };

export async function start({ db, guild, now }: RoleServer, pass: RolePass): Promise<Job> {
  await inTransaction(db, tx => startPass(tx, guild.id, pass, now()));
  const job = await latestJob(db, guild.id, 'role-pass');
  if (!job) throw new Error('Nobody is known, so there is no pass.');
  return job;
}

/** One slice. */
export async function work({ guild, attempt }: RoleServer, { id }: Job): Promise<SendResult> {
  return await attempt({ kind: 'work-job', guildId: guild.id, jobId: id });
}

/** Until it is over, or waits for somebody; between slices goes by what they ask for. */
export async function workOff(server: RoleServer, pass: RolePass): Promise<Worked> {
  const { id } = await start(server, pass);
  return await goOn(server, id);
}

export async function goOn(server: RoleServer, jobId: number): Promise<Worked> {
  const { db, guild, discord, attempt } = server;
  const results: SendResult[] = [];
  for (;;) {
    const result = await attempt({ kind: 'work-job', guildId: guild.id, jobId });
    results.push(result);
    if (result.kind !== 'unfinished') break;
    discord.clock.advance(result.resumeAfter);
  }
  const job = await findJob(db, guild.id, jobId);
  if (!job) throw new Error('The pass is gone.');
  return { job, results };
}
