/** What an organiser may pick on a plan: what to use as it is, what to make again, what to put back. */
import type { SetupDraft } from './setup-choices.ts';
import type { SetupPlan } from './setup-plan.ts';

export type PickKind = 'adopt' | 'recreate' | 'restore';

export interface Pick {
  readonly binding: string;
  readonly name: string;
  /** Only of what can be adopted. */
  readonly id?: string;
  readonly isPicked: boolean;
  /** Only of what can be put back: the attributes that somebody changed. */
  readonly byHand?: readonly string[];
}

/** A list is shown in parts of so many. */
export const partSize = 25;

/** What was picked is a step by now, and stays to be unpicked. */
export function picksOf(
  { steps, offers, missing, kept }: SetupPlan,
  draft: SetupDraft,
): Record<PickKind, readonly Pick[]> {
  const adopting = steps.flatMap(step =>
    step.kind === 'adopt' ? [{ binding: step.thing.binding, id: step.id, name: step.name, isPicked: true }] : [],
  );
  const usable = Object.entries(offers).flatMap(([binding, candidates]) =>
    candidates
      .filter(({ id, refused }) => refused === undefined && !adopting.some(one => one.id === id))
      .map(({ id, name }) => ({ binding, id, name, isPicked: false })),
  );
  const picked = (bindings: readonly string[]) =>
    steps
      .filter(({ thing }) => bindings.includes(thing.binding))
      .map(({ thing: { binding, name } }) => ({ binding, name, isPicked: true }));
  return {
    adopt: [...adopting, ...usable],
    recreate: [...missing.map(({ binding, name }) => ({ binding, name, isPicked: false })), ...picked(draft.recreate)],
    restore: [
      ...kept.flatMap(({ binding, name, byHand }) =>
        byHand.length > 0 ? [{ binding, name, byHand, isPicked: false }] : [],
      ),
      ...picked(draft.restore),
    ],
  };
}

/** What a pick is called in a list. */
export function pickValue({ binding, id }: Pick): string {
  return id === undefined ? binding : `${binding}=${id}`;
}
