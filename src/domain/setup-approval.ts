/** Whether what is left to do was approved: a server changes while it is set up, and nothing is done that nobody saw. */
import type { Attributes } from './attributes.ts';
import { type IdOf, resolved } from './server-attributes.ts';
import type { SetupChoices } from './setup-choices.ts';
import { choicesOf, type SetupDraft } from './setup-choices.ts';
import type { SetupStep } from './setup-plan.ts';

/** What a job carries out, as plain JSON. */
export interface SetupApproval {
  readonly draft: SetupDraft;
  readonly mentionable: boolean;
  readonly asker: { readonly isOwner: boolean; readonly permissions: string; readonly highestRoleId: string };
  readonly steps: readonly SetupStep[];
}

export function approvalOf(draft: SetupDraft, choices: SetupChoices, steps: readonly SetupStep[]): SetupApproval {
  const { asker, mentionable } = choices;
  return { draft, mentionable, asker: { ...asker, permissions: String(asker.permissions) }, steps };
}

export function approvedChoices({ draft, mentionable, asker }: SetupApproval): SetupChoices {
  return choicesOf(draft, mentionable, { ...asker, permissions: BigInt(asker.permissions) });
}

/** Steps of a later plan that the approved ones do not contain. @param idOf what was made since has an id by now. */
export function unapproved(
  steps: readonly SetupStep[],
  approved: readonly SetupStep[],
  idOf: IdOf,
): readonly SetupStep[] {
  const seen = new Map(approved.map(step => [step.thing.binding, step]));
  return steps.filter(step => {
    const one = seen.get(step.thing.binding);
    return !one || !isWithin(step, one, idOf);
  });
}

function isWithin(step: SetupStep, approved: SetupStep, idOf: IdOf): boolean {
  if (step.kind === 'create') return approved.kind === 'create' && isPart(step.thing.attributes, approved, idOf);
  if (approved.kind !== 'create') return step.id === approved.id && isPart(step.changes, approved, idOf);
  return false;
}

/** What is done already is no longer asked for; nothing else may be. */
function isPart(now: Attributes, approved: SetupStep, idOf: IdOf): boolean {
  const then = resolved(approved.kind === 'create' ? approved.thing.attributes : approved.changes, idOf);
  const before = resolved(now, idOf);
  return Object.entries(before).every(([name, value]) => name in then && then[name] === value);
}
