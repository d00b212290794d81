/** A plan's steps as lines: roles, then each category with its channels, then what is adopted and changed. */
import type { Server } from '../domain/server.ts';
import type { SetupPlan, SetupStep } from '../domain/setup-plan.ts';
import { attributeChange } from './attributes.ts';
import { clipped, escaped } from './text.ts';

type Create = Extract<SetupStep, { kind: 'create' }>;
type Existing = Exclude<SetupStep, Create>;

/** Blocks of lines, each with a heading. A large community's lists are cut: the figures say how long they are. */
export function stepLines({ steps }: SetupPlan, server: Server): readonly (readonly string[])[] {
  const made = steps.filter(step => step.kind === 'create');
  const roles = made.filter(({ thing }) => thing.kind === 'role');
  const places = made.filter(({ thing }) => thing.kind !== 'role');
  const isPrivate = places.some(isClosed);
  return [
    roles.length > 0 && [
      `**New roles** · ${roles.length}`,
      list(
        roles.map(({ thing }) => shown(thing.name)),
        700,
      ),
      '-# From the highest to the lowest, below mine. They carry no permissions.',
    ],
    places.length > 0 && [
      `**New channels** · ${places.filter(({ thing }) => thing.kind === 'channel').length}`,
      ...bounded(byCategory(places, server), 1000),
      isPrivate && '-# 🔒 only for its roles · 📢 everybody reads, I write',
    ],
    ...(['adopt', 'change'] as const).map(kind => existing(steps, kind)),
  ].flatMap(block => (block ? [block.filter(line => line !== false)] : []));
}

function existing(steps: readonly SetupStep[], kind: Existing['kind']) {
  const some = steps.filter((step): step is Existing => step.kind === kind);
  if (some.length === 0) return false;
  const heading = kind === 'adopt' ? 'Used as they are' : 'Changed';
  return [`**${heading}** · ${some.length}`, ...bounded(some.map(changeLine), 900)];
}

function changeLine({ thing, name, changes }: Existing): string {
  const what = [...new Set(Object.entries(changes).map(attributeChange))].join(', ');
  return `- ${thing.kind === 'channel' ? '#' : ''}${shown(name)}${what === '' ? '' : ` · ${clipped(what, 120)}`}`;
}

function byCategory(places: readonly Create[], server: Server): readonly string[] {
  const groups = Map.groupBy(places, ({ thing }) =>
    thing.kind === 'category' ? thing.binding : thing.attributes.parent,
  );
  return [...groups].map(([parent, group]) => {
    const own = group.find(({ thing }) => thing.kind === 'category');
    const name = own?.thing.name ?? server.channels.find(({ id }) => id === parent)?.name;
    const channels = group.filter(({ thing }) => thing.kind === 'channel').map(channel);
    return [name === undefined ? undefined : `**${shown(name)}**`, channels.join(', ')].filter(Boolean).join(': ');
  });
}

function channel(step: Create): string {
  const { name, type, attributes } = step.thing;
  const mark = isClosed(step) ? ' 🔒' : attributes['access/everyone/SendMessages'] === 'deny' ? ' 📢' : '';
  return `${type === 'voice' ? '🔊 ' : '#'}${shown(name)}${mark}`;
}

function isClosed({ thing }: Create): boolean {
  return thing.attributes['access/everyone/ViewChannel'] === 'deny';
}

function list(names: readonly string[], room: number): string {
  const kept = names.filter((_, at) => names.slice(0, at + 1).join(', ').length <= room);
  const more = names.length - kept.length;
  return more > 0 ? `${kept.join(', ')} … and ${more} more` : kept.join(', ');
}

function bounded(lines: readonly string[], room: number): readonly string[] {
  const kept = lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= room);
  const more = lines.length - kept.length;
  return more > 0 ? [...kept, `… and ${more} more`] : kept;
}

function shown(name: string): string {
  return escaped(clipped(name, 60));
}
