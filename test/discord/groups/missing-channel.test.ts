/** A group's channel that Discord does not know (10003), or that was never set up; and faults that pass. */
import { expect, test } from 'vitest';
import { findBinding } from '../../../src/store/bindings.ts';
import { findSchedule } from '../../../src/store/groups/schedules.ts';
import { aGroupServer, groupKey, quarterBefore, startsAt } from './a-group.ts';

const unknownChannel = { status: 404, body: { code: 10003, message: 'Unknown Channel' } };
const messages = /\/channels\/:channel\/messages/;
const deleted = { kind: 'channel-deleted', binding: 'channel:readers' };
const disabled = { kind: 'pings-disabled', groupKey, binding: 'channel:readers' };

test('a first 10003 drops that ping and tells the organisers; again an hour later the pings are switched off', async () => {
  const { db, guild, channel, pings, hears, at } = await aGroupServer();
  await hears('channelDelete', () => guild.deleteChannel(channel));
  expect(await pings('session')).toMatchObject({ kind: 'suppressed', noticed: deleted });
  at(quarterBefore.add({ minutes: 30 }));
  expect(await pings('session', { audience: 'again' })).toMatchObject({ kind: 'suppressed', noticed: deleted });
  expect(await findSchedule(db, guild.id, groupKey)).not.toHaveProperty('disabledAt');
  at(quarterBefore.add({ minutes: 61 }));
  expect(await pings('session', { audience: 'later' })).toMatchObject({ kind: 'suppressed', noticed: disabled });
  expect(await findSchedule(db, guild.id, groupKey)).toHaveProperty('disabledAt');
});

test('a 10003 that was wrong counts no more once the channel answers', async () => {
  const { db, discord, guild, pings, at } = await aGroupServer();
  const wrong = { route: messages, method: 'POST', answer: unknownChannel };
  discord.faults.next(wrong);
  expect(await pings('session')).toMatchObject({ kind: 'suppressed', noticed: deleted });
  expect(await findBinding(db, guild.id, 'channel:readers')).toMatchObject({ state: 'bound' });
  expect(await pings('session', { audience: 'again' })).toMatchObject({ kind: 'delivered' });
  at(quarterBefore.add({ minutes: 61 }));
  discord.faults.next(wrong);
  expect(await pings('session', { audience: 'later' })).toMatchObject({ noticed: deleted });
});

test('no passing fault ever switches pings off', async () => {
  const { db, discord, guild, pings, at } = await aGroupServer();
  const answers = [
    { status: 500 },
    { status: 502 },
    { status: 404 },
    { rateLimited: 'shared', seconds: 60 },
    'refuse',
  ] as const;
  for (const [index, answer] of answers.entries()) {
    at(quarterBefore.add({ minutes: index * 13 }));
    discord.faults.next({ route: messages, answer, times: 2 });
    await pings('session', { audience: `a${index}` });
    discord.faults.clear();
  }
  expect(await findSchedule(db, guild.id, groupKey)).not.toHaveProperty('disabledAt');
});

test('where there is no such channel yet, organisers are told to set the server up', async () => {
  const { db, guild, pings } = await aGroupServer();
  await db.deleteFrom('bindings').where('name', '=', 'channel:readers').execute();
  expect(await pings('week-plan', { occurrence: '2027-03-29' })).toEqual({
    kind: 'suppressed',
    reason: 'the channel readers is not set up',
    noticed: { kind: 'channel-not-set-up', binding: 'channel:readers' },
  });
  expect(guild.threads).toEqual([]);
});

test('an organiser has the channel made again, and its pings go on from there', async () => {
  const { db, guild, flows, attempt, channel, pings, hears, at, now } = await aGroupServer();
  await hears('channelDelete', () => guild.deleteChannel(channel));
  await pings('session');
  at(quarterBefore.add({ minutes: 61 }));
  await pings('session', { audience: 'later' });
  expect(await flows.recreate({ guildId: guild.id, userId: guild.owner.id }, 'channel:readers')).toBe(true);
  const because = now().toString();
  const made = await attempt({ kind: 'make-channel', guildId: guild.id, binding: 'channel:readers', because });
  expect(made).toEqual({ kind: 'delivered', reference: guild.channel('readers').id });
  expect((await findSchedule(db, guild.id, groupKey))?.isChanged).toBe(true);
  const monday = { occurrence: '2027-03-29', dueAt: startsAt.subtract({ hours: 10 }) };
  expect(await pings('week-plan', monday)).toMatchObject({ kind: 'delivered' });
});
