/** A web server on a port of its own, with a clock that tests move; closed after each test. */
import { afterEach } from 'vitest';
import { openGate } from '../../src/web/gate.ts';
import { startWeb, type Web, type WebOptions } from '../../src/web/web.ts';
import { at } from '../support/builders.ts';
import { aShowcase, type Showcase } from './a-showcase.ts';

export interface Site extends Web {
  readonly showcase: Showcase;
  readonly clock: { now: Temporal.Instant };
  /** Requests a path; redirects would be shown, not followed. */
  get(path: string, init?: RequestInit): Promise<Response>;
}

type Options = Partial<Pick<WebOptions, 'health' | 'log' | 'calendars'>> & { publicUrl?: string | null };

const well = async () => ({ gateway: 'connected', database: 'up' }) as const;
const noCalendars: WebOptions['calendars'] = { fetchCalendar: async () => ({ kind: 'unknown' }) };
const open: Web[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(web => web.close()));
});

/** @param options.publicUrl default: the server's own address; null: none */
export async function aSite({
  publicUrl,
  health = well,
  log = { error: unexpected },
  calendars = noCalendars,
}: Options = {}): Promise<Site> {
  const gate = await openGate({ port: 0 });
  const address = publicUrl === null ? undefined : (publicUrl ?? gate.url);
  const showcase = await aShowcase(address ?? gate.url);
  const clock = { now: at('2026-05-01') };
  const { certificates } = showcase;
  const web = startWeb({ gate, publicUrl: address, certificates, calendars, health, now: () => clock.now, log });
  open.push(web);
  return {
    ...web,
    showcase,
    clock,
    get: (path, init) => fetch(`${web.url}${path}`, { redirect: 'manual', ...init }),
  };
}

function unexpected(...faults: unknown[]): never {
  throw new Error(`The server met a fault: ${JSON.stringify(faults)}`);
}
