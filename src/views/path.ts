/** Paths: the list of all, one as a whole, and one of its stages. */
import { type Path, type PathKind, type Place, pathKinds } from '../domain/curriculum.ts';
import type { PathChoice } from '../domain/enrolling.ts';
import type { PathOverview } from '../domain/overview.ts';
import type { StageProgress } from '../domain/progress.ts';
import { button, card, divider, row, select, text } from './card.ts';
import { count, hours, hoursAhead, percentage, progressLine, span } from './figures.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { placeTitle, stepPiece } from './step.ts';
import { clipped, escaped } from './text.ts';
import { unknownPathMessage } from './unknown.ts';

export const families: Readonly<Record<PathKind, string>> = {
  role: 'By role',
  topic: 'By topic',
  level: 'By level',
  track: 'Specialised tracks',
};

/** "10–12 weeks · 10–15 h a week". */
export function durationLine({ duration, hoursPerWeek }: Path): string {
  const unit = duration.span.max === 1 ? duration.unit.slice(0, -1) : duration.unit;
  return [`${span(duration.span)} ${unit}`, hoursPerWeek && `${span(hoursPerWeek)} h a week`]
    .filter(Boolean)
    .join(' · ');
}

export function pathListMessage(choices: readonly PathChoice[], locale: Locale): Message {
  const groups = pathKinds.map(kind => ({ kind, choices: choices.filter(({ path }) => path.kind === kind) }));
  return card('path', [
    text('## 🗺️ Paths'),
    ...groups
      .filter(family => family.choices.length > 0)
      .map(family => text(`### ${families[family.kind]}`, ...family.choices.map(choice => listLine(choice, locale)))),
    row(button('Choose a path', 'path/pick', 'primary')),
  ]);
}

function listLine({ path, items, percent, enrolled }: PathChoice, locale: Locale): string {
  const mine = enrolled || percent > 0 ? ` · **${percentage(percent, locale)}**${enrolled ? ' 🧭' : ''}` : '';
  return `**${escaped(path.title)}**\n-# ${durationLine(path)} · ${count(items, 'item', 'items', locale)}${mine}`;
}

/** @param stage index of a stage to show item by item; absent: the whole path. */
export function pathMessage(outcome: PathOverview, stage: number | undefined, locale: Locale): Message {
  if (outcome.kind === 'unknown-path') return unknownPathMessage(outcome, 'show');
  const { progress, enrolled } = outcome;
  const { path } = progress;
  const looked = stage === undefined ? undefined : progress.stages[stage];
  return card('path', [
    ...(looked ? stagePieces(path, looked, outcome.done, locale) : overviewPieces(outcome, locale)),
    select(`path/stage/${path.id}`, 'Look into a stage', progress.stages.map(stageOption)),
    row(
      !enrolled && button('Choose this path', `path/choose/${path.id}`, 'primary'),
      looked !== undefined && button('Whole path', `path/show/${path.id}`),
      enrolled && button('My progress', 'progress/show'),
      enrolled && button('Leave', `path/leave/${path.id}`),
    ),
  ]);
}

function overviewPieces(overview: Extract<PathOverview, { kind: 'path' }>, locale: Locale) {
  const { progress, certificate, open, enrolled, prerequisites } = overview;
  const { path } = progress;
  const next = open[0];
  return [
    text(
      `## 🧭 ${path.url ? `[${escaped(path.title)}](${path.url})` : escaped(path.title)}`,
      escaped(path.summary),
      `-# ${durationLine(path)} · ${escaped(path.difficulty)} · for ${escaped(path.audience)}`,
    ),
    text(progressLine(progress, locale), hoursAhead(progress.hoursLeft, locale)),
    divider(),
    text('**You will learn**', ...path.learn.map(line => `- ${escaped(line)}`)),
    text(
      `**Afterwards:** ${escaped(path.outcome)}`,
      certificate && `**Certificate:** 🎓 ${escaped(certificate.title)}`,
      prerequisites.length > 0 &&
        `**Good to have first:** ${prerequisites.map(({ prerequisite }) => escaped(prerequisite.text)).join('; ')}`,
    ),
    divider(),
    text(...progress.stages.map(stageLine)),
    enrolled && next ? stepPiece({ path, place: next }, { named: false }) : undefined,
  ];
}

function stagePieces(path: Path, { stage, done, total }: StageProgress, ticked: ReadonlySet<string>, locale: Locale) {
  return [
    text(
      `## ${escaped(stage.title)}`,
      `-# ${escaped(path.title)} · ${done} of ${count(total, 'item', 'items', locale)} done`,
    ),
    text(...stage.places.map(place => placeLine(place, ticked))),
  ];
}

function placeLine(place: Place, ticked: ReadonlySet<string>): string {
  const mark = place.comingSoon ? '🔜' : ticked.has(place.itemId) ? '✅' : '▫️';
  const details = [place.days, hours(place.hours), place.comingSoon ? 'coming soon' : undefined]
    .filter(Boolean)
    .join(' · ');
  return `${mark} ${placeTitle(place)}${details ? ` · ${details}` : ''}`;
}

function stageLine({ stage, done, total }: StageProgress): string {
  const mark = total > 0 && done === total ? '✅' : done > 0 ? '◐' : '▫️';
  return `${mark} ${done}/${total} · ${escaped(stage.title)}`;
}

function stageOption({ stage, done, total }: StageProgress, index: number) {
  return { label: clipped(stage.title, 100), value: String(index), description: `${done} of ${total} done` };
}
