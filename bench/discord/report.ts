/** The local Discord's figures as Markdown, beside its goals. */
import { median } from '../statistics.ts';
import { type LargeStart, largeGuild } from './large-guild.ts';

export interface Figures {
  readonly perSecond: number;
  /** Microseconds of the server's process for each, members included. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** Medians; failures are summed. */
export function middleOf(all: readonly Figures[]): Figures {
  const middle = (figure: keyof Figures) => median(all.map(figures => figures[figure]));
  return {
    perSecond: middle('perSecond'),
    cpu: middle('cpu'),
    p50: middle('p50'),
    p99: middle('p99'),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}

const perSecondGoal = 3_000;
const startGoal = 3_000;

export function report(findings: {
  readonly discord: Figures;
  readonly bare: Figures;
  readonly start: LargeStart;
  readonly inFlight: number;
  readonly passes: number;
}): string {
  const { discord, bare, start, inFlight, passes } = findings;
  const row = (name: string, { perSecond, cpu, p50, p99, failed }: Figures, goal: string) =>
    `| ${name} | ${perSecond.toFixed(0)} | ${goal} | ${cpu.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${failed} |`;
  const goal = (met: boolean, text: string) => `${text} ${met ? 'met' : 'missed'}`;
  return [
    '### The local Discord, all checks on',
    `A member runs a slash command, a lean bot in a process of its own answers over REST, the member is shown the message; ${inFlight} ` +
      `members at once. The bare server is node:http and ws with messages of the same size. Medians of ${passes} passes.`,
    [
      '| server | interactions per second | goal | CPU, µs each | p50, ms | p99, ms | failed |',
      '| --- | --: | --: | --: | --: | --: | --: |',
      row('local Discord', discord, goal(discord.perSecond >= perSecondGoal, `≥ ${perSecondGoal}`)),
      row('bare', bare, ''),
    ].join('\n'),
    `A guild of ${largeGuild.toLocaleString('en')} members from its file, ms from spawn: listening after ` +
      `${start.listening.toFixed(0)}, its bot has READY and the guild after ${start.ready.toFixed(0)} ` +
      `(${goal(start.ready < startGoal, `< ${startGoal}`)}).`,
  ].join('\n\n');
}
