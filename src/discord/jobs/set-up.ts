/** A slice of setting a server up: plans anew, checks that nothing is left but what was approved, and does some of it. */
import type { SendResult } from '../../domain/delivery.ts';
import { type Job, type JobProgress, progressOf } from '../../domain/job.ts';
import { oursOn } from '../../domain/ours.ts';
import { planSetup } from '../../domain/plan-setup.ts';
import type { Server } from '../../domain/server.ts';
import { approvedChoices, type SetupApproval, unapproved } from '../../domain/setup-approval.ts';
import type { SetupEnd } from '../../domain/setup-outcome.ts';
import type { Known, SetupPlan } from '../../domain/setup-plan.ts';
import { knownOn } from '../../store/bindings.ts';
import { saveProgress } from '../../store/jobs.ts';
import type { Sending } from '../effects/sending.ts';
import { refresh } from '../look-again.ts';
import { serverOf } from '../server-snapshot.ts';
import { noteWhatWasSet } from './set-up-notes.ts';
import { carryOutStep } from './set-up-step.ts';
import type { Worker } from './worker.ts';

/** Milliseconds; a step that begins then still ends within the attempt. */
const slice = 4_000;
const aMoment = Temporal.Duration.from({ seconds: 3 });
const aMinute = Temporal.Duration.from({ minutes: 1 });

export interface Looked {
  readonly server: Server;
  readonly known: ReadonlyMap<string, Known>;
  readonly plan: SetupPlan;
}

export const setUp: Worker = async (sending, job) => {
  const approval = job.payload as SetupApproval;
  const looked = await look(sending, approval);
  if (!looked) return { ...progressOf(job), resumeAfter: aMinute };
  const { server, known, plan } = looked;
  const done = job.total - plan.steps.length;
  const end = hindrance(looked, approval);
  if (end) return stopped(job, end, { done: Math.max(done, 0) });

  const ids = new Map(
    [...known].flatMap(([binding, one]) => (one.state === 'bound' ? [[binding, one.discordId]] : [])),
  );
  const idOf = oursOn(server, known).idOf;
  const stepping = { sending, job, server, known, idOf: (binding: string) => idOf(binding) ?? ids.get(binding) };
  const until = performance.now() + slice;
  let now: JobProgress = { ...progressOf(job), done: Math.max(done, 0) };
  for (const step of plan.steps) {
    if (performance.now() > until) return now;
    const result = await carryOutStep(stepping, step);
    if (result.kind !== 'ready') return await halted(sending, now, job, approval, result);
    ids.set(step.thing.binding, result.id);
    now = { ...now, done: now.done + 1, written: now.written + 1 };
    if (!(await saveProgress(sending.db, job, now, sending.now()))) return now;
  }
  await noteWhatWasSet(stepping, approval.steps);
  await sending.flows.openSchedules(sending.guild.id);
  return { ...now, done: job.total, state: 'done', outcome: summaryOf(approval) };
};

/** From Discord itself, since the events of what was done a moment ago may still be on their way. */
async function look({ guild, db, community }: Sending, approval: SetupApproval): Promise<Looked | undefined> {
  await refresh(guild);
  const server = serverOf(guild);
  if (!server) return undefined;
  const known = await knownOn(db, guild.id);
  return { server, known, plan: planSetup(community, known, server, approvedChoices(approval)) };
}

function hindrance({ plan, server, known }: Looked, { steps }: SetupApproval): SetupEnd | undefined {
  const { idOf } = oursOn(server, known);
  if (unapproved(plan.steps, steps, idOf).length > 0) return { kind: 'server-changed' };
  return plan.obstacles.length > 0 ? { kind: 'obstacles', obstacles: plan.obstacles } : undefined;
}

/** Somebody has it in hand, Discord asks to wait, or a person must act. */
async function halted(
  sending: Sending,
  now: JobProgress,
  job: Job,
  approval: SetupApproval,
  result: SendResult,
): ReturnType<Worker> {
  switch (result.kind) {
    case 'transient':
      return { ...now, resumeAfter: result.retryAfter ?? aMoment };
    case 'deferred':
      return { ...now, resumeAfter: aMinute };
    case 'blocked': {
      const { problem } = result;
      if (problem.kind === 'role-deleted' || problem.kind === 'channel-deleted')
        return stopped(job, { kind: 'server-changed' }, now);
      // A plan made now says exactly what is in the way.
      const looked = await look(sending, approval);
      return stopped(job, (looked && hindrance(looked, approval)) ?? { kind: 'obstacle', problem }, now);
    }
    default:
      sending.log.warn({ guildId: job.guildId, job: job.id, result }, 'Discord does not take a step of setting up');
      return stopped(job, { kind: result.kind === 'gone' ? 'server-changed' : 'refused' }, now);
  }
}

function stopped(job: Job, outcome: SetupEnd, now: Partial<JobProgress>): Awaited<ReturnType<Worker>> {
  return { ...progressOf(job), ...now, state: 'stopped', outcome };
}

function summaryOf({ steps }: SetupApproval): SetupEnd {
  const count = (kind: string) => steps.filter(step => step.kind === kind).length;
  return { kind: 'done', made: count('create'), adopted: count('adopt'), changed: count('change') };
}
