/** A member says whether they come to a session. */
import type { Group } from './group.ts';
import type { Expected } from './reminding.ts';
import type { Session } from './session.ts';

interface OfSession {
  readonly group: Group;
  readonly session: Session;
}

export type AnswerOutcome =
  | ({
      readonly kind: 'answered';
      readonly isComing: boolean;
      readonly isMember: boolean;
      /** The zone the member named. */
      readonly zone?: string;
      readonly reminder: Expected;
      /** Minutes before the start at which the group is called; absent: it is not, or was. */
      readonly call?: number;
    } & OfSession)
  /** It does not take place. */
  | ({ readonly kind: 'off'; readonly next?: Session } & OfSession)
  | ({ readonly kind: 'over'; readonly next?: Session } & OfSession)
  | { readonly kind: 'unknown-session'; readonly group: Group; readonly next?: Session }
  | { readonly kind: 'unknown-group' };

/** Why nobody can answer any more; undefined: they can. */
export function closedFor({ off, endsAt }: Session, now: Temporal.Instant): 'off' | 'over' | undefined {
  if (Temporal.Instant.compare(endsAt, now) <= 0) return 'over';
  return off ? 'off' : undefined;
}
