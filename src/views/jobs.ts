/** What runs on the server and what has run, with the buttons that pause and resume it. */
import type { Job, JobKind } from '../domain/job.ts';
import { button, card, divider, row, text } from './card.ts';
import { count, timestamp } from './figures.ts';
import { jobLine, timeLeft } from './job-line.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';

export const jobKinds: Readonly<Record<JobKind, string>> = {
  'set-up': '🛠️ Setting the server up',
  onboarding: '🧭 Asking newcomers',
  'role-pass': '🎭 Setting members’ roles right',
};

const states: Readonly<Record<Job['state'], string>> = {
  running: 'running',
  paused: 'paused',
  done: 'done',
  stopped: 'stopped half-way',
};

export function jobsMessage(jobs: readonly Job[], locale: Locale): Message {
  if (jobs.length === 0) {
    return card('plain', [
      text('## ⚙️ Nothing runs', 'What takes longer stands here: setting the server up, going through members’ roles.'),
    ]);
  }
  return card('plain', [
    text('## ⚙️ What runs, and what has run'),
    ...jobs.flatMap(job => [divider(), text(...lines(job, locale)), row(...buttons(job))]),
    divider(),
    row(button('Look again', 'admin/jobs')),
  ]);
}

function lines(job: Job, locale: Locale): readonly (string | undefined)[] {
  const { kind, state, startedBy, startedAt, endedAt, written } = job;
  const isOver = endedAt !== undefined;
  return [
    `**${jobKinds[kind]}** · ${states[state]}`,
    state === 'done'
      ? `${count(job.total, 'step', 'steps', locale)} · ${written} changed something`
      : jobLine(job, locale),
    timeLeft(job),
    `-# ${startedBy ? `By <@${startedBy}>, ` : ''}${isOver ? timestamp(endedAt, 'ago') : `begun ${timestamp(startedAt, 'ago')}`}`,
  ];
}

function buttons({ id, state, kind }: Job) {
  return [
    state === 'running' && button('Pause', `admin/pause/${id}`),
    state === 'paused' && button('Resume', `admin/resume/${id}`, 'primary'),
    state === 'stopped' && kind === 'set-up' && button('See what remains', `admin/setup/${id}`),
  ];
}
