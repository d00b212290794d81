/** What carrying out a step of a plan works with, and what comes of it. */
import type { SendResult } from '../../domain/delivery.ts';
import type { Job } from '../../domain/job.ts';
import type { Server } from '../../domain/server.ts';
import type { IdOf } from '../../domain/server-attributes.ts';
import type { Known } from '../../domain/setup-plan.ts';
import type { Sending } from '../effects/sending.ts';

export interface Stepping {
  readonly sending: Sending;
  readonly job: Job;
  readonly server: Server;
  readonly known: ReadonlyMap<string, Known>;
  /** Also of what was made a moment ago. */
  readonly idOf: IdOf;
}

export type StepResult = { readonly kind: 'ready'; readonly id: string } | SendResult;
