/** Lets a year pass in front of the bot: it is started around one ping after the other, troubled and killed. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Guild, LocalDiscord } from '../../../playground/discord/index.ts';
import type { Ping } from '../../../src/domain/groups/ping.ts';
import type { Random } from '../random.ts';
import type { ClockedBot } from './bot.ts';
import type { YearLedger } from './ledger.ts';
import type { People } from './people.ts';
import { lastingTroubles, outagesOf, passingTroubles, type Trouble } from './troubles.ts';
import type { Served } from './verdict.ts';

export interface Year {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly ledger: YearLedger;
  /** Earliest first; computed anew when something was skipped or moved. */
  due: readonly Ping[];
  readonly until: Temporal.Instant;
  /** When a bot was there and Discord too. */
  readonly served: Served[];
  readonly people: People;
  readonly random: Random;
  readonly start: () => Promise<ClockedBot>;
  readonly tell: (line: string) => void;
}

export async function liveThrough(lived: Year, kills: number, around: number) {
  const { discord, guild, random, served, tell } = lived;
  const { clock } = discord;
  const [outages, passing] = [outagesOf(discord), passingTroubles(discord, random)];
  const lasting = new Map(
    lastingTroubles(guild).map((trouble, index) => [Math.floor((kills * (index + 2)) / 4), trouble]),
  );
  const came: Record<string, number> = {};
  let pairs = 0;
  let hosted = 0;
  let next = 0;
  for (let round = 0; round < kills; round += 1) {
    let killed = Math.floor(((round + random(1_000) / 1_000) * lived.due.length) / kills);
    let first = Math.max(next, killed - around);
    await comesTo(lived, [], lived.due[first]?.dueAt.subtract({ seconds: 30 }));
    const isPair = round % 6 === 2;
    if (isPair) pairs += 1;
    const bots = await Promise.all(Array.from({ length: isPair ? 2 : 1 }, lived.start));
    if (round % 3 === 1) {
      hosted += 1;
      await isHosted(lived, bots);
      // Others may come next now.
      const passed = lived.due.filter(({ dueAt }) => !isBefore(clock.now(), dueAt)).length;
      [first, killed] = [passed, passed + killed - first];
    }
    const trouble =
      lasting.get(round) ??
      (round % 6 === 5 ? outages[((round / 6) % outages.length) | 0] : passing[random(passing.length)]);
    if (trouble) {
      came[trouble.name] = (came[trouble.name] ?? 0) + 1;
      await befalls(lived, bots, trouble);
    }
    // What they began with as they started is done before the clock leaps: nobody's requests sleep through that.
    await hear(lived, bots);
    const since = clock.now();
    for (let index = first; index < killed; index += 1) {
      await comesTo(lived, bots, lived.due[index]?.dueAt);
      await saysAll(lived, bots, index);
    }
    if (first < killed) served.push({ from: since, until: clock.now() });
    await comesTo(lived, bots, lived.due[killed]?.dueAt);
    await killsSoon(lived, bots);
    // Of two, one goes on alone.
    if (isPair) await saysAll(lived, bots, killed);
    trouble?.end();
    await notesDown(lived);
    for (const bot of bots) bot.kill();
    await Promise.all(bots.map(({ ended }) => ended));
    next = killed + 1;
    if ((round + 1) % 50 === 0) tell(`${round + 1} kills, ${clock.now()}`);
  }
  const bot = await lived.start();
  await comesTo(lived, [bot], lived.due.at(-1)?.dueAt.add({ hours: 25 }));
  await saysAll(lived, [bot], lived.due.length - 1, { within: { hours: 34 }, stride: { minutes: 10 } });
  await bot.stop();
  return { pairs, hosted, troubles: came };
}

/** What was due before stays due: the bots have looked at it. */
async function isHosted(lived: Year, bots: readonly ClockedBot[]): Promise<void> {
  const { clock } = lived.discord;
  await hear(lived, bots);
  await notesDown(lived);
  await lived.people.hosts(lived.random);
  const now = clock.now();
  const isPast = ({ dueAt }: Ping) => Temporal.Instant.compare(dueAt, now) <= 0;
  const ahead = (await lived.ledger.expected(now, lived.until)).filter(({ kind }) => kind !== 'reminder');
  lived.due = [...lived.due.filter(isPast), ...ahead];
}

/** What is on record; and who was known to come by now was to be reminded, whatever is moved later. */
async function notesDown({ ledger, discord: { clock } }: Year): Promise<void> {
  await ledger.rows();
  await ledger.expected(clock.now().subtract({ hours: 48 }), clock.now().add({ hours: 48 }));
}

async function befalls(lived: Year, bots: readonly ClockedBot[], trouble: Trouble): Promise<void> {
  trouble.begin();
  if (!trouble.away) return;
  await hear(lived, bots);
  await waitsOut(lived, bots, trouble.away);
  trouble.end();
  // Takes real time, which the clock of the local Discord does not count.
  const { gateway } = lived.discord;
  await lived.discord.until(() => gateway.connected >= bots.length);
}

async function comesTo(lived: Year, bots: readonly ClockedBot[], instant: Temporal.Instant | undefined): Promise<void> {
  const { clock } = lived.discord;
  if (!instant || !isBefore(clock.now(), instant)) return;
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
 * Until all that was due by then is settled; time goes by meanwhile, from one attempt to the next. What waits for a repair
 * may go on waiting: the verdict at the end of the year asks for everything.
 */
async function saysAll(
  lived: Year,
  bots: readonly ClockedBot[],
  last: number,
  { within, stride }: Patience = { within: { minutes: 15 }, stride: { seconds: 1 } },
): Promise<void> {
  const { ledger, due, discord } = lived;
  const { clock } = discord;
  const asked = due.slice(Math.max(0, last - 100), last + 1);
  const end = clock.now().add(within);
  for (;;) {
    const next = await hear(lived, bots);
    if ((await ledger.open(asked)) === 0) return;
    const soonest = clock.now().add(stride);
    const at = next && isBefore(soonest, next) ? next : soonest;
    if (isBefore(end, at)) return;
    clock.advance(clock.now().until(at));
  }
}

interface Patience {
  readonly within: Temporal.DurationLike;
  /** By so much the clock moves on at least. */
  readonly stride: Temporal.DurationLike;
}

/**
 * What the bots have begun gets done: on a busy machine the clock would run away from them, as no clock does.
 * @returns when something is due next.
 */
async function hear({ discord }: Year, bots: readonly ClockedBot[]): Promise<Temporal.Instant | undefined> {
  await Promise.all(bots.map(bot => bot.rests()));
  await discord.idle();
  const due = await Promise.all(bots.map(bot => bot.rests()));
  await discord.idle();
  return due
    .filter(at => at !== undefined)
    .sort(Temporal.Instant.compare)
    .at(0);
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
