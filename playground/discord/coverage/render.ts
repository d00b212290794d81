/** Words the coverage table as the page people read. */
import { limits } from '../limits.ts';
import { dispatchAreas } from './dispatches/index.ts';
import type { Area, Entry, LeftOut, Proof } from './entry.ts';
import { leftOutDispatches } from './left-out-dispatches.ts';
import { leftOutRoutes } from './left-out-routes.ts';
import { limitProofs } from './limit-proofs.ts';
import { routeAreas } from './routes/index.ts';

export function renderCoverage(): string {
  return [
    '# What the local Discord models',
    [
      'Written by `node playground/discord/coverage/write.ts`, and held by a test against the routes that are registered, the',
      'events that are sent, the tests named here and the list of paths Discord publishes. “Partial” says what is missing.',
      'Whatever else is asked for answers 501 and counts as a violation, so that no test passes on a guess.',
    ].join('\n'),
    summary(),
    '## Routes',
    ...routeAreas.flatMap(area => section(area, 'Route')),
    '### Not modelled',
    ...leftOutRoutes.map(leftOut),
    '## Dispatches',
    ...dispatchAreas.flatMap(area => section(area, 'Event')),
    '### Never sent',
    ...leftOutDispatches.map(leftOut),
    '## Hard limits',
    'What Discord’s published schema does not say. The schema itself is checked in full: each body, each answer, each event.',
    limitTable(),
    '',
  ].join('\n\n');
}

function summary(): string {
  const line = (name: string, areas: readonly Area[], without: readonly LeftOut[]) => {
    const entries = areas.flatMap(area => area.entries);
    const some = entries.filter(({ missing }) => missing !== undefined).length;
    const none = without.reduce((sum, { what }) => sum + what.length, 0);
    return `| ${name} | ${entries.length - some} | ${some} | ${none} |`;
  };
  return [
    '| | supported | partial | not modelled |',
    '|---|---|---|---|',
    line('Routes', routeAreas, leftOutRoutes),
    line('Dispatches', dispatchAreas, leftOutDispatches),
  ].join('\n');
}

function section({ name, entries }: Area, kind: string): readonly string[] {
  const rows = entries.map(
    ({ what, missing, proof }: Entry) =>
      `| \`${what}\` | ${missing === undefined ? 'supported' : `partial: ${missing}`} | ${cite(proof)} |`,
  );
  return [`### ${name}`, [`| ${kind} | | Proof |`, '|---|---|---|', ...rows].join('\n')];
}

function leftOut({ name, why, what }: LeftOut): string {
  return `**${name}.** ${why}\n${what.map(one => `\`${one}\``).join(' · ')}`;
}

function limitTable(): string {
  const rows = Object.entries(limits).map(([name, { max, source }]) => {
    const { refusal, proof } = limitProofs[name as keyof typeof limits];
    return `| ${name} | ${max} | ${refusal} | ${source} | ${cite(proof)} |`;
  });
  return ['| Limit | Most | Refused with | Source | Proof |', '|---|---|---|---|---|', ...rows].join('\n');
}

const cite = ({ file, title }: Proof) => `${file.replace('.test.ts', '')}: ${title}`;
