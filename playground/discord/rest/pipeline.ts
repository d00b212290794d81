/** The way of one request: route, fault, token, rate limit, body, effect. Without HTTP, so that it can be read. */
import { NotModelled, Refusal } from '../errors.ts';
import { applicationWithToken } from '../state/applications.ts';
import { acting } from '../state/audit/audit-log.ts';
import type { ApplicationRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { AnswerCheck } from './answer-check.ts';
import type { BodyCheck } from './body-check.ts';
import type { RestRequest, RestResponse } from './exchange.ts';
import { afterEffect, withoutEffect } from './faults/fates.ts';
import { outageResponse } from './faults/fault-answers.ts';
import type { FaultQueue } from './faults/faults.ts';
import type { Upload } from './files/multipart.ts';
import { checkSizes } from './files/uploads.ts';
import type { Journal } from './journal.ts';
import { checkPathIds } from './path-ids.ts';
import type { InvalidRequests } from './rate-limits/invalid-requests.ts';
import type { Asked, RateLimiter } from './rate-limits/rate-limits.ts';
import type { GatewayFacts, Route } from './route.ts';
import type { Find } from './router.ts';

export interface PipelineParts {
  readonly world: World;
  readonly find: Find;
  readonly faults: FaultQueue;
  readonly limiter: RateLimiter;
  readonly invalid: InvalidRequests;
  readonly checkBody: BodyCheck;
  readonly checkAnswer: AnswerCheck;
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
    parts.invalid.add(response);
    const problems = journal.violations.slice(known);
    const record = () =>
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
        answer: response.json ?? response.raw?.text,
        problems,
      });
    if (response.until === undefined) record();
    else void response.until.then(record);
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
  if (match !== undefined) seen.template = match.route.path;
  const banned = parts.invalid.refusal();
  if (banned !== undefined) return banned;
  if (parts.faults.down) return outageResponse;
  if (match === undefined) return notModelled(parts, request, 'the local Discord does not model this route');
  const { route, params } = match;
  seen.application = applicationOf(parts.world, request.authorization);
  const asked: Asked = { route, params, applicationId: seen.application?.id };
  const fate = parts.faults.take(request.method, route.path, request.path);
  if (fate === undefined) return serve(parts, request, asked, seen);
  return withoutEffect(fate, asked, parts.limiter) ?? afterEffect(fate, serve(parts, request, asked, seen));
}

function serve(parts: PipelineParts, request: RestRequest, asked: Asked, seen: Seen): RestResponse {
  const { route, params } = asked;
  let headers: Readonly<Record<string, string>> = {};
  try {
    if (route.auth === undefined && seen.application === undefined) throw new Refusal('unauthorized');
    const limited = parts.limiter.take(asked);
    headers = limited.headers;
    if (limited.refusal !== undefined) return limited.refusal;
    checkPathIds(params);
    const files = filesOf(route, request);
    seen.body = parse(request.text);
    const { world, gateway } = parts;
    const sent = {
      world,
      application: seen.application,
      params,
      query: request.query,
      body: seen.body,
      files,
      gateway,
    };
    const call = { ...sent, body: parts.checkBody(route, sent, request.reason) };
    const subLimited = parts.limiter.takeChange(asked, call, headers);
    if (subLimited !== undefined) return subLimited;
    const bot = seen.application?.bot;
    const actor = bot && { userId: bot.id, reason: request.reason };
    const answered = acting(world, actor, () => route.run(call as never));
    parts.checkAnswer(route, answered);
    return { ...answered, headers };
  } catch (error) {
    if (!(error instanceof NotModelled || error instanceof Refusal)) throw error;
    route.refused?.(parts.world, params);
    if (error instanceof NotModelled) return notModelled(parts, request, error.message);
    return { status: error.status, json: error.body, headers };
  }
}

function filesOf(route: Route, { upload }: RestRequest): Upload['files'] {
  if (upload === undefined) return [];
  if (upload === 'unreadable') throw new Refusal('invalidForm');
  checkSizes(upload);
  const [stray] = upload.strayFields;
  if (stray !== undefined)
    throw new NotModelled(`the form field "${stray}"`, 'send everything but files in payload_json');
  if (upload.files.length > 0 && route.files !== true) throw new NotModelled(`files for ${route.method} ${route.path}`);
  return upload.files;
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
  return authorization?.startsWith('Bot ') === true ? applicationWithToken(world, authorization) : undefined;
}

function notModelled({ journal }: PipelineParts, { method, path }: RestRequest, problem: string): RestResponse {
  journal.violate({ kind: 'not-modelled', where: `${method} ${path}`, path: '', problem });
  return { status: 501, json: { message: `${method} ${path}: ${problem}`, code: 0 } };
}
