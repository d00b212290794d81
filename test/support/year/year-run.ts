/**
 * A year of a server's study groups in front of the real bot, which is killed at random points of it while one trouble
 * follows the other. At the end each ping that was due has been said once, or it is on record why not.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClock, type Guild, type LocalDiscord, startDiscord } from '../../../playground/discord/index.ts';
import { setUp } from '../../../playground/set-up.ts';
import { invitePermissions } from '../../../src/discord/invite.ts';
import type { Ping } from '../../../src/domain/groups/ping.ts';
import { type Random, randomFrom } from '../random.ts';
import { type ClockedBot, startClockedBot } from './bot.ts';
import { openLedger, type YearLedger } from './ledger.ts';
import { watchPosts } from './posted.ts';
import { lastingTroubles, outagesOf, passingTroubles, type Trouble } from './troubles.ts';
import { isSound, type Verdict, verdictOn } from './verdict.ts';

export interface YearPlan {
  /** How often the bot is killed. */
  readonly kills: number;
  readonly seed: number;
  /** How many of the year's pings the bot lives through around each kill; the days between pass while it is down. */
  readonly around: number;
  readonly tell: (line: string) => void;
}

export interface YearReport extends Verdict {
  readonly seed: number;
  readonly kills: number;
  /** How often two processes were at it at once. */
  readonly pairs: number;
  /** How often each trouble came. */
  readonly troubles: Readonly<Record<string, number>>;
}

/** Of the community; the clocks change on 28 March and 31 October. */
const zone = 'Europe/Berlin';
const begin = Temporal.Instant.from('2027-01-03T12:00:00Z');
const year = { hours: 364 * 24 };
/** Seconds by which the clock moves on, one after the other, while the bot works off what is due. */
const waits = [...Array(60).fill(1), ...Array(40).fill(20)] as readonly number[];

interface Year {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly ledger: YearLedger;
  readonly due: readonly Ping[];
  readonly random: Random;
  readonly start: () => Promise<ClockedBot>;
  readonly tell: (line: string) => void;
}

export async function livesThroughAYear({ kills, seed, around, tell }: YearPlan): Promise<YearReport> {
  const random = randomFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'cairn-year-'));
  const database = join(folder, 'cairn.sqlite');
  const clock = createClock();
  clock.setOffset(Temporal.Now.instant().until(begin).round('millisecond'));
  const discord = await startDiscord({ clock, rateLimits: false, gateway: { identifyEvery: 0 } });
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  const general = guild.createChannel({ name: 'general' });
  const application = discord.createApplication({ name: 'Cairn' });
  discord.invite(application, guild, invitePermissions);
  const start = () => startClockedBot(discord, application, { database, zone });

  const first = await start();
  await setUp(discord, guild);
  await first.stop();
  const ledger = await openLedger(database, guild.id, zone);
  const from = clock.now();
  const due = ledger.expected(from, from.add(year));
  tell(`${due.length} pings are due in the year; seed ${seed}`);
  const posted = watchPosts(discord, application.botUserId, [guild.channel('organisers').id, general.id]);

  const came = await liveThrough({ discord, guild, ledger, due, random, start, tell }, kills, around);
  posted.stop();
  const verdict = verdictOn(due, await ledger.rows(), posted);
  await ledger.close();
  await discord.close({ ignoreViolations: true });
  if (isSound(verdict)) await rm(folder, { recursive: true });
  else tell(`The database stays to be looked at: ${database}`);
  return { seed, kills, ...came, ...verdict };
}

async function liveThrough(lived: Year, kills: number, around: number) {
  const { discord, guild, ledger, due, random, tell } = lived;
  const [outages, passing] = [outagesOf(discord), passingTroubles(discord, random)];
  const lasting = new Map(
    lastingTroubles(guild).map((trouble, index) => [Math.floor((kills * (index + 2)) / 4), trouble]),
  );
  const came: Record<string, number> = {};
  let pairs = 0;
  let next = 0;
  for (let round = 0; round < kills; round += 1) {
    const killed = Math.floor(((round + random(1_000) / 1_000) * due.length) / kills);
    const first = Math.max(next, killed - around);
    await comesTo(lived, [], due[first]?.dueAt.subtract({ seconds: 30 }));
    const isPair = round % 6 === 2;
    if (isPair) pairs += 1;
    const bots = await Promise.all(Array.from({ length: isPair ? 2 : 1 }, lived.start));
    const trouble =
      lasting.get(round) ??
      (round % 6 === 5 ? outages[((round / 6) % outages.length) | 0] : passing[random(passing.length)]);
    if (trouble) {
      came[trouble.name] = (came[trouble.name] ?? 0) + 1;
      await befalls(lived, bots, trouble);
    }
    for (let index = first; index < killed; index += 1) {
      await comesTo(lived, bots, due[index]?.dueAt);
      await saysAll(lived, bots, index);
    }
    await comesTo(lived, bots, due[killed]?.dueAt);
    await killsSoon(lived, bots);
    // Of two, one goes on alone.
    if (isPair) await saysAll(lived, bots, killed);
    trouble?.end();
    await ledger.rows();
    for (const bot of bots) bot.kill();
    await Promise.all(bots.map(({ ended }) => ended));
    next = killed + 1;
    if ((round + 1) % 50 === 0) tell(`${round + 1} kills`);
  }
  const bot = await lived.start();
  await comesTo(lived, [bot], due.at(-1)?.dueAt.add({ hours: 25 }));
  await saysAll(lived, [bot], due.length - 1, Array(200).fill(600));
  await bot.stop();
  return { pairs, troubles: came };
}

async function befalls(lived: Year, bots: readonly ClockedBot[], trouble: Trouble): Promise<void> {
  trouble.begin();
  if (!trouble.away) return;
  await waitsOut(lived, bots, trouble.away);
  trouble.end();
  // Takes real time, which the clock of the local Discord does not count.
  const { gateway } = lived.discord;
  await lived.discord.until(() => gateway.connected >= bots.length);
}

async function comesTo(lived: Year, bots: readonly ClockedBot[], instant: Temporal.Instant | undefined): Promise<void> {
  const { clock } = lived.discord;
  if (!instant || Temporal.Instant.compare(clock.now(), instant) >= 0) return;
  clock.advance(clock.now().until(instant).add({ milliseconds: 1 }));
  await hear(lived, bots);
}

const strides = 24;

async function waitsOut(lived: Year, bots: readonly ClockedBot[], away: Temporal.DurationLike): Promise<void> {
  const milliseconds = Temporal.Duration.from(away).total('milliseconds') / strides;
  for (let stride = 0; stride < strides; stride += 1) {
    lived.discord.clock.advance({ milliseconds });
    await hear(lived, bots);
  }
}

/** The first of them, after so many requests and turns. */
async function killsSoon({ discord, random }: Year, [victim]: readonly ClockedBot[]): Promise<void> {
  if (!victim) return;
  let requests = random(5);
  const turns = random(30);
  const reached = requests === 0 ? undefined : discord.nextRequest(() => --requests === 0);
  for (let turn = 0; turn < turns; turn += 1) await nextTurn();
  const soon = (async () => {
    for (let asked = 0; asked < 20; asked += 1) await victim.answers();
  })();
  await Promise.race([reached, soon]);
  victim.kill();
  await victim.ended;
}

/**
 * Until all that was due by then is settled; time goes by meanwhile. What waits for a repair may go on waiting: the verdict
 * at the end of the year asks for everything.
 */
async function saysAll(lived: Year, bots: readonly ClockedBot[], last: number, steps = waits): Promise<void> {
  const { ledger, due, discord } = lived;
  const asked = due.slice(Math.max(0, last - 100), last + 1);
  for (const seconds of steps) {
    await hear(lived, bots);
    if ((await ledger.open(asked)) === 0) return;
    discord.clock.advance({ seconds });
  }
}

/** What the bots have begun gets done: on a busy machine the clock would run away from them, as no clock does. */
async function hear({ discord }: Year, bots: readonly ClockedBot[]): Promise<void> {
  for (let times = 0; times < 2; times += 1) {
    await Promise.all(bots.map(bot => bot.rests()));
    await discord.idle();
  }
}
