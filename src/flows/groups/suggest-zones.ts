/** What the option `zone` offers while somebody types, and what was meant where it was not picked. */
import type { ZoneMatch } from '../../domain/zone-match.ts';
import { findZones, nearestZones, soleZone } from '../../zones/find-zones.ts';
import { readZone } from '../../zones/read-zone.ts';
import type { FlowContext } from '../context.ts';

export async function suggestZones({ now }: Pick<FlowContext, 'now'>, typed: string): Promise<readonly ZoneMatch[]> {
  return findZones(typed, now());
}

export type MeantZone = { readonly zone: string } | { readonly nearest: readonly ZoneMatch[] };

/** A zone by its name, or by what only one zone goes by: "Berlin". @param most of the nearest, where it is unclear. */
export function meantZone(typed: string, now: Temporal.Instant, most: number): MeantZone {
  const zone = readZone(typed) ?? soleZone(typed);
  return zone === undefined ? { nearest: nearestZones(typed, now, most) } : { zone };
}
