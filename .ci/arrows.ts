/** Which room may import what: levels, leaves, the playground's fence, packages per room, no cycles. */
import type { IConfiguration, IRegularForbiddenRuleType as Rule } from 'dependency-cruiser';

/** From the bottom up. A room imports lower levels and itself, nothing beside it. */
const levels = [
  ['domain'],
  ['curriculum', 'store', 'views', 'pictures', 'credentials', 'zones', 'calendar'],
  ['flows'],
  ['discord', 'schedule', 'web'],
];

/** Each package with the places that may import it; one that is missing here fails the check. */
const packages: Record<string, readonly string[]> = {
  kysely: ['src/store/'],
  'better-sqlite3': ['src/store/'],
  pg: ['src/store/'],
  'discord.js': ['src/discord/'],
  'discord-api-types': ['src/discord/', 'src/views/', 'commands/', 'playground/'],
  'node-cron': ['src/schedule/'],
  yaml: ['src/curriculum/'],
  zod: ['src/config.ts', 'src/curriculum/', 'src/web/', 'playground/'],
  hono: ['src/web/', 'playground/'],
  '@hono/node-server': ['src/web/', 'playground/'],
  pino: ['src/log.ts'],
  jose: ['src/credentials/'],
  '@napi-rs/canvas': ['src/pictures/'],
  uqr: ['src/pictures/'],
  '@fontsource': ['src/pictures/'],
  '@fontsource-variable': ['src/pictures/'],
  'ical.js': ['src/calendar/'],
  '@vvo/tzdb': ['src/zones/'],
  ws: ['playground/'],
  'discord-api-spec': ['playground/'],
};

const product = '^(src|commands|playground)/';
const everything = '^(src|commands|playground|bench|test)/';
const top = '^src/(app|main)[.]ts$';
const installed = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'] as const;

const room = (names: readonly string[]) => `^src/(${names.join('|')})/`;
const anchored = (places: readonly string[]) => places.map(place => `^${place.replaceAll('.', '[.]')}`);
const inPackage = (name: string) => `(^|/)node_modules/${name.replaceAll('.', '[.]')}/`;

function rule(name: string, comment: string, from: Rule['from'], to: Rule['to']) {
  return { name, comment, severity: 'error', from, to } as const;
}

const upward = levels.map((rooms, level) =>
  rule(
    'upward',
    'A room imports only lower levels and itself.',
    { path: room(rooms) },
    {
      path: [top, '^commands/', ...levels.slice(level + 1).map(room)],
    },
  ),
);

const sideways = levels
  .filter(rooms => rooms.length > 1)
  .map(rooms =>
    rule(
      'sideways',
      'Rooms of one level do not know each other.',
      { path: room(rooms) },
      {
        path: room(rooms),
        pathNot: '^src/$1/',
      },
    ),
  );

const packageRooms = Object.entries(packages).map(([name, places]) =>
  rule(
    'package-in-wrong-room',
    'Each package has its rooms: see .ci/arrows.ts.',
    { path: product, pathNot: anchored(places) },
    {
      path: inPackage(name),
    },
  ),
);

const fences = [
  rule(
    'flows-word-nothing',
    'Flows return outcomes; wording is for views.',
    { path: '^src/flows/' },
    { path: '^src/views/' },
  ),
  rule(
    'commands-stay-thin',
    'A command sees the contract, flows, views and domain, and no other command.',
    { path: '^commands/' },
    { path: ['^src/', '^commands/'], pathNot: ['^src/discord/command[.]ts$', room(['flows', 'views', 'domain'])] },
  ),
  rule('app-loads-commands', 'Commands are found by the loader.', { path: top }, { path: '^commands/' }),
  rule(
    'main-stays-thin',
    'main starts app, config, log and the playground.',
    { path: '^src/main[.]ts$' },
    {
      path: product,
      pathNot: ['^src/(app|config|log)[.]ts$', '^playground/main[.]ts$'],
    },
  ),
  rule('app-is-below-main', 'main is imported by nobody.', { path: everything }, { path: '^src/main[.]ts$' }),
  rule(
    'leaves',
    'config and log import nothing of the house.',
    { path: '^src/(config|log)[.]ts$' },
    { path: everything },
  ),
  rule(
    'config-is-handed-down',
    'Only main and app read settings; others are given what they need.',
    { path: product, pathNot: [top, '^playground/main[.]ts$'] },
    { path: '^src/config[.]ts$' },
  ),
  rule(
    'pure-rooms-are-silent',
    'domain and views do not log.',
    { path: room(['domain', 'views']) },
    { path: '^src/log[.]ts$' },
  ),
  rule(
    'log-is-handed-down',
    'A log is passed in; below app only its type is imported.',
    { path: product, pathNot: [top, '^playground/main[.]ts$'] },
    { path: '^src/log[.]ts$', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'playground-knows-no-cairn',
    'The playground stands for Discord: only its main knows the bot.',
    { path: '^playground/', pathNot: '^playground/main[.]ts$' },
    { path: '^(src|commands)/' },
  ),
  rule(
    'cairn-knows-no-playground',
    'Only main starts the playground.',
    { path: '^(src|commands)/', pathNot: '^src/main[.]ts$' },
    { path: '^playground/' },
  ),
  rule(
    'local-discord-knows-no-page',
    'The page uses the local Discord, never the reverse.',
    { path: '^playground/discord/' },
    {
      path: '^playground/',
      pathNot: '^playground/discord/',
    },
  ),
  rule(
    'product-knows-no-tests',
    'Nothing that runs needs tests or benchmarks.',
    { path: product },
    { path: '^(test|bench)/' },
  ),
];

const packageRules = [
  ...packageRooms,
  rule(
    'package-not-listed',
    'Give the package a room in .ci/arrows.ts first.',
    { path: product },
    {
      dependencyTypes: [...installed],
      pathNot: Object.keys(packages).map(inPackage),
    },
  ),
  rule(
    'package-not-installed-for-users',
    'What runs belongs to dependencies.',
    { path: '^(src|commands)/' },
    {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  rule(
    'pure-rooms-need-no-node',
    'domain and views are values in, values out.',
    { path: room(['domain', 'views']) },
    {
      dependencyTypes: ['core'],
    },
  ),
];

const graph = [
  rule('cycle', 'No cycles, not even of types.', { path: everything }, { circular: true }),
  rule('unresolved', 'An import that leads nowhere.', { path: everything }, { couldNotResolve: true }),
];

export const arrows: IConfiguration = {
  forbidden: [...upward, ...sideways, ...fences, ...packageRules, ...graph],
  options: {
    // TypeScript 7 has no parser to lend; without swc the cruise would pass over 0 modules.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
