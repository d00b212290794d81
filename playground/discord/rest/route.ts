/** What a route is: its address, what its body must look like, how often it may be called, and what it does. */
import type { Issues } from '../errors.ts';
import type { ApplicationRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { SentFile } from './files/multipart.ts';

export interface Call<Body = unknown> {
  readonly world: World;
  /** Who asks. Routes of interactions carry their own token and know it from there. */
  readonly application: ApplicationRecord | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  /** Files that came with the body. */
  readonly files: readonly SentFile[];
  readonly gateway: GatewayFacts;
}

export interface GatewayFacts {
  readonly url: string;
  /** Guilds that one shard is meant for. */
  readonly guildsPerShard: number;
  readonly sessionStarts: (applicationId: string) => object;
}

export interface Answer {
  readonly status: 200 | 201 | 204;
  readonly json?: unknown;
}

export interface Limit {
  readonly requests: number;
  readonly seconds: number;
  /** All bots together. */
  readonly shared?: true;
}

export interface Route<Body = never> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters start with a colon. */
  readonly path: string;
  /**
   * `token`: the path carries an interaction's token instead of the header; outside the global limit. `none`: everybody may
   * ask.
   */
  readonly auth?: 'token' | 'none';
  /** Name in the published schema; in brackets for a list of them; a function where the body or the place decides. */
  readonly schema?: string | readonly [string] | ((body: unknown, call: Call) => string | undefined);
  /** Name of the answer's schema; in brackets for a list of them. Absent where there is no body. */
  readonly answers?: string | readonly [string];
  /** What the schema does not say. */
  readonly check?: (call: Call<Body>) => Issues | undefined;
  /** Takes files in a multipart body. */
  readonly files?: true;
  /** True where this body sends or edits a message, which must name its allowed_mentions. */
  readonly writesMessage?: (body: Body) => MessageLike | undefined;
  /** Of the bucket, per guild, channel or webhook. */
  readonly limit?: Limit;
  /** Limits of what this request changes, beside the bucket's; Discord's headers keep silent about them. */
  readonly subLimits?: (call: Call<Body>) => readonly (Limit & { readonly name: string })[];
  readonly run: (call: Call<Body>) => Answer;
  /** What a refusal leaves behind, whatever it was for. */
  readonly refused?: (world: World, params: Call['params']) => void;
}

export interface MessageLike {
  readonly allowed_mentions?: object | null | undefined;
}

/** Keeps the type of the body between a route's parts, and forgets it for the table. */
export function route<Body = undefined>(definition: Route<Body>): Route {
  return definition as unknown as Route;
}

export const ok = (json: unknown): Answer => ({ status: 200, json });
export const created = (json: unknown): Answer => ({ status: 201, json });
export const done: Answer = { status: 204 };
