/** What people did by hand and the session cannot follow is told; what Discord refuses is named, and done once it may. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { invitePermissions } from '../../../src/discord/invite.ts';
import { weekdays } from '../../../src/domain/community.ts';
import { aCommunity } from '../../support/a-community.ts';
import { aCalendar, type Calendar, nextStart } from './a-calendar.ts';
import { meeting, planned, startsAt } from './a-group.ts';

const { Connect, CreateEvents, ManageEvents } = PermissionFlagsBits;
const delivered = { kind: 'delivered' };
const later = startsAt.add({ hours: 2 });
const movedTo = startsAt.add({ hours: 26 });

/** With more sessions in 14 days than one attempt makes events. */
const daily = aCommunity({
  ...meeting,
  studyGroups: meeting.studyGroups.map(group => ({
    ...group,
    meets: [{ days: weekdays, at: '19:00', minutes: 60, zone: 'Europe/Berlin' }],
  })),
});

function drags({ guild, events }: Calendar, to: Temporal.Instant): void {
  const [event] = events();
  if (event) guild.changeScheduledEvent(event, { startsAt: to, endsAt: to.add({ hours: 1 }) });
}

const patches = ({ asked }: Calendar) => asked().filter(request => request.startsWith('PATCH')).length;

describe('a move by hand', () => {
  test('that is first seen in the minute before the start still counts', async () => {
    const calendar = await aCalendar();
    await calendar.mirrored();
    drags(calendar, later);
    calendar.at(startsAt.subtract({ seconds: 5 }));
    expect(await calendar.mirrored()).toEqual(delivered);
    expect(await calendar.changes()).toMatchObject([{ planned, kind: 'moved', to: '2027-03-29T21:00' }]);
  });

  test('that is first seen once the session has begun is told to the organisers, and left alone', async () => {
    const calendar = await aCalendar();
    await calendar.mirrored();
    drags(calendar, later);
    calendar.at(startsAt.add({ minutes: 5 }));
    const problem = { kind: 'event-impossible', title: 'Readers', planned, why: 'begun' };
    expect(await calendar.mirrored()).toEqual({ ...delivered, noticed: problem });
    expect(await calendar.changes()).toEqual([]);
    expect(calendar.states()[0]).toBe(`scheduled ${later}`);
    expect(patches(calendar)).toBe(0);
  });

  test('in vain does not keep the others from their turn, however many there are', async () => {
    const calendar = await aCalendar({ community: daily, rateLimits: false });
    await calendar.mirrored();
    for (const [at, event] of calendar.events().entries()) {
      const far = startsAt.add({ hours: (40 + at) * 24 });
      calendar.guild.changeScheduledEvent(event, { startsAt: far, endsAt: far.add({ hours: 1 }) });
    }
    expect(await calendar.look()).toMatchObject({ ...delivered, noticed: { why: 'too-far' } });
  });
});

describe('once Create Events is taken away', () => {
  const problem = { kind: 'permission-missing', permission: 'CreateEvents' };

  async function without(more = 0n) {
    const calendar = await aCalendar();
    await calendar.mirrored();
    const allow = (permissions: bigint) =>
      calendar.hears('roleUpdate', () =>
        calendar.guild.changeRole(calendar.guild.role(calendar.application.name), { permissions }),
      );
    await allow((invitePermissions & ~CreateEvents) | more);
    return { calendar, allow };
  }

  test.each([
    ['and nothing else is', 0n],
    ['while Cairn may manage events', ManageEvents],
  ])('%s, the events stay in the voice channel', async (_, more) => {
    const { calendar } = await without(more);
    expect(await calendar.mirrored()).toEqual({ kind: 'blocked', problem });
    expect(calendar.events().map(({ channelId }) => channelId)).toEqual([calendar.hall.id, calendar.hall.id]);
    expect(patches(calendar)).toBe(0);
  });

  test('organisers hear of it, however many events there should be', async () => {
    const calendar = await aCalendar({ community: daily, permissions: invitePermissions & ~CreateEvents });
    expect(await calendar.look()).toEqual({ kind: 'blocked', problem });
  });

  test('an event is still begun with Manage Events', async () => {
    const { calendar } = await without(ManageEvents);
    await calendar.mirrored();
    calendar.at(startsAt);
    expect(await calendar.pings('event-start')).toEqual(delivered);
    expect(calendar.events()[0]?.status).toBe('active');
  });

  test('a host’s move waits for it, organisers hear why, and it follows once it is back', async () => {
    const { calendar, allow } = await without();
    await calendar.decides({ kind: 'move', to: '2027-03-30T21:00' });
    expect(await calendar.mirrored()).toEqual({ kind: 'blocked', problem });
    expect(calendar.states()[0]).toBe(`scheduled ${startsAt}`);
    await allow(invitePermissions);
    expect(await calendar.mirrored()).toEqual(delivered);
    expect(calendar.states()).toEqual([`scheduled ${movedTo}`, `scheduled ${nextStart}`]);
  });
});

test('what people do by hand is understood although another event cannot be changed', async () => {
  const calendar = await aCalendar();
  const { guild, hall, hears, mirrored, decides, changes } = calendar;
  await mirrored();
  const [, second] = calendar.events();
  const everyone = { id: guild.id };
  await hears('channelUpdate', () => guild.changeChannel(hall, { overwrites: [{ for: everyone, deny: Connect }] }));
  await decides({ kind: 'move', to: '2027-03-30T21:00' });
  if (second)
    guild.changeScheduledEvent(second, {
      startsAt: nextStart.add({ hours: 1 }),
      endsAt: nextStart.add({ hours: 2 }),
    });
  const problem = { kind: 'permission-missing', permission: 'Connect', channelId: hall.id };
  expect(await mirrored()).toEqual({ kind: 'blocked', problem });
  expect((await changes()).map(({ to }) => to).sort()).toEqual(['2027-03-30T21:00', '2027-04-05T20:00']);
});

test('a refusal that the cache does not explain names the permission for events in the channel', async () => {
  const { discord, hall, mirrored, decides } = await aCalendar();
  await mirrored();
  await decides({ kind: 'move', to: '2027-03-30T21:00' });
  discord.faults.next({
    route: /scheduled-events/,
    method: 'PATCH',
    answer: { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
  });
  const problem = { kind: 'permission-missing', permission: 'CreateEvents', channelId: hall.id };
  expect(await mirrored()).toEqual({ kind: 'blocked', problem });
});
