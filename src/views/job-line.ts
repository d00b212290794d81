/** How far a job has come, and how long the rest may take. */
import type { Job } from '../domain/job.ts';
import { bar, percentage } from './figures.ts';
import type { Locale } from './locale.ts';

export function jobLine({ done, total }: Job, locale: Locale): string {
  const percent = total === 0 ? 100 : Math.floor((100 * Math.min(done, total)) / total);
  return `${bar(percent)} ${percentage(percent, locale)} · ${done} of ${total}`;
}

/** Too few to tell anything by. */
const tooFew = 3;

/** "about 2 min left"; undefined where nothing can be said. */
export function timeLeft({ done, total, startedAt, changedAt, state }: Job): string | undefined {
  if (state !== 'running' || done < tooFew || done >= total) return undefined;
  const seconds = (startedAt.until(changedAt).total('seconds') / done) * (total - done);
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `about ${minutes} min left` : `about ${Math.ceil(minutes / 60)} h left`;
}
