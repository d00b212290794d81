/** What works off one kind of job, slice by slice. */
import type { Job, JobProgress } from '../../domain/job.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import type { Sending } from '../effects/sending.ts';

interface Next {
  readonly resumeAfter?: Temporal.Duration;
  /** Running, it waits until this is repaired; else only the organisers hear of it. */
  readonly problem?: OrganiserProblem;
}

/** Does some of the job within the attempt, and says how far it is. Safe to be done again from an older cursor. */
export type Worker = (sending: Sending, job: Job) => Promise<JobProgress & Next>;
