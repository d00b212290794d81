/** An organiser picks something while looking at a plan. */
import { emptyDraft, type SetupDraft } from './setup-choices.ts';
import { type PickKind, partSize, picksOf, pickValue } from './setup-picks.ts';
import type { SetupPlan } from './setup-plan.ts';

export type DraftChange =
  /** All picks are taken back. */
  | { readonly kind: 'anew' }
  /** A part of a list was answered: what it offered and is not among these is picked no more. */
  | { readonly kind: PickKind; readonly part: number; readonly values: readonly string[] }
  | { readonly kind: 'mentionable'; readonly to: boolean };

/** @param plan the one that was looked at. */
export function changedDraft(draft: SetupDraft, change: DraftChange, plan: SetupPlan): SetupDraft {
  switch (change.kind) {
    case 'anew':
      return emptyDraft;
    case 'mentionable':
      return { ...draft, mentionable: change.to };
    case 'adopt':
    case 'recreate':
    case 'restore': {
      const { kind, part, values } = change;
      const offered = picksOf(plan, draft)[kind].slice(part * partSize, (part + 1) * partSize);
      const isOffered = (binding: string) => offered.some(one => one.binding === binding);
      const picked = offered.filter(one => values.includes(pickValue(one)));
      if (kind !== 'adopt')
        return {
          ...draft,
          [kind]: [...draft[kind].filter(one => !isOffered(one)), ...picked.map(({ binding }) => binding)],
        };
      const others = Object.entries(draft.adopt).filter(([binding]) => !isOffered(binding));
      const chosen = picked.flatMap(({ binding, id }) => (id === undefined ? [] : [[binding, id]]));
      return { ...draft, adopt: Object.fromEntries([...others, ...chosen]) };
    }
  }
}
