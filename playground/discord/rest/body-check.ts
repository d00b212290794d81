/** Holds a request's body against the published schema, the documented limits and the rule on allowed_mentions. */
import { type Issues, Refusal } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Strictness } from '../surface/local-discord.ts';
import { isSentByLibraries, withoutExceptions } from '../validate/exceptions.ts';
import { flatten, issue, longerThan } from '../validate/issues.ts';
import type { Checks } from '../validate/spec.ts';
import { realIssues, unknownKey, unknownKeys, withoutKeys } from '../validate/unknown-keys.ts';
import type { Journal } from './journal.ts';
import type { Call, Route } from './route.ts';

/** Throws Discord's 50035 and remembers the violation. Returns the body as Discord reads it. */
export type BodyCheck = (route: Route, call: Call, reason: string | undefined) => unknown;

export function createBodyCheck(checks: Checks, strict: Strictness, journal: Journal): BodyCheck {
  return (route, sent, reason) => {
    const where = `${route.method} ${route.path}`;
    if (strict.limits && longerThan(reason ?? '', limits.auditLogReason.max))
      fail('limit', where, {
        reason: issue('BASE_TYPE_MAX_LENGTH', `Must be ${limits.auditLogReason.max} or fewer in length.`),
      });
    const body = strict.schema ? known(where, sent.body, schemaIssues(route, sent)) : sent.body;
    const call = { ...sent, body };
    if (strict.limits && route.check !== undefined) fail('limit', where, route.check(call as Call<never>));
    const message = strict.allowedMentions ? route.writesMessage?.(body as never) : undefined;
    if (message !== undefined && message.allowed_mentions == null)
      journal.violate({
        kind: 'allowed-mentions',
        where,
        path: 'allowed_mentions',
        problem: 'missing; without it Discord pings whoever the text names. Send { parse: [] } to ping nobody.',
      });
    return body;
  };

  function known(where: string, body: unknown, issues: Issues | undefined): unknown {
    if (issues === undefined) return body;
    const unknown = unknownKeys(issues);
    for (const path of unknown.filter(path => !isSentByLibraries(path, body)))
      for (const { problem } of flatten(unknownKey))
        journal.violate({ kind: 'schema', where, path: path.join('.'), problem });
    fail('schema', where, realIssues(issues));
    return withoutKeys(body, unknown);
  }

  function fail(kind: 'schema' | 'limit', where: string, issues: Issues | undefined): void {
    if (issues === undefined) return;
    for (const { path, problem } of flatten(issues)) journal.violate({ kind, where, path, problem });
    throw new Refusal('invalidForm', issues);
  }

  function schemaIssues({ schema }: Route, call: Call): Issues | undefined {
    const { body } = call;
    if (schema === undefined) return undefined;
    if (Array.isArray(schema)) return listIssues(schema[0], body);
    const name = typeof schema === 'function' ? schema(body, call) : (schema as string);
    if (name === undefined) return { type: issue('BASE_TYPE_CHOICES', 'This type is unknown.') };
    return checks(name)(withoutExceptions(name, body));
  }

  function listIssues(schema: string, body: unknown): Issues | undefined {
    if (!Array.isArray(body)) return issue('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    let issues: Issues | undefined;
    for (const [index, item] of body.entries()) {
      const problem = checks(schema)(withoutExceptions(schema, item));
      if (problem !== undefined) issues = { ...issues, [index]: problem };
    }
    return issues;
  }
}
