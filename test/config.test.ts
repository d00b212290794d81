/** Settings: what is read, what is refused, and what the person who starts Cairn is told. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { describeProblems, readConfig } from '../src/config.ts';

const token = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcdE', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.');

function problemsOf(environment: Record<string, string>) {
  const reading = readConfig(environment);
  return 'problems' in reading ? reading.problems : [];
}

const defaults = {
  discordApiUrl: 'https://discord.com/api',
  databaseUrl: 'file:var/cairn.sqlite',
  timeZone: 'UTC',
  port: 8080,
  dataDir: 'data',
  memberSync: false,
  playgroundPort: 4400,
  logLevel: 'info',
};

const everySetting = {
  DISCORD_TOKEN: token,
  DISCORD_API_URL: 'http://127.0.0.1:4401/api/',
  DATABASE_URL: 'postgres://cairn:pass@db.example.org/cairn',
  TIME_ZONE: 'Europe/Berlin',
  PORT: '80',
  PUBLIC_URL: 'https://cairn.example.org/',
  DATA_DIR: 'docs',
  MEMBER_SYNC: '1',
  PLAYGROUND_PORT: '0',
  LOG_LEVEL: 'debug',
};

test('an empty environment is enough', () => {
  expect(readConfig({})).toEqual({ config: defaults });
});

test('an empty variable counts as one that is not set', () => {
  expect(readConfig({ DISCORD_TOKEN: '', PORT: '', PUBLIC_URL: '' })).toEqual({ config: defaults });
});

test('every setting is read', () => {
  expect(readConfig(everySetting)).toEqual({
    config: {
      discordToken: token,
      discordApiUrl: 'http://127.0.0.1:4401/api',
      databaseUrl: 'postgres://cairn:pass@db.example.org/cairn',
      timeZone: 'Europe/Berlin',
      port: 80,
      publicUrl: 'https://cairn.example.org',
      dataDir: 'docs',
      memberSync: true,
      playgroundPort: 0,
      logLevel: 'debug',
    },
  });
});

test('.env.example names every setting, with its default', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8').replaceAll(/^#(?=[A-Z_]+=)/gm, ''));
  expect(readConfig(example)).toEqual({ config: defaults });
  expect(Object.keys(example).sort()).toEqual(Object.keys(everySetting).sort());
});

test('nobody can change a setting later', () => {
  const reading = readConfig({});
  expect('config' in reading && Object.isFrozen(reading.config)).toBe(true);
});

test('all problems are told at once, each with what to do', () => {
  const problems = problemsOf({
    DISCORD_TOKN: token,
    DATABASE_URL: 'mysql://db',
    TIME_ZONE: 'Berlin',
    PORT: '99999',
    MEMBER_SYNC: 'yes',
    LOG_LEVEL: 'wran',
  });
  expect(describeProblems(problems)).toBe(
    [
      'Cairn did not start. 6 settings need your attention, in the environment or in .env:',
      '  DISCORD_TOKN is no setting of Cairn. Did you mean DISCORD_TOKEN? Rename it, or remove it.',
      '  DATABASE_URL is neither a file nor a PostgreSQL server. Give file:PATH (such as file:var/cairn.sqlite) or postgres://USER:PASSWORD@HOST/DATABASE.',
      '  TIME_ZONE is "Berlin". Give an IANA time zone such as Europe/Berlin: did you mean that one?',
      '  PORT is "99999". Give a port from 1 to 65535, or 0 for any free one.',
      '  MEMBER_SYNC is "yes". Set 1, or remove it.',
      '  LOG_LEVEL is "wran". Did you mean warn? Give one of trace, debug, info, warn, error, fatal, silent.',
      '',
    ].join('\n'),
  );
});

test('one problem is told in the singular', () => {
  expect(describeProblems(problemsOf({ PORT: 'web' }))).toBe(
    'Cairn did not start. One setting needs your attention, in the environment or in .env:\n' +
      '  PORT is "web". Give a port from 1 to 65535, or 0 for any free one.\n',
  );
});

describe('the token', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['has a line break', `${token}\n`, 'contains a space or a line break'],
    ['was broken in two', `${token.slice(0, 30)} ${token.slice(30)}`, 'contains a space or a line break'],
    ['begins with Bot', `Bot ${token}`, 'starts with "Bot"'],
    ['is quoted', `"${token}"`, 'in quotation marks'],
    ['is the application id', '123456789012345678', 'an id of digits'],
    ['is the public key', 'a1'.repeat(32), 'public key'],
    ['is a placeholder', 'your-token-here', 'still a placeholder'],
    ['is a placeholder in brackets', '<token>', 'still a placeholder'],
    ['is another placeholder', 'BOT_TOKEN', 'still a placeholder'],
    ['is a placeholder in words', 'changeme', 'still a placeholder'],
    ['is three dots', 'MTIz...', 'still a placeholder'],
  ];

  test.each(refused)('is refused when it %s, and is not repeated', (_, value, why) => {
    const told = describeProblems(problemsOf({ DISCORD_TOKEN: value }));
    expect(told).toContain(why);
    for (const part of [value.trim(), token.slice(0, 20)]) expect(told).not.toContain(part);
  });

  test.each([token, 'local.seed-7.0123456789abcdef'])('%s is accepted', value => {
    expect(readConfig({ DISCORD_TOKEN: value })).toMatchObject({ config: { discordToken: value } });
  });
});

test.each(['postgres:db', 'postgres://', 'cairn.sqlite', 'file:', 'sqlite://x'])(
  'the database %s is refused without repeating it, for it may hold a password',
  DATABASE_URL => {
    const problems = problemsOf({ DATABASE_URL });
    expect(problems).toEqual([{ variable: 'DATABASE_URL', advice: expect.stringContaining('Give file:PATH') }]);
    expect(problems[0]?.advice.split('Give')[0]).not.toContain(DATABASE_URL);
  },
);

test.each([
  ['Mars/Olympus', 'Europe/Berlin.'],
  ['+02:00', 'Europe/Berlin.'],
  ['europe/berln', 'Europe/Berlin: did you mean that one?'],
  ['New York', 'America/New_York: did you mean that one?'],
  ['EST', 'Europe/Berlin.'],
  ['Etc/GMT-2', 'Europe/Berlin.'],
])('the time zone %s is answered with %s', (TIME_ZONE, example) => {
  const advice = `is "${TIME_ZONE}". Give an IANA time zone such as ${example}`;
  expect(problemsOf({ TIME_ZONE })).toEqual([{ variable: 'TIME_ZONE', advice }]);
});

test.each(['UTC', 'Etc/UTC', 'Asia/Calcutta', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'])(
  'the time zone %s is known',
  TIME_ZONE => {
    expect(readConfig({ TIME_ZONE })).toMatchObject({ config: { timeZone: TIME_ZONE } });
  },
);

test.each([
  ['DISCORD_API_URL', 'https://discord.com/api/v10', 'Cairn adds it'],
  ['DISCORD_API_URL', 'discord.com/api', 'Give a web address'],
  ['PUBLIC_URL', 'ftp://cairn.example.org', 'Give a web address'],
  ['PUBLIC_URL', 'https://cairn.example.org/?a=b', 'Give a web address'],
])('%s=%s is refused', (variable, value, why) => {
  expect(problemsOf({ [variable]: value })).toEqual([{ variable, advice: expect.stringContaining(why) }]);
});

test.each([
  ['nowhere/at-all', 'there is no such folder'],
  ['package.json', 'that is not a folder'],
  ['package.json/data', 'there is no such folder'],
])('the data folder %s is refused, since %s', (DATA_DIR, why) => {
  const advice = `is "${DATA_DIR}", and ${why}. Give the folder with the curriculum, or remove the line: then it is "data".`;
  expect(problemsOf({ DATA_DIR, PORT: 'web' })).toEqual([
    { variable: 'PORT', advice: expect.stringContaining('is "web"') },
    { variable: 'DATA_DIR', advice },
  ]);
});

test('without a token the playground needs a port of its own', () => {
  expect(problemsOf({ PORT: '4400' })).toEqual([
    { variable: 'PLAYGROUND_PORT', advice: 'is 4400, and so is PORT. Give them two different ports.' },
  ]);
  expect(problemsOf({ PORT: '4400', DISCORD_TOKEN: token })).toEqual([]);
  expect(problemsOf({ PORT: '0', PLAYGROUND_PORT: '0' })).toEqual([]);
});

test.each([
  ['DISCORDTOKEN', 'DISCORD_TOKEN'],
  ['discord_token', 'DISCORD_TOKEN'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['TIMEZONE', 'TIME_ZONE'],
  ['LOGLEVEL', 'LOG_LEVEL'],
])('%s is taken for a slip of the pen', (variable, meant) => {
  expect(problemsOf({ [variable]: 'x' })).toEqual([
    { variable, advice: `is no setting of Cairn. Did you mean ${meant}? Rename it, or remove it.` },
  ]);
});

test('variables of others are none of our business', () => {
  const environment = {
    PATH: '/bin',
    HOME: '/',
    PORTS: '1',
    SORT: '1',
    TIMEZONE: 'CET',
    TIME_ZONE: 'UTC',
    NODE_ENV: 'test',
  };
  expect(readConfig(environment)).toEqual({ config: defaults });
});
