/** An organiser has newcomers asked which path they are on, in the server's own onboarding. */
import type { Job } from '../domain/job.ts';
import type { Member } from '../domain/member.ts';
import { planQuestion as planFor, type QuestionPlan } from '../domain/newcomers.ts';
import { oursOn } from '../domain/ours.ts';
import type { Server } from '../domain/server.ts';
import { recordAudit } from '../store/audit.ts';
import { knownOn } from '../store/bindings.ts';
import { inTransaction } from '../store/database.ts';
import { findJob, latestJob, startJob } from '../store/jobs.ts';
import type { FlowContext } from './context.ts';

export async function planQuestion({ db, community }: FlowContext, server: Server): Promise<QuestionPlan> {
  return planFor(community, server, oursOn(server, await knownOn(db, server.id)).idOf);
}

export type AskOutcome = { readonly kind: 'started'; readonly job: Job } | QuestionPlan;

export async function askNewcomers(
  { db, community, now, wake }: FlowContext,
  { guildId, userId }: Member,
  server: Server,
): Promise<AskOutcome> {
  const outcome = await inTransaction(db, async (tx): Promise<AskOutcome> => {
    const plan = planFor(community, server, oursOn(server, await knownOn(tx, guildId)).idOf);
    if (plan.kind !== 'ready') return plan;
    const last = await latestJob(tx, guildId, 'onboarding');
    if (last?.state === 'running' || last?.state === 'paused') return { kind: 'started', job: last };
    const entry = { action: 'onboarding', after: plan.answers.map(({ title }) => title).join(', ') } as const;
    const key = `onboarding/after-${last?.id ?? 0}`;
    const id = await startJob(
      tx,
      { guildId, kind: 'onboarding', key, payload: {}, total: 1, startedBy: userId },
      now(),
    );
    if (id !== undefined) await recordAudit(tx, { guildId, userId }, entry, now());
    const job = id === undefined ? await latestJob(tx, guildId, 'onboarding') : await findJob(tx, guildId, id);
    if (!job) throw new Error('A job that was just started is not there.');
    return { kind: 'started', job };
  });
  wake();
  return outcome;
}
