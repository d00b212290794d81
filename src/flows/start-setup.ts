/** An organiser approves a plan: exactly that one is carried out, as a job. */

import type { Server } from '../domain/server.ts';
import { approvalOf } from '../domain/setup-approval.ts';
import type { StartOutcome } from '../domain/setup-outcome.ts';
import { canApply, type SetupStep } from '../domain/setup-plan.ts';
import { recordAudit } from '../store/audit.ts';
import { inTransaction } from '../store/database.ts';
import { findJob, latestJob, startJob } from '../store/jobs.ts';
import { forgetSetting, saveSetting } from '../store/settings.ts';
import type { FlowContext } from './context.ts';
import { consentName, draftName, draftOf, type Planner, planWith } from './plan-setup.ts';

/** @param fingerprint of the plan that the organiser has seen. */
export async function startSetup(
  context: FlowContext,
  planner: Planner,
  server: Server,
  fingerprint: string,
): Promise<StartOutcome> {
  const { db, now, wake } = context;
  const { guildId, userId } = planner;
  const outcome = await inTransaction(db, async (tx): Promise<StartOutcome> => {
    const draft = await draftOf(context, tx, planner);
    const { shown, choices, consent } = await planWith(context, tx, planner, server, draft);
    if (shown.job) return { kind: 'under-way', job: shown.job };
    const { steps } = shown.plan;
    if (shown.fingerprint !== fingerprint || !canApply(shown.plan)) return { kind: 'plan-changed', shown };

    const id = await startJob(
      tx,
      {
        guildId,
        kind: 'set-up',
        // Of two organisers who press at once, one starts it.
        key: `set-up/after-${(await latestJob(tx, guildId, 'set-up'))?.id ?? 0}`,
        payload: approvalOf(draft, choices, steps),
        total: steps.length,
        startedBy: userId,
      },
      now(),
    );
    const job = id === undefined ? await latestJob(tx, guildId, 'set-up') : await findJob(tx, guildId, id);
    if (!job) throw new Error('A job that was just started is not there.');
    if (id === undefined) return { kind: 'under-way', job };
    await recordAudit(tx, planner, { action: 'set-up', after: countOf(steps) }, now());
    if (choices.mentionable !== consent) {
      await saveSetting(tx, guildId, consentName, choices.mentionable, now());
      const entry = { action: 'mentionable', before: consent, after: choices.mentionable } as const;
      await recordAudit(tx, planner, entry, now());
    }
    await forgetSetting(tx, guildId, draftName(planner));
    return { kind: 'started', job };
  });
  if (outcome.kind === 'started') wake();
  return outcome;
}

function countOf(steps: readonly SetupStep[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(steps, ({ kind }) => kind)].map(([kind, group]) => [kind, group.length]));
}
