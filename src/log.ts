/** The log: structured lines, in which no token and no message of a member survives. */
import { type DestinationStream, pino, stdTimeFunctions } from 'pino';

interface Write {
  (message: string): void;
  (fields: object, message?: string): void;
}

/** What the rooms are given. `child` adds its fields to every line. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  readonly fatal: Write;
  child(fields: object): Log;
}

export interface LogOptions {
  readonly level: string;
  /** Values that must never be written, whatever they look like. */
  readonly secrets?: readonly (string | undefined)[];
  /** Standard output, unless a test listens. */
  readonly destination?: DestinationStream;
}

export function createLog({ level, secrets = [], destination }: LogOptions): Log {
  const hide = hider(secrets.filter(secret => secret !== undefined));
  const options = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: plainFields, bindings: plainFields },
    // `log` has made the error plain already; pino's own serializer would expect an Error.
    serializers: { err: (value: unknown) => value },
    hooks: { streamWrite: hide },
  };
  return destination ? pino(options, destination) : pino(options);
}

const mask = '[hidden]';

/** Works on the finished line, so that it covers message, fields, children and stacks alike. */
function hider(secrets: readonly string[]): (line: string) => string {
  const exact = secrets
    .filter(secret => secret.length >= 4)
    .flatMap(secret => [...new Set([JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])])
    .sort((a, b) => b.length - a.length);
  return line => {
    let hidden = line;
    for (const secret of exact) hidden = hidden.replaceAll(secret, mask);
    for (const [shape, replacement] of shapes) hidden = hidden.replace(shape, replacement);
    return hidden;
  };
}

const shapes: readonly (readonly [RegExp, string])[] = [
  // A bot token: id, time and signature, in base64url.
  [/\b[\w-]{20,32}\.[\w-]{5,8}\.[\w-]{25,}/g, mask],
  // An interaction token, which starts with "interaction:" in base64.
  [/\baW50ZXJhY3Rpb246[\w-]{16,}/g, mask],
  // Whoever has the address of a webhook or an interaction can answer in our name.
  [/(\/(?:interactions|webhooks)\/\d+\/)[^/?#"\s\\]+/g, `$1${mask}`],
  // Whoever has the address of a member's calendar can read it.
  [/(\/calendar\/)[\w-]{16,}/g, `$1${mask}`],
  [/\b((?:Bot|Bearer) )[\w.~+/=-]{16,}/g, `$1${mask}`],
  // A password in an address such as postgres://user:password@host.
  [/(\w:\/\/[^\s/:@"]*:)[^\s/@"]+@/g, `$1${mask}@`],
];

/** Fields whose value is never of use in a log, and may be a secret or what a member wrote. */
const closedFields = /^(token|.*_token|.*Token|authorization|cookie|password|.*secret|requestBody|rawError|rawBody)$/i;

const deepest = 6;

function plainFields(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, closedFields.test(name) ? mask : plain(value, 1)]),
  );
}

function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '[deeper]';
  if (value instanceof Error) return plainError(value, depth);
  if (Array.isArray(value)) return value.map(element => plain(element, depth + 1));
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON(), depth + 1);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, closedFields.test(name) ? mask : plain(inner, depth + 1)]),
  );
}

/** An error's own words and codes. Everything else it carries (a request's body, a response) stays behind. */
function plainError(
  error: Error & { code?: unknown; status?: unknown; method?: unknown; url?: unknown },
  depth: number,
) {
  const { name, message, stack, code, status, method, url, cause } = error;
  return {
    type: name,
    message,
    ...(code !== undefined && { code: plain(code, depth + 1) }),
    ...(status !== undefined && { status: plain(status, depth + 1) }),
    ...(method !== undefined && { method: plain(method, depth + 1) }),
    ...(url !== undefined && { url: String(url) }),
    stack,
    ...(cause !== undefined && { cause: plain(cause, depth + 1) }),
    ...(error instanceof AggregateError && { errors: plain(error.errors, depth + 1) }),
  };
}
