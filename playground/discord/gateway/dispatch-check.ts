/** Holds what the server tells its bots against the schemas of dispatches: a mistake there is the local Discord's own. */
import type { Strictness } from '../surface/local-discord.ts';
import type { Violation } from '../surface/requests.ts';
import { flatten } from '../validate/issues.ts';
import type { Checks } from '../validate/spec.ts';
import type { CheckDispatch } from './encoder.ts';

const fine: readonly Violation[] = [];

export function createDispatchCheck(checks: Checks, strict: Strictness): CheckDispatch {
  if (!strict.dispatches) return () => fine;
  return (event, data) => {
    if (!checks.has(event)) {
      const problem = 'no schema is known for this event: describe it in validate/dispatches';
      return [{ kind: 'dispatch', where: event, path: '', problem }];
    }
    const issues = checks(event)(data);
    if (issues === undefined) return fine;
    return flatten(issues).map(({ path, problem }) => ({ kind: 'dispatch', where: event, path, problem }));
  };
}
