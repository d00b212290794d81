import { expect, test } from 'vitest';
import type { Job } from '../../src/domain/job.ts';
import { jobsMessage } from '../../src/views/jobs.ts';
import { textOf } from '../support/read-message.ts';

const at = Temporal.Instant.from('2026-03-02T10:00:00Z');

function aJob(given: Partial<Job>): Job {
  const times = { startedAt: at, changedAt: at.add({ minutes: 1 }) };
  const counts = { done: 40, total: 40, written: 3 };
  return { id: 7, guildId: '1', kind: 'set-up', key: 'k', payload: {}, state: 'done', ...counts, ...times, ...given };
}
const said = (given: Partial<Job>) => textOf(jobsMessage([aJob(given)], 'en'));

test('a job that is done says what it went through', () => {
  expect(said({})).toContain('40 steps · 3 changed something');
  expect(said({ kind: 'role-pass', total: 5000 })).toContain('5,000 members · 3 roles given or taken');
  expect(said({ kind: 'role-pass', total: 1, written: 1 })).toContain('1 member · 1 role given or taken');
});

test('one that stopped says why, or shows where that is to be seen', () => {
  const outcome = { kind: 'refused', reason: 'Discord refuses it (50035): Invalid *Form* Body' };
  expect(said({ state: 'stopped', outcome })).toContain('Why: Discord refuses it (50035): Invalid \\*Form\\* Body.');
  const blocked = aJob({ state: 'stopped', kind: 'role-pass', outcome: { problem: { kind: 'two-factor' } } });
  expect(textOf(jobsMessage([blocked], 'en'))).toContain('I have told you what to repair first');
  const changed = aJob({ state: 'stopped', outcome: { kind: 'server-changed' } });
  expect(textOf(jobsMessage([changed], 'en'))).not.toContain('Why');
  expect(JSON.stringify(jobsMessage([changed], 'en'))).toContain('See what remains');
});
