/** The web server: certificates and calendars for everybody who was given their address, and how Cairn is for who runs it. */
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../log.ts';
import { createAnswers } from './answers/answers.ts';
import type { Health } from './answers/health.ts';
import type { PublicCalendars } from './calendars.ts';
import type { PublicCertificates } from './certificates.ts';
import type { Gate } from './gate.ts';

export interface WebOptions {
  readonly gate: Gate;
  /** Without one only the health is shown. */
  readonly publicUrl?: string | undefined;
  readonly certificates: PublicCertificates;
  readonly calendars: PublicCalendars;
  readonly health: () => Promise<Health>;
  readonly now: () => Temporal.Instant;
  readonly log: Pick<Log, 'error'>;
}

export interface Web {
  readonly url: string;
  close(): Promise<void>;
}

export function startWeb({ gate, ...options }: WebOptions): Web {
  const answers = createAnswers(options);
  gate.open(getRequestListener(answers.fetch));
  return { url: gate.url, close: gate.close };
}
