/** The bot is killed at the worst moments; what was promised before happens after. */
import { describe, expect, test } from 'vitest';
import type { Member } from '../../playground/discord/index.ts';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { type BotProcess, startBot } from '../support/bot-process.ts';
import { survivesKills } from '../support/kill-rounds.ts';
import { aServer } from '../support/server.ts';

const title = 'Distributed Systems Leader';

async function aKillable() {
  const { discord, guild, application, file, close } = await aServer();
  const start = () => startBot(discord, application, file);
  const end = async (bot: BotProcess) => {
    expect(await bot.stop()).toBe(0);
    await close();
  };
  return { discord, guild, start, end, ada: guild.join({ name: 'ada' }) };
}

/** Everything of the path but its last item. */
async function walksToTheLastStep(ada: Member) {
  const { certificates } = await loadCurriculum('data');
  await ada.runs('/path choose', { path: 'level-leader' });
  for (const item of certificates.get('leader')?.itemIds.slice(0, -1) ?? []) await ada.runs('/progress done', { item });
  return await ada.runs('/progress next');
}

describe('killed', () => {
  test('between the commit and the role: after the restart the role is there', async () => {
    const { discord, start, end, ada } = await aKillable();
    const first = await start();
    const last = await walksToTheLastStep(ada);
    discord.faults.next({ route: /\/roles/, answer: 'hang', times: 50 });
    const earned = await ada.clicks('Done', last);
    expect(earned.text).toContain('Certificate earned');
    first.kill();
    await first.ended;
    expect(ada.has(title)).toBe(false);

    discord.faults.clear();
    const second = await start();
    await discord.until(() => ada.has(title));
    await end(second);
  });

  test('between the role and its bookkeeping: the role is there once, and the announcement asked for exists once', async () => {
    const { discord, guild, start, end, ada } = await aKillable();
    const first = await start();
    const last = await walksToTheLastStep(ada);
    const granted = discord.nextChange(change => {
      if (change.kind !== 'member-changed' || !ada.has(title)) return false;
      first.kill();
      return true;
    });
    await ada.clicks('Done', last);
    await granted;
    await first.ended;

    const second = await start();
    await ada.runs('/certificate show');
    await ada.clicks('Get it');
    await ada.submits({});
    const posted = discord.nextChange(change => {
      if (change.kind !== 'message-created' || change.onlyFor !== undefined) return false;
      second.kill();
      return true;
    });
    await ada.clicks('Announce it');
    await posted;
    await second.ended;

    // The third process cannot know whether the second one's message arrived: it looks, or sends with the same nonce.
    const checked = discord.nextRequest(({ route }) => /messages/.test(route));
    const third = await start();
    await checked;
    const shown = await ada.runs('/certificate show');
    expect(shown.buttons.map(({ label }) => label)).not.toContain('Announce it');
    expect(ada.has(title)).toBe(true);
    expect(guild.roles.filter(role => role.name === title)).toHaveLength(1);
    const channels = guild.channels.filter(({ name }) => name === 'certificates');
    expect(channels).toHaveLength(1);
    expect(channels.flatMap(channel => ada.reads(channel)).filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
    await end(third);
  });
});

test('killed at 30 random points of a session, it loses no acknowledged tick', { timeout: 900_000 }, async () => {
  const { acknowledged, lost } = await survivesKills({ rounds: 30, seed: Date.now() % 1_000_000 });
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(30);
});
