/** An organiser looks at what setting the server up would do to it, and picks what is theirs to decide. */
import type { Member } from '../domain/member.ts';
import { fingerprintOf } from '../domain/plan-fingerprint.ts';
import { planSetup as planFor } from '../domain/plan-setup.ts';
import type { Server } from '../domain/server.ts';
import { askerOn } from '../domain/setup-asker.ts';
import type { SetupChoices } from '../domain/setup-choices.ts';
import { choicesOf, emptyDraft, type SetupDraft } from '../domain/setup-choices.ts';
import { changedDraft, type DraftChange } from '../domain/setup-draft.ts';
import type { PlanShown } from '../domain/setup-outcome.ts';
import { knownOn } from '../store/bindings.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { latestJob } from '../store/jobs.ts';
import { findSetting, saveSetting } from '../store/settings.ts';
import type { FlowContext } from './context.ts';

/** Who plans: what they may hand out follows from their roles. */
export interface Planner extends Member {
  readonly roleIds: readonly string[];
}

/** What was picked is forgotten so long after it was last looked at. */
const draftLives = Temporal.Duration.from({ hours: 1 });
export const draftName = ({ userId }: Member) => `setup-draft/${userId}`;
export const consentName = 'mentionable';

export async function planSetup(
  context: FlowContext,
  planner: Planner,
  server: Server,
  change?: DraftChange,
): Promise<PlanShown> {
  const { db, now } = context;
  return await inTransaction(db, async tx => {
    const before = await draftOf(context, tx, planner);
    const seen = await planWith(context, tx, planner, server, before);
    if (!change) return seen.shown;
    const draft = changedDraft(before, change, seen.shown.plan);
    await saveSetting(tx, planner.guildId, draftName(planner), draft, now());
    return (await planWith(context, tx, planner, server, draft)).shown;
  });
}

export interface Planned {
  readonly shown: PlanShown;
  readonly choices: SetupChoices;
  /** As it was decided before. */
  readonly consent: boolean;
}

export async function planWith(
  { community }: FlowContext,
  tx: Db,
  planner: Planner,
  server: Server,
  draft: SetupDraft,
): Promise<Planned> {
  const { guildId } = planner;
  const consent = (await findSetting(tx, guildId, consentName))?.value === true;
  const choices = choicesOf(draft, consent, askerOn(server, planner));
  const plan = planFor(community, await knownOn(tx, guildId), server, choices);
  const job = await latestJob(tx, guildId, 'set-up');
  const isUnderWay = job?.state === 'running' || job?.state === 'paused';
  return {
    choices,
    consent,
    shown: {
      plan,
      fingerprint: fingerprintOf(plan),
      draft,
      ...(community.roles.some(({ mentionable }) => mentionable) ? { mentionable: choices.mentionable } : {}),
      ...(job && isUnderWay ? { job } : {}),
    },
  };
}

export async function draftOf({ now }: FlowContext, tx: Db, planner: Planner): Promise<SetupDraft> {
  const kept = await findSetting(tx, planner.guildId, draftName(planner));
  if (!kept || Temporal.Instant.compare(now(), kept.changedAt.add(draftLives)) > 0) return emptyDraft;
  return kept.value as SetupDraft;
}
