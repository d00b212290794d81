/** A session that is skipped, moved or held after all is announced once, where people look. */
import { expect, test } from 'vitest';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { aGroupServer, groupKey, planned, quarterBefore, startsAt } from './a-group.ts';

const moved = { planned, kind: 'moved', to: '2027-03-30T18:00', reason: 'the host is ill', revision: 1 } as const;
const change = { occurrence: `${planned}~1` };
const seconds = startsAt.epochMilliseconds / 1000;

test('a move names the old and the new time and the reason, in channel and thread, and renames the thread', async () => {
  const { db, guild, channel, role, pings, said } = await aGroupServer();
  await pings('thread');
  await saveChange(db, { guildId: guild.id, groupKey }, moved, quarterBefore);
  expect(await pings('change', change)).toMatchObject({ kind: 'delivered' });
  const [thread] = guild.threads;
  const lines = [
    '### 🔁 Readers moves',
    `Planned: ~~<t:${seconds}:F> (19:00 in Europe/Berlin)~~`,
    `Now: **<t:${seconds + 23 * 3600}:F> (18:00 in Europe/Berlin)** · <t:${seconds + 23 * 3600}:R>`,
    'Why: the host is ill',
  ];
  expect(said(channel)).toEqual([[...lines, `<@&${role.id}>`].join('\n')]);
  expect(said(thread ?? channel).at(-1)).toBe(lines.join('\n'));
  expect(thread?.name).toBe('Readers · Tue 30 Mar, 18:00');
});

test('what is more than a day away rings nobody', async () => {
  const { db, guild, channel, pings, said } = await aGroupServer({ now: startsAt.subtract({ hours: 25 }) });
  await saveChange(db, { guildId: guild.id, groupKey }, { planned, kind: 'skipped', revision: 1 }, quarterBefore);
  await pings('change', change);
  expect(said(channel)).toEqual([
    [
      '### 🚫 Readers skips a meeting',
      `~~<t:${seconds}:F> (19:00 in Europe/Berlin)~~`,
      `Next: <t:${seconds + 7 * 86_400}:F> (19:00 in Europe/Berlin)`,
    ].join('\n'),
  ]);
});

test('lost answers in channel and thread leave one message in each', async () => {
  const { db, discord, guild, channel, pings, said } = await aGroupServer();
  await pings('thread');
  await saveChange(db, { guildId: guild.id, groupKey }, moved, quarterBefore);
  const lost = { route: /messages/, method: 'POST', answer: 'drop-after-effect' } as const;
  for (const number of [1, 2]) {
    discord.faults.next(lost);
    expect(await pings('change', change, number)).toMatchObject({ kind: 'transient' });
  }
  expect(await pings('change', change, 3)).toMatchObject({ kind: 'delivered' });
  expect([said(channel).length, said(guild.threads[0] ?? channel).length]).toEqual([1, 2]);
});

test('changed again before it was said, only the last is', async () => {
  const { db, guild, channel, pings, said } = await aGroupServer();
  await saveChange(db, { guildId: guild.id, groupKey }, moved, quarterBefore);
  await saveChange(db, { guildId: guild.id, groupKey }, { planned, kind: 'held', revision: 2 }, quarterBefore);
  expect(await pings('change', change)).toMatchObject({ kind: 'suppressed' });
  await pings('change', { occurrence: `${planned}~2` });
  expect(said(channel)).toEqual([expect.stringContaining('### ✅ Readers meets after all')]);
});

test('moved twice, the time between is named, and whoever expects it soon is rung', async () => {
  const soon = startsAt.add({ hours: 23 }).subtract({ hours: 3 });
  const { db, guild, channel, role, pings, said } = await aGroupServer({ now: soon });
  const again = { ...moved, was: moved.to, to: '2027-04-02T19:00', revision: 2 };
  await saveChange(db, { guildId: guild.id, groupKey }, again, soon);
  await pings('change', { occurrence: `${planned}~2` });
  expect(said(channel)[0]?.split('\n').slice(1)).toEqual([
    `Planned: ~~<t:${seconds}:F> (19:00 in Europe/Berlin)~~`,
    `Then: ~~<t:${seconds + 23 * 3600}:F> (18:00 in Europe/Berlin)~~`,
    `Now: **<t:${seconds + 4 * 86_400}:F> (19:00 in Europe/Berlin)** · <t:${seconds + 4 * 86_400}:R>`,
    'Why: the host is ill',
    `<@&${role.id}>`,
  ]);
});

test('skipped where it was moved to, that date is struck out, and whoever expects it soon is rung', async () => {
  const soon = startsAt.add({ hours: 23 }).subtract({ hours: 3 });
  const { db, guild, channel, role, pings, said } = await aGroupServer({ now: soon });
  const off = { planned, kind: 'skipped', was: moved.to, revision: 2 } as const;
  await saveChange(db, { guildId: guild.id, groupKey }, off, soon);
  await pings('change', { occurrence: `${planned}~2` });
  const [post = ''] = said(channel);
  expect(post).toContain(`~~<t:${seconds + 23 * 3600}:F> (18:00 in Europe/Berlin)~~`);
  expect(post).toContain(`<@&${role.id}>`);
});

test('moved back, it moves: it was never off', async () => {
  const { db, guild, channel, pings, said } = await aGroupServer();
  const back = { planned, kind: 'held', was: moved.to, revision: 2 } as const;
  await saveChange(db, { guildId: guild.id, groupKey }, back, quarterBefore);
  await pings('change', { occurrence: `${planned}~2` });
  expect(said(channel)[0]?.split('\n').slice(0, 3)).toEqual([
    '### 🔁 Readers moves',
    `Was: ~~<t:${seconds + 23 * 3600}:F> (18:00 in Europe/Berlin)~~`,
    `Now: **<t:${seconds}:F> (19:00 in Europe/Berlin)** · <t:${seconds}:R>`,
  ]);
});
