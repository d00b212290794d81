/**
 * A year of a server's study groups in front of the real bot, which is killed at random points of it while one trouble
 * follows the other. At the end each ping that was due has been said once, or it is on record why not.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, startDiscord } from '../../../playground/discord/index.ts';
import { setUp } from '../../../playground/set-up.ts';
import { invitePermissions } from '../../../src/discord/invite.ts';
import { randomFrom } from '../random.ts';
import { startClockedBot } from './bot.ts';
import { openLedger } from './ledger.ts';
import { liveThrough, type Year } from './living.ts';
import { settle } from './people.ts';
import { watchPosts } from './posted.ts';
import { isSound, type Verdict, verdictOn } from './verdict.ts';

export interface YearPlan {
  /** How often the bot is killed. */
  readonly kills: number;
  readonly seed: number;
  /** How many of the year's pings the bot lives through around each kill; the days between pass while it is down. */
  readonly around: number;
  /** Of an empty PostgreSQL database; absent: SQLite, in a file. */
  readonly databaseUrl?: string | undefined;
  readonly tell: (line: string) => void;
}

export interface YearReport extends Verdict {
  readonly seed: number;
  /** Of the community. */
  readonly zone: string;
  readonly kills: number;
  /** How often two processes were at it at once. */
  readonly pairs: number;
  /** How often a meeting was skipped or moved. */
  readonly hosted: number;
  /** How often each trouble came. */
  readonly troubles: Readonly<Record<string, number>>;
}

/** A community is in one of them. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
] as const;
const begin = Temporal.Instant.from('2027-01-03T12:00:00Z');
const year = { hours: 364 * 24 };

export async function livesThroughAYear({ kills, seed, around, databaseUrl, tell }: YearPlan): Promise<YearReport> {
  const random = randomFrom(seed);
  const zone = zones[seed % zones.length] ?? zones[0];
  const folder = await mkdtemp(join(tmpdir(), 'cairn-year-'));
  const database = databaseUrl ?? `file:${join(folder, 'cairn.sqlite')}`;
  const clock = createClock();
  clock.setOffset(Temporal.Now.instant().until(begin).round('millisecond'));
  const discord = await startDiscord({ clock, rateLimits: false, gateway: { identifyEvery: 0 } });
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  const general = guild.createChannel({ name: 'general' });
  const application = discord.createApplication({ name: 'Cairn' });
  discord.invite(application, guild, invitePermissions);
  const start = () => startClockedBot(discord, application, { database, zone });

  const isOfOrganisers = (channelId: string) =>
    guild.channels.some(({ id, name }) => id === channelId && name === 'organisers');
  const posted = watchPosts(discord, application.botUserId, id => id !== general.id && !isOfOrganisers(id));
  const first = await start();
  await setUp(discord, guild);
  const people = await settle(discord, guild);
  await first.stop();
  const ledger = await openLedger(database, guild.id, zone);
  const [from, until] = [clock.now(), clock.now().add(year)];
  // Of the first meetings some was due before the server was set up.
  await ledger.expected(from.subtract({ hours: 48 }), from);
  const planned = await ledger.expected(from, until);
  tell(`${planned.length} pings are due in the year, in ${zone}; seed ${seed}`);

  const lived: Year = { discord, guild, ledger, due: planned, until, served: [], people, random, start, tell };
  const came = await liveThrough(lived, kills, around);
  posted.stop();
  people.leave();
  const rows = await ledger.rows();
  await ledger.expected(until, clock.now().add({ hours: 48 }));
  const reminders = (await ledger.expected(from, until)).filter(({ kind }) => kind === 'reminder');
  const due = [...lived.due, ...reminders, ...(await ledger.changes())];
  const verdict = verdictOn(due, rows, { posted, served: lived.served, ledger });
  await ledger.close();
  await discord.close({ ignoreViolations: true });
  if (isSound(verdict)) await rm(folder, { recursive: true });
  else tell(`The database stays to be looked at: ${database}`);
  return { seed, zone, kills, ...came, ...verdict };
}
