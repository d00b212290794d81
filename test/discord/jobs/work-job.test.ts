/** A job never outlives its effect: what can never work stops it with the reason, what passes is waited out. */
import { expect, test } from 'vitest';
import type { JobKind } from '../../../src/domain/job.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { findJob, startJob } from '../../../src/store/jobs.ts';
import { aServer, type Server } from '../effects/a-server.ts';

async function aJob({ db, guild, now }: Server, kind: JobKind): Promise<number> {
  const job = { guildId: guild.id, kind, key: kind, payload: {}, total: 3 };
  const id = await inTransaction(db, tx => startJob(tx, job, now()));
  if (id === undefined) throw new Error('There is one of that key already.');
  return id;
}

/** The first thing each of these jobs does is to look at the roles. */
const roles = { route: /guild\/roles$/, method: 'GET' } as const;

test.each([
  ['set-up', { status: 400, body: { code: 50035, message: 'Invalid Form Body' } }, /50035.*Invalid Form Body/],
  ['onboarding', { status: 403, body: { code: 20001, message: 'Bots cannot use this' } }, /20001.*Bots cannot/],
  ['set-up', { status: 404, body: { code: 10007, message: 'Unknown Member' } }, /gone/],
] as const)('what Discord never takes stops the job (%s), which says why', async (kind, answer, reason) => {
  const server = await aServer();
  const { db, guild, attempt, discord } = server;
  const jobId = await aJob(server, kind);
  discord.faults.next({ ...roles, answer });

  expect(await attempt({ kind: 'work-job', guildId: guild.id, jobId })).toEqual({ kind: 'delivered' });
  const job = await findJob(db, guild.id, jobId);
  expect(job).toMatchObject({ state: 'stopped', outcome: { kind: 'refused', reason: expect.stringMatching(reason) } });
  expect(job?.endedAt).toBeDefined();
});

test('what passes is waited out for seconds, however many slices came before', async () => {
  const server = await aServer();
  const { db, guild, attempt, discord } = server;
  const jobId = await aJob(server, 'set-up');
  discord.faults.next({ ...roles, answer: { status: 502 } });

  const result = await attempt({ kind: 'work-job', guildId: guild.id, jobId }, 200);
  expect(result.kind === 'unfinished' && result.resumeAfter.total('seconds')).toBe(10);
  expect(await findJob(db, guild.id, jobId)).toMatchObject({ state: 'running', done: 0, total: 3 });
});
