/** Holds what the server itself answers against the published schema: a mistake there is the local Discord's own. */
import type { Issues } from '../errors.ts';
import type { Strictness } from '../surface/local-discord.ts';
import { flatten } from '../validate/issues.ts';
import type { Checks } from '../validate/spec.ts';
import type { Journal } from './journal.ts';
import type { Answer, Route } from './route.ts';

export type AnswerCheck = (route: Route, answer: Answer) => void;

export function createAnswerCheck(checks: Checks, strict: Strictness, journal: Journal): AnswerCheck {
  if (!strict.answers) return () => undefined;
  return (route, { json }) => {
    if (json === undefined) return;
    const where = `${route.method} ${route.path}`;
    if (route.answers === undefined) {
      const problem = 'the route answers with a body and names no schema for it: fill in its `answers`';
      journal.violate({ kind: 'answer', where, path: '', problem });
      return;
    }
    const issues = issuesOf(route.answers, json);
    if (issues === undefined) return;
    for (const { path, problem } of flatten(issues)) journal.violate({ kind: 'answer', where, path, problem });
  };

  function issuesOf(answers: string | readonly [string], json: unknown): Issues | undefined {
    if (typeof answers === 'string') return checks(answers)(json);
    if (!Array.isArray(json)) return { _errors: [{ code: 'LIST_TYPE_CONVERT', message: 'this must be a list' }] };
    const check = checks(answers[0]);
    let issues: Issues | undefined;
    for (const [index, item] of json.entries()) {
      const problem = check(item);
      if (problem !== undefined) issues = { ...issues, [index]: problem };
    }
    return issues;
  }
}
