/** What runs on the server and what has run, with the buttons that pause and resume it. */
import type { Job, JobKind, JobRefused } from '../domain/job.ts';
import { button, card, divider, row, text } from './card.ts';
import { count, timestamp } from './figures.ts';
import { jobLine, timeLeft } from './job-line.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { clipped, escaped } from './text.ts';

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

function lines(job: Job, locale: Locale): readonly (string | false | undefined)[] {
  const { kind, state, startedBy, startedAt, endedAt } = job;
  const isOver = endedAt !== undefined;
  return [
    `**${jobKinds[kind]}** · ${states[state]}`,
    state === 'done' ? doneLine(job, locale) : jobLine(job, locale),
    timeLeft(job),
    state === 'stopped' && whyStopped(job),
    `-# ${startedBy ? `By <@${startedBy}>, ` : ''}${isOver ? timestamp(endedAt, 'ago') : `begun ${timestamp(startedAt, 'ago')}`}`,
  ];
}

function doneLine({ kind, total, written }: Job, locale: Locale): string {
  return kind === 'role-pass'
    ? `${count(total, 'member', 'members', locale)} · ${count(written, 'role', 'roles', locale)} given or taken`
    : `${count(total, 'step', 'steps', locale)} · ${written} changed something`;
}

/** What else stops a job is said where that is looked at: "See what remains". */
function whyStopped({ kind, outcome }: Job): string | undefined {
  const reason = refusalIn(outcome);
  if (reason !== undefined) return `Why: ${escaped(clipped(reason, 200))}. Whoever runs me finds more in the log.`;
  return kind === 'role-pass' ? 'I have told you what to repair first; `/admin doctor` looks again.' : undefined;
}

function refusalIn(outcome: unknown): string | undefined {
  const { kind, reason } = (outcome ?? {}) as Partial<JobRefused>;
  return kind === 'refused' ? reason : undefined;
}

function buttons({ id, state, kind }: Job) {
  return [
    state === 'running' && button('Pause', `admin/pause/${id}`),
    state === 'paused' && button('Resume', `admin/resume/${id}`, 'primary'),
    state === 'stopped' && kind === 'set-up' && button('See what remains', `admin/setup/${id}`),
  ];
}
