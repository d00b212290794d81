/** Kills the bot at random points while members finish items, and looks for acknowledged ticks that are gone. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Member, Shown } from '../../playground/discord/index.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { startBot } from './bot-process.ts';
import { randomFrom } from './random.ts';
import { aServer } from './server.ts';

export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** "member item" for every tick that was acknowledged and is not on record. */
  readonly lost: readonly string[];
}

const says = (shown: Shown) => shown.kind !== 'no-response' && /Done: |Already done: /.test(shown.text);

export async function survivesKills({ rounds, seed }: { rounds: number; seed: number }): Promise<KillReport> {
  process.stdout.write(`kill rounds: ${rounds}, seed: ${seed}\n`);
  const random = randomFrom(seed);
  const { discord, guild, application, file, close } = await aServer();
  const start = () => startBot(discord, application, file);
  const { items } = await loadCurriculum('data');
  const tickable = [...items.values()].filter(({ status }) => status === 'active').map(({ id }) => id);

  const acknowledged: { member: Member; item: string }[] = [];
  for (let round = 0; round < rounds; round++) {
    const bot = await start();
    const members = Array.from({ length: 3 }, (_, index) => guild.join({ name: `r${round}m${index}` }));
    let answers = 0;
    const killAfter = 1 + random(12);
    const turns = random(40);
    const walk = async (member: Member) => {
      for (const item of tickable.slice(random(50)).slice(0, 6)) {
        if (answers >= killAfter) return;
        // Cut off by the kill: nothing was acknowledged, so nothing is promised.
        const shown = await Promise.race([member.runs('/progress done', { item }), bot.ended]);
        if (!isShown(shown)) return;
        if (says(shown)) acknowledged.push({ member, item });
        if (++answers === killAfter) void killSoon();
      }
    };
    const killSoon = async () => {
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      bot.kill();
    };
    await Promise.all(members.map(walk));
    bot.kill();
    await bot.ended;
  }

  const bot = await start();
  const lost: string[] = [];
  for (const { member, item } of acknowledged) {
    const shown = await member.runs('/progress done', { item });
    if (!shown.text.includes('Already done: ')) lost.push(`${member.name} ${item}`);
  }
  await bot.stop();
  await close();
  return { rounds, acknowledged: acknowledged.length, lost };
}

function isShown(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
