/** A holiday or pause is announced once; whoever would turn up within a day is rung, and reads it in the session's thread. */
import { expect, test } from 'vitest';
import type { Break } from '../../../src/domain/groups/session.ts';
import { endBreak, saveBreak } from '../../../src/store/groups/breaks.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { aGroupServer, type GroupServer, groupKey, meeting, planned, quarterBefore, startsAt } from './a-group.ts';

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

/** The next noon is within a day of the meeting, and noon a day later is not. */
const noons = { days: ['Tuesday', 'Wednesday'], at: '12:00', minutes: 60, zone: 'Europe/Berlin' } as const;
const often = { ...meeting, studyGroups: meeting.studyGroups.map(one => ({ ...one, meets: [...one.meets, noons] })) };
const [tuesday, wednesday] = ['2027-03-30T12:00', '2027-03-31T12:00'] as const;

/** With a thread open for each meeting, and a holiday until Wednesday. */
async function busyDays() {
  const server = await aGroupServer({ community: often });
  const { db, guild, channel, pings, said } = server;
  for (const occurrence of [planned, tuesday, wednesday]) await pings('thread', { occurrence });
  const holiday = { guildId: guild.id, groupKey, userId: '1' };
  const id = await saveBreak(db, holiday, { ...day, until: wednesday.slice(0, 10) }, server.now());
  const inThread = (date: string) => said(guild.threads.find(({ name }) => name.endsWith(date)) ?? channel).slice(1);
  const heard = () => [said(channel).length, ...['29 Mar', '30 Mar', '31 Mar'].map(date => inThread(date).length)];
  return { ...server, id, inThread, heard };
}

test('whoever comes to another meeting of the next day reads it in that meeting’s thread as well', async () => {
  const { db, guild, id, pings, inThread, heard } = await busyDays();
  expect(await pings('change', occurrence('b', id))).toMatchObject({ kind: 'delivered' });
  expect(heard()).toEqual([1, 1, 1, 0]);
  const noon = Temporal.Instant.from('2027-03-30T10:00Z').epochMilliseconds / 1000;
  expect(inThread('30 Mar')[0]).toContain(`~~<t:${noon}:F> (12:00 in Europe/Berlin)~~`);
  await endBreak(db, guild.id, { id }, quarterBefore);
  await pings('change', occurrence('r', id));
  expect(heard()).toEqual([2, 2, 2, 0]);
  expect(inThread('30 Mar')[1]).toContain(`meets again\n**<t:${noon}:F> (12:00 in Europe/Berlin)**`);
});

test('a kill after any of its posts leaves one in each place, and the role is rung once', async () => {
  const { discord, id, pings, heard } = await busyDays();
  const ping = occurrence('b', id);
  const lost = { route: /messages/, method: 'POST', answer: 'drop-after-effect' } as const;
  for (const [number, so] of [
    [1, [1, 0, 0, 0]],
    [2, [1, 1, 0, 0]],
    [3, [1, 1, 1, 0]],
  ] as const) {
    discord.faults.next(lost);
    expect(await pings('change', ping, number)).toMatchObject({ kind: 'transient' });
    expect(heard()).toEqual(so);
    discord.clock.advance({ minutes: 1 });
  }
  expect(await pings('change', ping, 4)).toMatchObject({ kind: 'delivered' });
  expect(heard()).toEqual([1, 1, 1, 0]);
});

test('what a host decided about one meeting alone is not told again as the holiday’s', async () => {
  const { db, guild, id, now, pings, heard } = await busyDays();
  const change = { planned: tuesday, kind: 'skipped', revision: 1 } as const;
  await saveChange(db, { guildId: guild.id, groupKey, by: '1' }, change, now());
  await pings('change', occurrence('b', id));
  expect(heard()).toEqual([1, 1, 0, 0]);
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
