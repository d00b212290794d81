/** A holiday or pause is announced once; whoever would turn up within a day is rung, and reads it in the session's thread. */
import { expect, test } from 'vitest';
import type { Break } from '../../../src/domain/groups/session.ts';
import { endBreak, saveBreak } from '../../../src/store/groups/breaks.ts';
import { aGroupServer, type GroupServer, groupKey, planned, quarterBefore, startsAt } from './a-group.ts';

const seconds = startsAt.epochMilliseconds / 1000;
const nextWeek = `**Next:** <t:${seconds + 7 * 86_400}:F> (19:00 in Europe/Berlin), <t:${seconds + 7 * 86_400}:R>`;
const day: Break = { kind: 'holiday', from: planned.slice(0, 10), until: planned.slice(0, 10), reason: 'Easter' };

async function noted({ db, guild, now }: GroupServer): Promise<number> {
  return await saveBreak(db, { guildId: guild.id, groupKey, userId: '1' }, day, now());
}

const occurrence = (sign: 'b' | 'r', id: number) => ({ occurrence: `${planned.slice(0, 10)}~${sign}${id}` });

test('noted a quarter of an hour before a meeting it rings the role, and stands in the meeting’s thread', async () => {
  const server = await aGroupServer();
  const { guild, channel, role, pings, said } = server;
  await pings('thread');
  const ping = occurrence('b', await noted(server));
  expect(await pings('change', ping)).toMatchObject({ kind: 'delivered' });
  const lines = [
    '### 🌴 Readers has a holiday on Mon 29 Mar',
    `~~<t:${seconds}:F> (19:00 in Europe/Berlin)~~`,
    'Why: Easter',
  ];
  expect(said(channel)).toEqual([[...lines, `<@&${role.id}>`, nextWeek].join('\n')]);
  expect(said(guild.threads[0] ?? channel).at(-1)).toBe([...lines, nextWeek].join('\n'));
});

test('noted more than a day before the first meeting it keeps, it rings nobody', async () => {
  const server = await aGroupServer({ now: startsAt.subtract({ hours: 25 }) });
  const { channel, pings, said } = server;
  await pings('change', occurrence('b', await noted(server)));
  expect(said(channel)).toEqual([['### 🌴 Readers has a holiday on Mon 29 Mar', 'Why: Easter', nextWeek].join('\n')]);
});

test('lifted as late, it rings again: the meeting takes place', async () => {
  const server = await aGroupServer();
  const { db, guild, channel, role, pings, said } = server;
  const id = await noted(server);
  await endBreak(db, guild.id, { id }, quarterBefore);
  expect(await pings('change', occurrence('b', id))).toMatchObject({ kind: 'suppressed' });
  await pings('change', occurrence('r', id));
  expect(said(channel)).toEqual([
    [
      '### ✅ Readers meets again',
      `<@&${role.id}>`,
      `**Next:** <t:${seconds}:F> (19:00 in Europe/Berlin), <t:${seconds}:R>`,
    ].join('\n'),
  ]);
});

test('lost answers in channel and thread leave one message in each', async () => {
  const server = await aGroupServer();
  const { discord, guild, channel, pings, said } = server;
  await pings('thread');
  const ping = occurrence('b', await noted(server));
  const lost = { route: /messages/, method: 'POST', answer: 'drop-after-effect' } as const;
  for (const number of [1, 2]) {
    discord.faults.next(lost);
    expect(await pings('change', ping, number)).toMatchObject({ kind: 'transient' });
  }
  expect(await pings('change', ping, 3)).toMatchObject({ kind: 'delivered' });
  expect([said(channel).length, said(guild.threads[0] ?? channel).length]).toEqual([1, 2]);
});
