/** The settings: environment in, frozen Config out, or every problem at once with what to do about it. */
import { existsSync, statSync } from 'node:fs';
import { z } from 'zod';

export type LogLevel = (typeof logLevels)[number];
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export interface Config {
  /** Absent: `npm start` opens the playground. */
  readonly discordToken?: string;
  /** Base of the REST API, without the version and without a slash at its end. */
  readonly discordApiUrl: string;
  /** `file:PATH` or `postgres://…` */
  readonly databaseUrl: string;
  readonly timeZone: string;
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  readonly dataDir: string;
  /** Ask for the GUILD_MEMBERS intent. */
  readonly memberSync: boolean;
  readonly playgroundPort: number;
  readonly logLevel: LogLevel;
}

/** One thing wrong with the settings. `advice` says what was expected and what to do. */
export interface ConfigProblem {
  readonly variable: string;
  readonly advice: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Turns a check that names a problem, or nothing, into one zod understands. */
const checked = (problemOf: (value: string) => string | undefined) =>
  z.string().superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

const port = checked(value =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535
    ? undefined
    : `is "${value}". Give a port from 1 to 65535, or 0 for any free one.`,
).transform(Number);

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

const webAddress = (example: string) =>
  checked(value => {
    const url = URL.parse(value);
    if (url && ['http:', 'https:'].includes(url.protocol) && !url.search && !url.hash) return undefined;
    return `is "${value}". Give a web address such as ${example}`;
  });

const schema = z.object({
  DISCORD_TOKEN: checked(tokenProblem).optional(),
  DISCORD_API_URL: webAddress('https://discord.com/api')
    .refine(value => !/\/v\d+\/*$/.test(value), 'ends with a version. Leave the /v… away: Cairn adds it.')
    .transform(withoutSlash)
    .default('https://discord.com/api'),
  DATABASE_URL: checked(databaseProblem).default('file:var/cairn.sqlite'),
  TIME_ZONE: checked(timeZoneProblem).default('UTC'),
  PORT: port.default(8080),
  PUBLIC_URL: webAddress('https://cairn.example.org').transform(withoutSlash).optional(),
  DATA_DIR: checked(folderProblem).default('data'),
  MEMBER_SYNC: checked(value => (['0', '1'].includes(value) ? undefined : `is "${value}". Set 1, or remove it.`))
    .transform(value => value === '1')
    .default(false),
  PLAYGROUND_PORT: port.default(4400),
  LOG_LEVEL: checked(logLevelProblem)
    .transform(value => value as LogLevel)
    .default('info'),
});

/** Adds what the file says to the environment, if there is one; what is set already stays. */
export function readEnvFile(path: string): { problems: readonly ConfigProblem[] } | undefined {
  if (!existsSync(path)) return undefined;
  try {
    if (statSync(path).isDirectory()) throw new Error('it is a folder');
    process.loadEnvFile(path);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = `cannot be read: ${reason}. Make it a file that the user who starts Cairn may read, or remove it.`;
    return { problems: [{ variable: path, advice }] };
  }
}

/** Reads the settings. An empty variable counts as one that is not set. */
export function readConfig(environment: Environment): { config: Config } | { problems: readonly ConfigProblem[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const reading = schema.safeParse(given);
  const problems = misspellings(given);
  if (!reading.success) {
    problems.push(...reading.error.issues.map(issue => ({ variable: String(issue.path[0]), advice: issue.message })));
  } else if (
    !reading.data.DISCORD_TOKEN &&
    reading.data.PORT !== 0 &&
    reading.data.PORT === reading.data.PLAYGROUND_PORT
  ) {
    problems.push({
      variable: 'PLAYGROUND_PORT',
      advice: `is ${reading.data.PORT}, and so is PORT. Give them two different ports.`,
    });
  }
  if (problems.length > 0 || !reading.success) return { problems };

  const { data } = reading;
  return {
    config: Object.freeze({
      ...(data.DISCORD_TOKEN && { discordToken: data.DISCORD_TOKEN }),
      discordApiUrl: data.DISCORD_API_URL,
      databaseUrl: data.DATABASE_URL,
      timeZone: data.TIME_ZONE,
      port: data.PORT,
      ...(data.PUBLIC_URL && { publicUrl: data.PUBLIC_URL }),
      dataDir: data.DATA_DIR,
      memberSync: data.MEMBER_SYNC,
      playgroundPort: data.PLAYGROUND_PORT,
      logLevel: data.LOG_LEVEL,
    }),
  };
}

/** What a person who starts Cairn reads: one line per problem. */
export function describeProblems(problems: readonly ConfigProblem[]): string {
  const count = problems.length === 1 ? 'One setting needs' : `${problems.length} settings need`;
  const lines = problems.map(({ variable, advice }) => `  ${variable} ${advice}`);
  return [`Cairn did not start. ${count} your attention, in the environment or in .env:`, ...lines, ''].join('\n');
}

const placeholders = [
  /^[<[{$(]|[.]{3}|…|^x{3,}/i,
  /^(your|my|the|change|replace|insert|paste|put|todo|example|secret)([-_]?(me|this|bot|discord|token|here|secret|your|the)|$)/i,
  /(^|[-_])token([-_]here)?$/i,
];

/** Never shows the token: a problem may end up in a log or a screenshot. */
function tokenProblem(token: string): string | undefined {
  const where = 'Copy the token again from the Developer Portal, page "Bot".';
  if (/^bot\s/i.test(token)) return 'starts with "Bot". Give the token alone.';
  if (/^["'].*["']$/s.test(token)) return 'is in quotation marks. Give the token without them.';
  if (/\s/.test(token)) return `contains a space or a line break. ${where}`;
  if (/^\d{15,21}$/.test(token)) return `is an id of digits, perhaps the application's. ${where}`;
  if (/^[0-9a-f]{64}$/i.test(token)) return `looks like the application's public key. ${where}`;
  if (placeholders.some(shape => shape.test(token)))
    return `is still a placeholder. ${where} Or remove the line: then \`npm start\` opens the playground.`;
  return undefined;
}

/** Never shows the address: it may carry a password. */
function databaseProblem(address: string): string | undefined {
  const expected = 'Give file:PATH (such as file:var/cairn.sqlite) or postgres://USER:PASSWORD@HOST/DATABASE.';
  if (/^postgres(ql)?:/i.test(address)) {
    return URL.canParse(address) && /^postgres(ql)?:\/\/./i.test(address)
      ? undefined
      : `is not a complete address. ${expected}`;
  }
  if (/^file:./.test(address)) return undefined;
  return `is neither a file nor a PostgreSQL server. ${expected}`;
}

function folderProblem(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return undefined;
  const what = found ? 'that is not a folder' : 'there is no such folder';
  return `is "${path}", and ${what}. Give the folder with the curriculum, or remove the line: then it is "data".`;
}

function timeZoneProblem(zone: string): string | undefined {
  const known = Intl.supportedValuesOf('timeZone');
  // Aliases such as Asia/Calcutta are zones too, though not listed. Offsets are none, whether +02:00, Etc/GMT-2 or EST:
  // they know nothing of daylight saving.
  if (/^(?:etc\/)?utc$/i.test(zone) || (/^(?!etc\/)[a-z]+\//i.test(zone) && isTimeZone(zone))) return undefined;
  const city = known.find(name => name.toLowerCase().endsWith(`/${zone.toLowerCase().replaceAll(' ', '_')}`));
  const meant = city ?? nearest(zone, known, 3);
  return `is "${zone}". Give an IANA time zone such as ${meant ?? 'Europe/Berlin'}${meant ? ': did you mean that one?' : '.'}`;
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function logLevelProblem(level: string): string | undefined {
  if ((logLevels as readonly string[]).includes(level)) return undefined;
  const meant = nearest(level, logLevels, 2);
  return `is "${level}". ${meant ? `Did you mean ${meant}? ` : ''}Give one of ${logLevels.join(', ')}.`;
}

/** Variables that are nearly one of ours, while ours is not set. Short names are left alone: PORT resembles too much. */
function misspellings(given: Environment): ConfigProblem[] {
  const missing = Object.keys(schema.shape).filter(name => name.length >= 8 && given[name] === undefined);
  return Object.keys(given)
    .filter(name => !(name in schema.shape))
    .flatMap(variable => {
      const meant = nearest(variable, missing, variable.length < 10 ? 1 : 2);
      return meant
        ? [{ variable, advice: `is no setting of Cairn. Did you mean ${meant}? Rename it, or remove it.` }]
        : [];
    });
}

function nearest(word: string, names: readonly string[], within: number): string | undefined {
  const measured = names.map(name => ({ name, distance: editDistance(word.toLowerCase(), name.toLowerCase()) }));
  return measured.filter(({ distance }) => distance <= within).sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** Levenshtein, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (b[column - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
