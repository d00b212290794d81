/** Looks at a server's groups: what is to be said now goes into the outbox, what comes too late into the ledger. */
import { channelsCairnUses } from '../../domain/community.ts';
import { dailyRound } from '../../domain/groups/daily-round.ts';
import { communityKey } from '../../domain/groups/group.ts';
import { communityPings, type Ping, pingsOf } from '../../domain/groups/ping.ts';
import {
  isNew,
  judge,
  lookFrom,
  notAgainWithin,
  saidAlready,
  untilTheStart,
  type Verdict,
} from '../../domain/groups/planning.ts';
import type { Cause, Outage } from '../../domain/groups/suppression.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { type Binding, findBinding } from '../../store/bindings.ts';
import type { Db } from '../../store/database.ts';
import { enableAgain } from '../../store/groups/missing-channels.ts';
import { isSaidAround } from '../../store/groups/ping-ledger.ts';
import { planPing, recordSuppressed, revive } from '../../store/groups/pings.ts';
import { endSchedule, postpone, type Schedule, savePlanned } from '../../store/groups/schedules.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';
import { type PingPlans, pingPlans } from './ping-plans.ts';
import { tellSuppressed } from './tell-suppressed.ts';
import { tidyUp } from './tidy-up.ts';

type Context = Pick<FlowContext, 'community' | 'timeZone'>;

/** What was found due. */
export interface Look {
  /** What goes out. */
  readonly said: readonly Ping[];
  /** What comes too late, and is new in the ledger. */
  readonly suppressed: readonly (Ping & { readonly cause: Cause })[];
}

const nothing: Look = { said: [], suppressed: [] };

/** All of one server in one transaction, so that it hears of an outage once. Wake the sender after it. */
export async function planSchedules(
  tx: Db,
  context: Context,
  guildId: string,
  schedules: readonly Schedule[],
  outages: readonly Outage[],
  now: Temporal.Instant,
): Promise<Look> {
  const [first, second] = schedules;
  const since = schedules.map(({ plannedUntil }) => plannedUntil).reduce(earlier, now);
  const plans = await pingPlans(context, tx, guildId, since, second ? undefined : first?.groupKey);
  const looks: Look[] = [];
  for (const schedule of schedules) looks.push(await planSchedule(tx, guildId, plans, schedule, outages, now));
  const suppressed = looks.flatMap(look => look.suppressed);
  await tellSuppressed(tx, guildId, suppressed, now);
  return { said: looks.flatMap(look => look.said), suppressed };
}

async function planSchedule(
  tx: Db,
  guildId: string,
  plans: PingPlans,
  schedule: Schedule,
  outages: readonly Outage[],
  now: Temporal.Instant,
): Promise<Look> {
  const { groupKey } = schedule;
  const speech = speechOf(plans, groupKey);
  if (!speech) {
    await endSchedule(tx, guildId, groupKey);
    return nothing;
  }
  const round = dailyRound(guildId, groupKey, now);
  const channel = await findBinding(tx, guildId, channelBinding(speech.channel));
  if (isNew(schedule) && !isMade(channel)) {
    // Nobody has set the server up yet. Where it was, each ping says what is missing.
    await postpone(tx, guildId, groupKey, now, round.next);
    return nothing;
  }
  const planned = isBack(channel, schedule) ? await enabled(tx, guildId, schedule) : schedule;
  // What was due by then and is found only now, a change made due; whatever comes after is late when it is.
  const knownAt = earlier(schedule.plannedUntil, now);
  const said: Ping[] = [];
  const suppressed: (Ping & { readonly cause: Cause })[] = [];
  const pings = speech.pings(lookFrom(planned, now), round.next);
  const next = pings.find(({ dueAt }) => isBefore(now, dueAt));
  for (const due of pings.filter(({ dueAt }) => !isBefore(now, dueAt))) {
    const ping = untilTheStart(due, planned, plans.rules.session.minutesBefore);
    const verdict = await onceAWeek(tx, guildId, ping, planned, judge(ping, planned, outages, now));
    if (verdict.kind === 'say') {
      const isPlanned =
        (await planPing(tx, guildId, ping, now, knownAt)) || (await revive(tx, guildId, ping, now, knownAt));
      if (isPlanned) said.push(ping);
    } else if (verdict.kind === 'suppress' && (await recordSuppressed(tx, guildId, ping, verdict, now)))
      suppressed.push({ ...ping, cause: verdict.cause });
  }
  await savePlanned(tx, guildId, groupKey, now, next?.dueAt ?? round.next);
  if (isNew(schedule) || dailyRound(guildId, groupKey, schedule.plannedUntil).day !== round.day)
    await beginDay(tx, guildId, schedule, round.day, now);
  return { said, suppressed };
}

async function onceAWeek(tx: Db, guildId: string, ping: Ping, schedule: Schedule, verdict: Verdict): Promise<Verdict> {
  const span = verdict.kind === 'say' ? notAgainWithin(ping, schedule) : undefined;
  const isSaid = span !== undefined && (await isSaidAround(tx, guildId, ping, span));
  return isSaid ? { kind: 'suppress', ...saidAlready } : verdict;
}

const isMade = (channel: Binding | undefined) => channel !== undefined && channel.state !== 'reserved';

/** The channel was switched off because it was gone, and another was made or picked since. */
function isBack(channel: Binding | undefined, { disabledAt }: Schedule): boolean {
  return channel?.state === 'bound' && disabledAt !== undefined && isBefore(disabledAt, channel.since);
}

async function enabled(tx: Db, guildId: string, { disabledAt: _, ...schedule }: Schedule): Promise<Schedule> {
  await enableAgain(tx, guildId, schedule.groupKey);
  return schedule;
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (isBefore(a, b) ? a : b);

interface Speech {
  /** Key of the channel it is said in. */
  readonly channel: string;
  readonly pings: (from: Temporal.Instant, until: Temporal.Instant) => readonly Ping[];
}

/** Undefined where there is no such group any more. */
function speechOf({ plans, rules, zone }: PingPlans, groupKey: string): Speech | undefined {
  if (groupKey === communityKey)
    return {
      channel: channelsCairnUses.studyGroups,
      pings: (from, until) => communityPings(rules, zone, from, until),
    };
  const plan = plans.find(({ group }) => group.key === groupKey);
  return plan && { channel: plan.group.channel, pings: (from, until) => pingsOf(plan, from, until) };
}

/** The first look at a group on its day: its events roll on, and what is long past goes. */
async function beginDay(
  tx: Db,
  guildId: string,
  { groupKey, plannedUntil }: Schedule,
  day: string,
  now: Temporal.Instant,
): Promise<void> {
  if (groupKey !== communityKey)
    await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey, because: `day/${day}` }], now);
  // By the look before: should the clock have jumped ahead, the ledger is needed when it is set right.
  await tidyUp(tx, guildId, groupKey, earlier(plannedUntil, now));
}
