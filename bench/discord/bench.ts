/** How fast the local Discord is: interactions beside a bare server's round trips, and the start of a large guild. */
import { join } from 'node:path';
import { askTimes, closedLoop } from '../load.ts';
import { percentile } from '../statistics.ts';
import { type Contestant, startBareServer, startLocalDiscord } from './contestants.ts';
import { largeGuild, measureLargeGuild } from './large-guild.ts';
import { type Figures, middleOf, report } from './report.ts';

export interface DiscordPlan {
  readonly passes: number;
  readonly seconds: number;
  /** Interactions before anything is measured. */
  readonly warmUp: number;
  readonly startTimes: number;
}

const inFlight = 48;

/** The report, as Markdown. */
export async function benchDiscord({
  plan,
  scratch,
  tell,
}: {
  readonly plan: DiscordPlan;
  readonly scratch: string;
  readonly tell: (line: string) => void;
}): Promise<string> {
  const discord = await startLocalDiscord();
  await askTimes(discord.ask, inFlight, plan.warmUp);
  const bare = await startBareServer(discord.sample());
  await askTimes(bare.ask, inFlight, plan.warmUp);
  const taken = { discord: [] as Figures[], bare: [] as Figures[] };
  for (let pass = 0; pass < plan.passes; pass++) {
    taken.discord.push(await measure(discord, plan.seconds));
    taken.bare.push(await measure(bare, plan.seconds));
  }
  await Promise.all([discord.close(), bare.close()]);
  tell('interactions of the local Discord measured');
  const start = await measureLargeGuild(join(scratch, 'large-guild.state'), plan.startTimes);
  tell(`a guild of ${largeGuild} started`);
  return report({ discord: middleOf(taken.discord), bare: middleOf(taken.bare), start, inFlight, passes: plan.passes });
}

async function measure({ ask }: Contestant, duration: number): Promise<Figures> {
  const before = process.cpuUsage();
  const { seconds, latencies, failed } = await closedLoop(ask, inFlight, duration);
  const { user, system } = process.cpuUsage(before);
  return {
    perSecond: latencies.length / seconds,
    cpu: (user + system) / latencies.length,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    failed,
  };
}
