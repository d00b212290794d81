/** The way of one request: route, fault, token, rate limit, body, effect. Without HTTP, so that it can be read. */
import { Refusal } from '../errors.ts';
import type { ApplicationRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { Fault } from '../surface/requests.ts';
import type { BodyCheck } from './body-check.ts';
import type { FaultQueue } from './faults.ts';
import type { Journal } from './journal.ts';
import type { RateLimiter } from './rate-limits.ts';
import type { GatewayFacts, Route } from './route.ts';
import type { Find } from './router.ts';

export interface RestRequest {
  readonly method: string;
  /** Without `/api/v10` and query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly reason: string | undefined;
  readonly contentType: string | undefined;
  readonly text: string;
}

export interface RestResponse {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `drop`: cut the connection; `hang`: never answer. */
  readonly transport?: 'drop' | 'hang';
}

export interface PipelineParts {
  readonly world: World;
  readonly find: Find;
  readonly faults: FaultQueue;
  readonly limiter: RateLimiter;
  readonly checkBody: BodyCheck;
  readonly journal: Journal;
  readonly gateway: GatewayFacts;
}

export function createPipeline(parts: PipelineParts): (request: RestRequest) => RestResponse {
  const { journal, world } = parts;
  return request => {
    const arrived = performance.now();
    const known = journal.violations.length;
    const seen: Seen = { template: request.path, body: undefined, application: undefined };
    const response = answer(parts, request, seen);
    journal.record({
      method: request.method,
      route: seen.template,
      path: request.path,
      body: seen.body,
      status: response.status,
      code: (response.json as { code?: number } | undefined)?.code,
      reason: request.reason,
      applicationId: seen.application?.id,
      at: world.clock.millis(),
      millis: performance.now() - arrived,
      answer: response.json,
      problems: journal.violations.slice(known),
    });
    return response;
  };
}

/** What became known of a request on its way, for the journal. */
interface Seen {
  template: string;
  body: unknown;
  application: ApplicationRecord | undefined;
}

function answer(parts: PipelineParts, request: RestRequest, seen: Seen): RestResponse {
  const match = parts.find(request.method, request.path);
  if (match === undefined) return notModelled(parts, request, 'this route is not modelled by the local Discord');
  const { route, params } = match;
  seen.template = route.path;
  seen.application = applicationOf(parts.world, request.authorization);
  const fault = parts.faults.take(request.method, route.path, request.path);
  if (fault?.answer === 'hang') return { status: 0, transport: 'hang' };
  if (isInstead(fault)) {
    const retry = (fault.answer.body as { retry_after?: unknown } | undefined)?.retry_after;
    if (fault.answer.status === 429 && typeof retry === 'number')
      parts.limiter.block(route, params, seen.application?.id, retry);
    return scripted(fault.answer);
  }
  const response = serve(parts, request, route, params, seen);
  if (fault === undefined) return response;
  if (fault.answer === 'drop-after-effect') return { ...response, transport: 'drop' };
  return typeof fault.answer === 'object' ? scripted(fault.answer) : response;
}

type Instead = Fault & { readonly answer: Exclude<Fault['answer'], string> };

const isInstead = (fault: Fault | undefined): fault is Instead =>
  typeof fault?.answer === 'object' && fault.answer.afterEffect !== true;

function scripted({ status, body, headers }: Exclude<Fault['answer'], string>): RestResponse {
  return { status, json: body ?? { message: `${status}: ordered by a fault`, code: 0 }, headers: headers ?? {} };
}

function serve(
  parts: PipelineParts,
  request: RestRequest,
  route: Route,
  params: Readonly<Record<string, string>>,
  seen: Seen,
): RestResponse {
  let headers: Readonly<Record<string, string>> = {};
  try {
    if (route.auth !== 'token' && seen.application === undefined) throw new Refusal('unauthorized');
    const limited = parts.limiter.take(route, params, seen.application?.id);
    headers = limited.headers;
    if (limited.refusal !== undefined) return { status: 429, json: limited.refusal, headers };
    if (request.contentType?.startsWith('multipart/') === true)
      return notModelled(parts, request, 'file uploads are not modelled by the local Discord');
    seen.body = parse(request.text);
    const { world, gateway } = parts;
    const call = { world, application: seen.application, params, query: request.query, body: seen.body, gateway };
    parts.checkBody(route, call, request.reason);
    const { status, json } = route.run(call as never);
    return { status, json, headers };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, json: error.body, headers };
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('notJson');
  }
}

function applicationOf(world: World, authorization: string | undefined): ApplicationRecord | undefined {
  if (authorization?.startsWith('Bot ') !== true) return undefined;
  const token = authorization.slice(4);
  for (const application of world.applications.values()) if (application.token === token) return application;
  return undefined;
}

function notModelled({ journal }: PipelineParts, { method, path }: RestRequest, problem: string): RestResponse {
  journal.violate({ kind: 'not-modelled', where: `${method} ${path}`, path: '', problem });
  return { status: 501, json: { message: `${method} ${path}: ${problem}`, code: 0 } };
}
