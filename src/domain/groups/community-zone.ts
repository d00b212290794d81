/** What becomes of the groups' meetings when the community's time zone is another. */
import type { ZoneMatch } from '../zone-match.ts';
import type { Group } from './group.ts';
import {
  type Exceptions,
  type Session,
  type SessionChange,
  sessionPlannedAt,
  sessionsOf,
  wallStart,
} from './session.ts';
import { nextHeld } from './upcoming.ts';

/** One group's next session, as it was and as it would be. */
export interface ZoneMove {
  readonly group: Group;
  readonly before?: Session;
  readonly after?: Session;
  /** The session that came next lies in the past by the new zone: it does not take place. */
  readonly lost?: Session;
}

export interface ZoneChange {
  readonly before: ZoneMatch;
  readonly after: ZoneMatch;
  readonly moves: readonly ZoneMove[];
  /** Groups with a zone of their own. */
  readonly staying: readonly Group[];
}

export type ZoneOutcome =
  | {
      readonly kind: 'current';
      readonly zone: ZoneMatch;
      /** Organisers set it; else it is the setting of whoever runs Cairn. */
      readonly isChosen: boolean;
      readonly next: readonly Pick<ZoneMove, 'group' | 'before'>[];
    }
  | { readonly kind: 'unknown-zone'; readonly asked: string; readonly nearest: readonly ZoneMatch[] }
  | { readonly kind: 'same'; readonly zone: ZoneMatch }
  | { readonly kind: 'to-confirm' | 'changed'; readonly change: ZoneChange };

/** Why a session is spoken of anew. */
export const zoneReason = (zone: string) => `the community’s time zone is ${zone.replaceAll('_', ' ')} now`;

/** From UTC+14 to UTC-12. */
const farthestApart = { hours: 26 };

/**
 * Sessions that have begun: each stays when it was, though the new zone would read its wall time as another. Further west it
 * would come again, further east be over while people sit in it.
 * @param groups the same one, in the zone before and in the zone after.
 */
export function begunBefore(
  { before, after }: { readonly before: Group; readonly after: Group },
  exceptions: Exceptions,
  now: Temporal.Instant,
): readonly { readonly session: Session; readonly change: SessionChange }[] {
  return sessionsOf(before, exceptions, now.subtract(farthestApart), now).flatMap(session => {
    const again = session.off ? undefined : sessionPlannedAt(after, session.planned, exceptions);
    if (!again || again.startsAt.equals(session.startsAt)) return [];
    const { planned, startsAt, revision } = session;
    const to = wallStart({ startsAt, zone: again.zone });
    const stay = { planned, reason: zoneReason(again.zone), revision: revision + 1 };
    return [{ session, change: to === planned ? { ...stay, kind: 'held' } : { ...stay, kind: 'moved', to } }];
  });
}

/** @param groups the same ones, in the zone before and in the zone after. */
export function zoneMoves(
  groups: { readonly before: readonly Group[]; readonly after: readonly Group[] },
  exceptionsOf: (groupKey: string) => Exceptions,
  now: Temporal.Instant,
): Pick<ZoneChange, 'moves' | 'staying'> {
  const old = new Map(groups.before.map(group => [group.key, group]));
  const isMoved = ({ key, slots }: Group) => old.get(key)?.slots.some(({ zone }, index) => zone !== slots[index]?.zone);
  return {
    moves: groups.after.filter(isMoved).map(group => moveOf(old.get(group.key) ?? group, group, exceptionsOf, now)),
    staying: groups.after.filter(group => !isMoved(group)),
  };
}

function moveOf(
  old: Group,
  group: Group,
  exceptionsOf: (groupKey: string) => Exceptions,
  now: Temporal.Instant,
): ZoneMove {
  const exceptions = exceptionsOf(group.key);
  const before = nextHeld(old, exceptions, now);
  const begun = begunBefore({ before: old, after: group }, exceptions, now);
  const stay = new Map([...exceptions.changes, ...begun.map(({ change }) => [change.planned, change] as const)]);
  const after = nextHeld(group, { ...exceptions, changes: stay }, now);
  const moved = before && sessionPlannedAt(group, before.planned, exceptions);
  const isLost = moved && Temporal.Instant.compare(moved.startsAt, now) <= 0 && moved.planned !== after?.planned;
  return {
    group,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(isLost ? { lost: moved } : {}),
  };
}
