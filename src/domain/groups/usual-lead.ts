/** How long before the start those are reminded who chose nothing: as the server has it, also around a change of that. */

export interface UsualLead {
  readonly minutesBefore: number;
  /** Earliest first; what is long past is left out. */
  readonly moves?: readonly LeadMove[];
}

export interface LeadMove {
  readonly at: Temporal.Instant;
  /** What held until then. */
  readonly from: number;
}

/** No session is near enough to an older move to be still spoken of. */
const keptFor = { hours: 14 * 24 };

export function movedLead(
  { minutesBefore: from, moves = [] }: UsualLead,
  minutesBefore: number,
  now: Temporal.Instant,
) {
  const since = now.subtract(keptFor);
  const recent = moves.filter(({ at }) => Temporal.Instant.compare(at, since) > 0);
  return { minutesBefore, moves: [...recent, { at: now, from }] };
}

/**
 * In minutes. Each session has one time at which these members are reminded, so nobody is reminded twice because the
 * lead was moved: where it had come by then, the old lead stays; where by the new one it would have been before, it comes
 * at once.
 */
export function usualLeadOf({ minutesBefore, moves = [] }: UsualLead, startsAt: Temporal.Instant): number {
  const first = moves[0]?.from ?? minutesBefore;
  return moves.reduce((lead, { at }, index) => {
    const left = at.until(startsAt).total('minutes');
    if (left <= lead) return lead;
    // In whole minutes, and after the move, so that nobody else's reminder of that time has gone out.
    return Math.min(moves[index + 1]?.from ?? minutesBefore, Math.ceil(left) - 1);
  }, first);
}
