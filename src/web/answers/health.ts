/** How Cairn is, for whoever runs it: 200 when it can do its work, 503 when not. Nothing in it is secret. */
import type { Handler } from 'hono';
import type { Seen } from './refusals.ts';

export interface Health {
  readonly gateway: 'connected' | 'connecting';
  readonly database: 'up' | 'down';
}

/** However often it is asked, the database is asked once a second. */
const freshFor = 1_000;

export function answerHealth(health: () => Promise<Health>, now: () => Temporal.Instant): Handler<Seen> {
  let known: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return async context => {
    const at = now().epochMilliseconds;
    if (!known || Math.abs(at - known.at) >= freshFor) known = { at, health: health() };
    const { gateway, database } = await known.health;
    const isWell = gateway === 'connected' && database === 'up';
    const said = { status: isWell ? 'ok' : 'unwell', gateway, database };
    return context.json(said, isWell ? 200 : 503, { 'cache-control': 'no-store' });
  };
}
