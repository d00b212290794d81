/** Every rule of data/README.md, broken once: the file, the line, the number and the advice. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Rule, rules } from '../../src/curriculum/rules.ts';
import { edited, type Files, problemsWith, sound } from './data-folder.ts';

interface Breach {
  readonly files: Files;
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

const [level, track, laws] = ['paths/level/level-one.yaml', 'paths/track/safety.yaml', 'items/laws.yaml'];
const community = 'community.yaml';
const breach = (file: string, passage: string, replacement: string, line: number, says: string): Breach => ({
  files: edited(file, passage, replacement),
  file,
  line,
  says,
});

const many = (count: number, key: string) =>
  Array.from({ length: count }, (_, index) => `  ${key}-${index}: { name: ${key.trim()}-${index} }\n`).join('');
const manyCategories = (count: number, channels: number) =>
  Array.from({ length: count }, (_, category) => {
    const own = many(channels, `    c${category}`);
    return `  c-${category}:\n    name: C ${category}\n    channels:\n${own}`;
  }).join('');

const breaches: Readonly<Record<Rule, readonly Breach[]>> = {
  filePlace: [
    { files: { 'milestones.yaml': '' }, file: 'milestones.yaml', line: 1, says: 'missing' },
    { files: { 'items/paterns.yaml': 'a: b' }, file: 'items/paterns.yaml', line: 1, says: '"patterns.yaml"' },
    { files: { 'items/laws.yml': 'a: b' }, file: 'items/laws.yml', line: 1, says: 'Rename it' },
    { files: { 'paths/rolle/x.yaml': 'a: b' }, file: 'paths/rolle', line: 1, says: '"role"' },
    { files: { 'paths/role/x.yml': 'a: b' }, file: 'paths/role/x.yml', line: 1, says: 'Rename it' },
  ],
  fileText: [
    { files: { [laws]: `${sound[laws]}# \u0007` }, file: laws, line: 9, says: 'control character' },
    { files: { [laws]: `\ufeff${sound[laws]}` }, file: laws, line: 1, says: 'byte-order mark' },
    { files: { [laws]: `${sound[laws]}#${'x'.repeat(256 * 1024)}` }, file: laws, line: 1, says: '257 KB' },
  ],
  yaml: [
    breach(laws, 'title: "Law 1"', 'title: "Law 1', 2, 'This is not YAML'),
    breach(laws, 'title: "Law 1"', 'title: Law 1: One', 2, 'This is not YAML'),
    breach(level, 'order: 1', '---\norder: 1', 2, 'multiple documents'),
  ],
  keyOnce: [
    breach(laws, '  page: laws/one/', '  page: laws/one/\n  page: laws/two/', 4, '"page" is already written'),
    breach(laws, 'law-2:', 'law-1:', 5, '"law-1" is already written'),
  ],
  plainYaml: [
    breach(laws, '[law-1]', '&again [law-1]', 7, '"&again"'),
    breach(laws, '"Law 1"', '!!str 1', 2, 'Tags'),
    {
      files: { 'curriculum.yaml': `%YAML 1.1\n---\n${sound['curriculum.yaml']}` },
      file: 'curriculum.yaml',
      line: 1,
      says: 'Directives',
    },
  ],
  unknownKey: [
    breach(laws, 'page:', 'pgae:', 3, 'Did you mean "page"?'),
    breach(community, 'colour:', 'color:', 3, 'Did you mean "colour"?'),
    breach(community, 'kind: voice', 'kind: voice, writes: nobody', 11, 'Known are: name, kind, sees.'),
  ],
  missingKey: [breach(laws, '  title: "Law 1"\n', '', 1, '"title" is missing')],
  type: [
    breach(laws, '"Law 1"', '1', 2, 'Put it in quotes'),
    breach(level, 'learn: [Something]', 'learn: Something', 7, 'a list'),
    breach(level, 'order: 1', 'order: first', 2, 'whole number'),
    breach('pages.yaml', 'pages: |', 'pages:', 2, 'block of lines'),
    breach(track, '[pattern-timeout]', '[{ item: pattern-timeout, coming_soon: soon }]', 12, 'true or false'),
  ],
  choice: [
    breach(level, 'overview', 'overvew', 5, 'Did you mean "overview"?'),
    breach(community, '[Monday]', '[Mondy]', 17, 'Did you mean "Monday"?'),
    breach(community, 'kind: voice', 'kind: vocie', 11, 'Did you mean "voice"?'),
    breach(community, 'sees: nobody', 'sees: anybody', 15, 'everyone, nobody'),
  ],
  span: [breach(level, '2-3', '3-2', 5, '"3-2"'), breach(level, '2-3', '0', 5, 'from 1 to 52')],
  text: [
    breach(laws, '"Law 1"', '"Law 1 "', 2, 'ends with a blank'),
    breach(laws, '"Law 1"', `"${'x'.repeat(101)}"`, 2, '101 characters'),
    breach(laws, '"Law 1"', '"Law \\ud800"', 2, 'printable'),
    breach(community, 'topic: A topic', `topic: ${'x'.repeat(1025)}`, 10, 'at most 1024'),
    breach(community, 'name: Great Hall', `name: ${'x'.repeat(101)}`, 11, 'at most 100'),
  ],
  emptyList: [breach(laws, '[law-1]', '[]', 7, 'empty')],
  oneOf: [
    breach(level, 'weeks: 2-3', 'weeks: 2-3, days: 3', 5, 'in weeks or in days'),
    breach('references.yaml', ', item: law-1', '', 4, 'an item or to a page'),
    breach('certificates.yaml', '{ kinds: [level] }', '{}', 10, 'What is to be completed'),
  ],
  id: [breach(laws, 'law-2:', 'Law_2:', 5, '"Law_2" is no id'), breach(laws, 'law-2:', 'two:', 5, 'Call it "law-two"')],
  pathOnce: [
    { files: { 'paths/topic/safety.yaml': sound[track] ?? '' }, file: track, line: 1, says: 'paths/topic/safety.yaml' },
  ],
  name: [
    breach(laws, 'Second Law', 'timeout', 8, '"pattern-timeout"'),
    breach(laws, 'Second Law', 'law-1', 8, '"law-1" already names "law-1"'),
    breach(level, '[law-1, law-2]', '[law-1, { item: law-2, title: Timeout }]', 13, '"pattern-timeout"'),
  ],
  reference: [
    breach(level, '[law-1, law-2]', '[law-1, lwa-2]', 13, 'Did you mean "law-2"?'),
    breach(level, '[law-1, law-2]', '[law-1, Second Law]', 13, 'Did you mean "law-2"?'),
    breach(level, '[patience]', '[patiense]', 9, 'Did you mean "patience"?'),
    breach('certificates.yaml', 'level-one', 'level-on', 3, 'Did you mean "level-one"?'),
    breach('certificates.yaml', 'kinds: [level]', 'paths: [level-onee]', 10, 'Did you mean "level-one"?'),
    breach('certificates.yaml', '[law-1, law-2]', '[law-1, law-2, law-3]', 4, 'There is no item "law-3"'),
    breach('references.yaml', 'law-1', 'lab-1', 4, 'Did you mean "law-1"?'),
    breach('prerequisites.yaml', 'Patience', 'Patience\n  completed: { paths: [savety] }', 3, 'Did you mean "safety"?'),
    breach(track, 'order: 1', 'order: 1\nvariant_of: savety', 3, 'Did you mean "safety"?'),
    breach(
      community,
      'paths: [level-one] }\n  keeper',
      'paths: [level-on] }\n  keeper',
      3,
      'Did you mean "level-one"?',
    ),
    breach(community, 'certificates: [keeper]', 'certificates: [keper]', 4, 'Did you mean "keeper"?'),
    breach(community, 'sees: [learner]', 'sees: [lerner]', 10, 'Did you mean "learner"?'),
    breach(community, 'channel: talk, voice', 'channel: tlak, voice', 17, 'Did you mean "talk"?'),
    breach(community, 'role: pinged', 'role: pingd', 17, 'Did you mean "pinged"?'),
    breach(community, 'paths: [level-one], aim', 'paths: [safty], aim', 21, 'Did you mean "safety"?'),
  ],
  page: [
    breach(laws, 'laws/one/', 'laws/onee/', 3, 'Did you mean "laws/one/"?'),
    breach(level, 'order: 1', 'order: 1\npage: laws/tow/', 3, 'Did you mean "laws/two/"?'),
    breach('references.yaml', 'item: law-1', 'page: laws/', 4, 'The handbook has no page "laws/"'),
  ],
  pageList: [
    breach('pages.yaml', 'laws/two/  Law Two', 'laws/two Law Two', 3, 'two blanks'),
    breach('pages.yaml', 'laws/two/', 'laws/one/', 3, 'listed above already'),
  ],
  handbook: [breach('curriculum.yaml', 'https://example.org/book/', 'example.org', 3, 'no address')],
  cycle: [breach(laws, '  page: laws/one/', '  requires: [law-2]', 7, 'law-1 → law-2 → law-1')],
  itemOnce: [breach(track, '[pattern-timeout]', '[pattern-timeout, pattern-timeout]', 12, 'on line 12')],
  counted: [
    {
      files: {
        ...edited(track, '[pattern-timeout]', '[{ item: pattern-timeout, coming_soon: true }]'),
        ...edited('items/patterns.yaml', 'title: Timeout', 'title: Timeout\n  status: coming-soon'),
        ...edited(
          'certificates.yaml',
          '\nkeeper:\n  title: Keeper\n  path: safety\n  items: [pattern-timeout]\n  completed: { kinds: [level] }\n',
          '',
        ),
      },
      file: track,
      line: 1,
      says: 'No item of this path counts',
    },
  ],
  weeks: [
    breach(level, '    source: path-items', '    weeks: 1\n    source: path-items', 12, 'Remove "weeks"'),
    breach(
      level,
      'stages:',
      'stages:\n  - { title: Early, weeks: 2, source: detailed, places: [pattern-timeout] }',
      12,
      'week 1',
    ),
  ],
  stageTitle: [
    breach(
      track,
      'stages:',
      'stages:\n  - { title: "Week 1: Start", source: detailed, places: [law-1] }',
      11,
      'Rename one',
    ),
  ],
  variant: [
    breach(track, 'order: 1', 'order: 1\nvariant_of: safety', 3, 'no full path'),
    breach(track, 'order: 1', 'order: 1\nvariant_of: level-one', 3, 'paths/level/'),
  ],
  comingSoon: [
    {
      files: edited('items/patterns.yaml', 'title: Timeout', 'title: Timeout\n  status: coming-soon'),
      file: track,
      line: 12,
      says: 'coming_soon: true',
    },
    {
      files: edited(track, '[pattern-timeout]', '[law-1, { item: pattern-timeout, coming_soon: true }]'),
      file: 'items/patterns.yaml',
      line: 1,
      says: 'status: coming-soon',
    },
  ],
  retired: [
    {
      files: edited('items/patterns.yaml', 'title: Timeout', 'title: Timeout\n  status: retired'),
      file: track,
      line: 12,
      says: 'Remove it here',
    },
    {
      files: {
        ...edited(laws, '  page: laws/one/', '  status: retired'),
        ...edited(level, '[law-1, law-2]', '[law-2]'),
      },
      file: laws,
      line: 7,
      says: 'Require what replaces it',
    },
  ],
  certificateItems: [
    breach('certificates.yaml', '[law-1, law-2]', '[law-1]', 1, 'also counts: law-2'),
    breach('certificates.yaml', '[law-1, law-2]', '[law-1, law-2, pattern-timeout]', 4, 'does not count'),
    breach('certificates.yaml', '[law-1, law-2]', '[law-1, law-2, law-1]', 4, 'listed twice'),
  ],
  trackCertificate: [breach('certificates.yaml', '  completed: { kinds: [level] }\n', '', 6, 'completed path')],
  certificateOnce: [breach('certificates.yaml', 'path: safety', 'path: level-one', 8, '"beginner" closes "level-one"')],
  discordName: [
    breach(community, 'name: talk', 'name: Small Talk', 10, 'Write "small-talk"'),
    breach(community, 'name: talk', 'name: "a#b"', 10, 'small letters'),
    breach(community, 'name: Learner', 'name: "@Everyone"', 3, 'everybody'),
  ],
  nameTaken: [
    breach(community, 'name: Keeper', 'name: learner', 4, 'on line 3'),
    breach(community, 'name: Second', 'name: First', 13, 'The category on line 8'),
    breach(community, 'name: organisers', 'name: talk', 15, 'The channel on line 10'),
  ],
  colour: [
    breach(community, '"#0fa626"', 'green', 3, 'six digits'),
    breach(community, '"#0fa626"', '"#000000"', 3, 'no colour'),
  ],
  emoji: [
    breach(community, '🌱', '":seedling:"', 3, 'not one emoji'),
    breach(community, '🌱', '🌱🌱', 3, 'not one emoji'),
  ],
  amount: [
    breach(community, '  learner:', `${many(247, 'role')}  learner:`, 252, 'Discord allows 249'),
    breach(community, '      talk:', `${many(49, '    channel')}      talk:`, 60, 'Discord allows 50'),
    breach(community, '  first:', `${manyCategories(10, 50)}  first:`, 527, 'Discord allows 500'),
  ],
  channelOnce: [breach(community, '      organisers:', '      talk:', 15, 'The channel on line 10')],
  audience: [
    breach(community, 'writes: [learner]', 'writes: [learner, keeper]', 10, 'keeper may write but not see'),
    breach(community, 'writes: [learner]', 'writes: everyone', 10, 'everyone may write but not see'),
    breach(community, 'sees: [learner], writes', 'sees: nobody, writes', 10, 'learner may write but not see'),
  ],
  privateChannel: [breach(community, ', sees: nobody', '', 15, 'evidence')],
  roleSource: [
    breach(community, 'certificates: [keeper]', 'certificates: [keeper], paths: [safety]', 4, 'Make two roles'),
  ],
  certificateRole: [
    breach(community, 'certificates: [keeper]', 'certificates: [beginner]', 4, '"keeper" is a certificate'),
    breach(community, 'paths: [level-one] }\n  keeper', 'certificates: [keeper] }\n  keeper', 4, '"learner" already'),
  ],
  groupRole: [
    breach(community, 'role: pinged', 'role: learner', 17, 'Take another role'),
    breach(
      community,
      'office_hours',
      '  other: { title: O, paths: [safety], channel: talk, role: pinged, meets: [{ days: [Monday], at: "19:00", minutes: 60 }] }\noffice_hours',
      18,
      'Give each group its own role',
    ),
    breach(community, 'aim: 3', 'aim: 3, role: pinged', 21, 'Joining the group "group"'),
    breach(community, 'aim: 3', 'aim: 3, role: keeper', 21, 'Take another role'),
  ],
  channelKind: [
    breach(community, 'voice: hall', 'voice: talk', 17, '"talk" is a text channel'),
    breach(community, 'channel: talk, voice', 'channel: hall, voice', 17, '"hall" is a voice channel'),
  ],
  time: [
    breach(community, '"19:00"', '"24:00"', 17, '"24:00" is no time of day'),
    breach(community, '"19:00"', '7pm', 17, '"7pm" is no time of day'),
    breach(community, '[Monday]', '[Monday, Monday]', 17, 'listed twice'),
    breach(community, 'minutes: 60 }] }\noffice', 'minutes: 600 }] }\noffice', 17, 'at most 480'),
  ],
  zone: [
    breach(community, 'Europe/Berlin', 'Berlin', 19, 'Did you mean "Europe/Berlin"?'),
    breach(community, 'Europe/Berlin', '"+02:00"', 19, 'is no time zone'),
    breach(community, 'Europe/Berlin', 'EST', 19, 'is no time zone'),
    breach(community, 'Europe/Berlin', 'Europe/Belrin', 19, 'Did you mean "Europe/Berlin"?'),
    breach(community, 'Europe/Berlin', 'europe/berlin', 19, 'Did you mean "Europe/Berlin"?'),
    breach(community, 'Europe/Berlin', 'Etc/GMT-1', 19, 'is no time zone'),
  ],
  meetingOnce: [
    breach(
      community,
      'minutes: 60 }] }\noffice',
      'minutes: 60 }, { days: [Friday, Monday], at: "19:00", minutes: 30, zone: Asia/Tokyo }] }\noffice',
      17,
      'on Monday at 19:00 by line 17 already',
    ),
  ],
  groupKey: [
    breach(community, '  group: {', '  office-hours-weekly: {', 17, 'call it "weekly"'),
    breach(community, '  group: {', '  community: {', 17, 'Call it "community-group"'),
    breach(community, '  group: {', `  ${'g'.repeat(33)}: {`, 17, 'has 33 characters'),
    breach(community, '  weekly: {', `  ${'w'.repeat(20)}: {`, 19, 'has 20 characters, and at most 19'),
  ],
  kind: [
    breach('curriculum.yaml', 'file: laws.yaml', 'file: laws', 6, 'ends in ".yaml"'),
    breach('curriculum.yaml', 'prefix: law-', 'prefix: law', 6, 'Write "law-"'),
    breach('curriculum.yaml', 'file: patterns.yaml', 'file: laws.yaml', 7, '"law" has it already'),
    breach('curriculum.yaml', 'prefix: pattern-', 'prefix: law-pattern-', 7, 'begins like "law-"'),
  ],
  shown: [
    breach('certificates.yaml', 'items: [law-1', 'shown: [laws]\n  items: [law-1', 4, 'Did you mean "law"?'),
    breach('certificates.yaml', 'items: [law-1', 'shown: [thesis]\n  items: [law-1', 4, 'Known are: law, pattern.'),
    breach('certificates.yaml', 'items: [law-1', 'shown: [law]\n  items: [law-1', 4, 'Add "work: true"'),
    {
      files: {
        ...edited('curriculum.yaml', 'prefix: law-', 'prefix: law-, work: true'),
        ...edited('certificates.yaml', 'items: [law-1', 'shown: [law, law]\n  items: [law-1'),
      },
      file: 'certificates.yaml',
      line: 4,
      says: 'listed twice',
    },
  ],
};

describe.each(Object.entries(breaches))('the rule %s', (name, cases) => {
  const number = rules[name as Rule];
  test.each(cases.map(one => [`${one.file}:${one.line}`, one] as const))('is told at %s', async (_, one) => {
    const problems = await problemsWith(one.files);
    const told = problems.find(({ rule, file, line }) => rule === number && file === one.file && line === one.line);
    expect(told?.message, JSON.stringify(problems, null, 1)).toContain(one.says);
  });
});

test('the sound curriculum breaks no rule', async () => {
  expect(await problemsWith({})).toEqual([]);
});

test('the README explains each rule in one numbered sentence, and no other', () => {
  const chapter = /\n## Rules\n(.*?)\n## /s.exec(readFileSync('data/README.md', 'utf8'))?.[1] ?? '';
  const numbers = [...chapter.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Object.values(rules));
});
