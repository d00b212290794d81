/** A server being set up: how far it is, how it ended, and what remains. */
import type { Job } from '../domain/job.ts';
import type { Server } from '../domain/server.ts';
import type { SetupEnd } from '../domain/setup-outcome.ts';
import { button, card, row, text } from './card.ts';
import { jobLine, timeLeft } from './job-line.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { namesIn } from './names-in.ts';
import { repairOf } from './repair.ts';
import { repairLines, repairOfObstacle } from './setup-obstacles.ts';

export function setupProgressMessage(job: Job, server: Server, locale: Locale): Message {
  switch (job.state) {
    case 'running':
      return card('path', [
        text('## 🛠️ Setting up', jobLine(job, locale), timeLeft(job)),
        row(button('Pause', `admin/pause/${job.id}`)),
        text('-# It goes on without you, even after a restart. `/admin jobs` shows how far it is.'),
      ]);
    case 'paused':
      return card('notice', [
        text('## ⏸️ Paused', jobLine(job, locale), 'What is done stays done.'),
        row(button('Resume', `admin/resume/${job.id}`, 'primary')),
      ]);
    default:
      return endMessage(job, job.outcome as SetupEnd | undefined, server);
  }
}

function endMessage(job: Job, end: SetupEnd | undefined, server: Server): Message {
  if (end?.kind === 'done') {
    return card('done', [
      text(
        '## ✅ The server is set up',
        summary(end),
        'Choosing a path brings its role, and the role opens its channel.',
      ),
      row(button('Check everything', 'admin/doctor', 'primary'), button('Show the plan', 'admin/setup')),
    ]);
  }
  return card('notice', [
    text(
      '## ⏹️ I stopped half-way',
      `${job.done} of ${job.total} steps are done and stay so. Nothing half-made is left.`,
    ),
    text(...reasons(end, server)),
    row(button('See what remains', 'admin/setup', 'primary')),
  ]);
}

function reasons(end: SetupEnd | undefined, server: Server): readonly string[] {
  switch (end?.kind) {
    case 'server-changed':
      return ['**The server changed while I was at it.** What remains is no longer what was approved.'];
    case 'obstacles':
      return repairLines(end.obstacles.map(obstacle => repairOfObstacle(obstacle, server)));
    case 'obstacle':
      return repairLines([repairOf(end.problem, namesIn(server))]);
    default:
      return [
        '**Discord did not take one of the steps.** The log says which. Look at what remains and apply it again.',
      ];
  }
}

function summary({ made, adopted, changed }: Extract<SetupEnd, { kind: 'done' }>): string {
  const parts = [
    made > 0 && `${made} made`,
    adopted > 0 && `${adopted} of yours used`,
    changed > 0 && `${changed} changed`,
  ];
  return parts.filter(Boolean).join(' · ');
}
