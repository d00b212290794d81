/** What an organiser is shown of setting a server up: the plan, what became of approving it, and how it ended. */
import type { Job } from './job.ts';
import type { OrganiserProblem } from './problem.ts';
import type { SetupDraft } from './setup-choices.ts';
import type { SetupObstacle, SetupPlan } from './setup-plan.ts';

export interface PlanShown {
  readonly plan: SetupPlan;
  /** What a button that approves exactly this plan carries. */
  readonly fingerprint: string;
  readonly draft: SetupDraft;
  /** Whether everybody may ping the roles the file calls mentionable; undefined: it calls none so. */
  readonly mentionable?: boolean;
  /** Being carried out, or paused. */
  readonly job?: Job;
}

export type StartOutcome =
  | { readonly kind: 'started'; readonly job: Job }
  /** The server, the file or somebody else's work made another plan of it. */
  | { readonly kind: 'plan-changed'; readonly shown: PlanShown }
  /** Another one is under way, or paused. */
  | { readonly kind: 'under-way'; readonly job: Job };

/** Why a setting up ended before its end. Whatever was done stays, and what remains is planned anew. */
export type SetupEnd =
  | { readonly kind: 'done'; readonly made: number; readonly adopted: number; readonly changed: number }
  /** What is left is not what was approved. */
  | { readonly kind: 'server-changed' }
  | { readonly kind: 'obstacles'; readonly obstacles: readonly SetupObstacle[] }
  | { readonly kind: 'obstacle'; readonly problem: OrganiserProblem }
  /** Discord does not take it; the log says what. */
  | { readonly kind: 'refused' };
