/** Cairn and the bare bot, asked the same thing in turn: what is slow for both is the machine, or the local Discord. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Application, Guild, LocalDiscord } from '../playground/discord/index.ts';
import { invitePermissions } from '../src/discord/invite.ts';
import type { Ask } from './asks.ts';
import type { Constants } from './bare-bot.ts';
import { type Bot, startBareBot } from './bots.ts';
import { openLoop } from './load.ts';

/** Milliseconds from dispatch to callback. */
export interface Latencies {
  readonly cairn: number[];
  readonly bare: number[];
  failed: number;
}

export interface Both {
  /** Asks each of them so often a second, evenly spaced. */
  ask(perSecond: number, seconds: number, into?: Latencies): Promise<Latencies>;
  stop(): Promise<void>;
}

const command = '/progress show';

/** @param cairn runs already, in `guild`; the bare bot is started here, and answers what Cairn answers now. */
export async function besideBareBot(
  discord: LocalDiscord,
  guild: Guild,
  cairn: Application,
  folder: string,
): Promise<Both> {
  const member = guild.join({ name: 'ada' });
  const asking =
    (application: Application): Ask =>
    async () =>
      (await member.runs(command, {}, { application })).kind === 'message';
  const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
  await asking(cairn)();
  const { data } = (await answered).body as { readonly data: Constants['cards'][string] };
  const bare = await startBare(
    discord,
    guild,
    { commands: cairn.commands, cards: { 'progress show': data }, choices: [] },
    folder,
  );
  return {
    async ask(perSecond, seconds, into = { cairn: [], bare: [], failed: 0 }) {
      const turns = [timed(asking(cairn), into.cairn), timed(asking(bare.application), into.bare)] as const;
      let turn = 0;
      const { failed } = await openLoop(() => turns[turn++ % 2 === 0 ? 0 : 1](), 2 * perSecond, seconds);
      into.failed += failed;
      return into;
    },
    stop: () => bare.stop(),
  };
}

function timed(ask: Ask, into: number[]): Ask {
  return async () => {
    const sent = performance.now();
    const isAnswered = await ask();
    if (isAnswered) into.push(performance.now() - sent);
    return isAnswered;
  };
}

async function startBare(discord: LocalDiscord, guild: Guild, answers: Constants, folder: string): Promise<Bot> {
  const application = discord.createApplication({ name: 'Bare' });
  discord.invite(application, guild, invitePermissions);
  const constants = join(folder, 'constants.json');
  writeFileSync(constants, JSON.stringify(answers));
  return await startBareBot({ discord, application, folder, constants });
}
