/** A plan's identity. A button carries it; when it is pressed, the plan made anew must be the same to the letter. */
import type { SetupPlan } from './setup-plan.ts';

/**
 * Whatever of the server, the file, the stored ids or the choices would change what is done, or what was shown, changes
 * it; whatever would not, leaves it. 22 characters of [0-9a-z].
 */
export function fingerprintOf(plan: SetupPlan): string {
  const text = JSON.stringify(plan, (_, value: unknown) => (isRecord(value) ? sorted(value) : value));
  return hash(text, 0x9e3779b9) + hash(text, 0x85ebca6b);
}

export function isSamePlan(left: SetupPlan, right: SetupPlan): boolean {
  return fingerprintOf(left) === fingerprintOf(right);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** cyrb53: nobody gains by a collision, so it need not be a cryptographic one. */
function hash(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
