/** A group's sessions on Discord's own calendar, and what people do to them there. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { invitePermissions } from '../../../src/discord/invite.ts';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { storedOf } from '../../../src/domain/groups/ping-rules.ts';
import { rulesSetting } from '../../../src/flows/groups/ping-rules.ts';
import { saveSetting } from '../../../src/store/settings.ts';
import { aCalendar, nextStart } from './a-calendar.ts';
import { planned, startsAt } from './a-group.ts';

const delivered = { kind: 'delivered' };
const first = `scheduled ${startsAt}`;
const second = `scheduled ${nextStart}`;
const later = startsAt.add({ hours: 26 });

describe('the next sessions', () => {
  test('of 14 days have an event each, in the group’s voice channel, with words and a picture', async () => {
    const { mirrored, events, states, hall } = await aCalendar();
    expect(await mirrored()).toEqual(delivered);
    expect(states()).toEqual([first, second]);
    const [event] = events();
    expect(event).toMatchObject({
      name: 'Readers',
      channelId: hall.id,
      endsAt: startsAt.add({ hours: 1 }),
      repeats: false,
    });
    expect(event?.description).toContain('`/group agenda`');
    expect(event?.json.image).toMatch(/^[0-9a-f]{32}$/);
  });

  test('are looked at without a change where all is as it should be', async () => {
    const { mirrored, asked } = await aCalendar();
    await mirrored();
    const before = asked().length;
    expect(await mirrored()).toEqual(delivered);
    expect(asked().slice(before)).toEqual(['GET /guilds/:guild/scheduled-events']);
  });

  test('have one event each, also where two processes look at once', async () => {
    const { guild, send, another, mirrored, states, now } = await aCalendar();
    const other = await another();
    const effect = { kind: 'mirror-sessions', guildId: guild.id, groupKey: 'readers', because: '1' } as const;
    const attempt = { number: 1, askedAt: now() };
    await Promise.all([send(effect, attempt), other.send(effect, attempt)]);
    expect(await mirrored()).toEqual(delivered);
    expect(states()).toEqual([first, second]);
  });

  test('roll on: tomorrow brings the one after next', async () => {
    const { mirrored, states, at } = await aCalendar();
    await mirrored();
    at(startsAt.add({ hours: 1 }));
    await mirrored();
    expect(states()).toEqual([first, second, `scheduled ${startsAt.add({ hours: 14 * 24 })}`]);
  });

  test('are moved, cancelled and made anew as the host decides', async () => {
    const { mirrored, states, decides } = await aCalendar();
    await mirrored();
    await decides({ kind: 'move', to: '2027-03-30T21:00' });
    await mirrored();
    expect(states()).toEqual([`scheduled ${later}`, second]);
    await decides({ kind: 'skip' });
    await mirrored();
    expect(states()).toEqual([`canceled ${later}`, second]);
    await decides({ kind: 'hold' });
    await mirrored();
    // Held again where it had been moved to.
    expect(states()).toEqual([`canceled ${later}`, second, `scheduled ${later}`]);
  });

  test('disappear from there where organisers want no events, and come back', async () => {
    const { db, guild, mirrored, states, now } = await aCalendar();
    await mirrored();
    const rules = (on: boolean) =>
      saveSetting(db, guild.id, rulesSetting, storedOf({ ...usualRules, events: { on } }), now());
    await rules(false);
    expect(await mirrored()).toEqual(delivered);
    expect(states()).toEqual([]);
    await rules(true);
    await mirrored();
    expect(states()).toEqual([first, second]);
  });
});

describe('what people do by hand', () => {
  test('counts: a moved event moves the session, and nothing moves it back', async () => {
    const { guild, mirrored, events, states, changes } = await aCalendar();
    await mirrored();
    const [event] = events();
    if (event) guild.changeScheduledEvent(event, { startsAt: later, endsAt: later.add({ hours: 1 }) });
    expect(await mirrored()).toEqual(delivered);
    expect(await changes()).toMatchObject([
      { planned, kind: 'moved', was: planned, to: '2027-03-30T21:00', revision: 1 },
    ]);
    await mirrored();
    expect(states()).toEqual([`scheduled ${later}`, second]);
    expect(await changes()).toHaveLength(1);
  });

  test('counts: a deleted or cancelled event is a skipped session, and is never made again', async () => {
    const { guild, mirrored, events, states, changes, decides } = await aCalendar();
    await mirrored();
    const [event, other] = events();
    if (event) guild.deleteScheduledEvent(event);
    if (other) guild.cancelScheduledEvent(other);
    expect(await mirrored()).toEqual(delivered);
    await mirrored();
    expect(states()).toEqual([`canceled ${nextStart}`]);
    expect((await changes()).map(change => `${change.kind} ${change.planned}`)).toEqual([
      `skipped ${planned}`,
      'skipped 2027-04-05T19:00',
    ]);
    // Until a host holds it after all.
    await decides({ kind: 'hold' });
    await mirrored();
    expect(states()).toEqual([`canceled ${nextStart}`, first]);
  });

  test('stays: a name and a place of their own, also when the host moves the session', async () => {
    const { guild, mirrored, events, decides } = await aCalendar();
    await mirrored();
    const [event] = events();
    if (event) guild.changeScheduledEvent(event, { name: 'Reading night', location: 'The park' });
    await decides({ kind: 'move', to: '2027-03-30T21:00' });
    expect(await mirrored()).toEqual(delivered);
    expect(events()[0]).toMatchObject({ name: 'Reading night', location: 'The park', startsAt: later });
  });

  test('is left alone and told to the organisers where the session cannot be then', async () => {
    const { guild, mirrored, events, states, changes } = await aCalendar();
    await mirrored();
    const [event] = events();
    const far = startsAt.add({ hours: 20 * 24 });
    if (event) guild.changeScheduledEvent(event, { startsAt: far, endsAt: far.add({ hours: 1 }) });
    const problem = { kind: 'event-impossible', title: 'Readers', planned, why: 'too-far' };
    expect(await mirrored()).toEqual({ ...delivered, noticed: problem });
    expect(states()[0]).toBe(`scheduled ${far}`);
    expect(await changes()).toEqual([]);
  });

  test('is not what Discord does: it cancels the events of a deleted channel, and they are made elsewhere', async () => {
    const { client, guild, hall, hears, mirrored, events, changes } = await aCalendar();
    await mirrored();
    await hears(
      'channelDelete',
      () => guild.deleteChannel(hall),
      () => !client.channels.cache.has(hall.id),
    );
    expect(await mirrored()).toEqual(delivered);
    expect(await changes()).toEqual([]);
    expect(events().map(({ status, location }) => location ?? status)).toEqual([
      'canceled',
      'canceled',
      '#readers',
      '#readers',
    ]);
  });
});

describe('an answer that is lost', () => {
  const route = /scheduled-events/;

  test('leaves one event, found again by what it looks like', async () => {
    const { discord, look, mirrored, states } = await aCalendar();
    discord.faults.next({ route, method: 'POST', answer: 'drop-after-effect' });
    expect(await look()).toMatchObject({ kind: 'transient' });
    expect(await mirrored()).toEqual(delivered);
    expect(states()).toEqual([first, second]);
    expect(discord.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('to a change is not taken for somebody’s doing', async () => {
    const { discord, look, mirrored, states, decides, changes } = await aCalendar();
    await mirrored();
    await decides({ kind: 'move', to: '2027-03-30T21:00' });
    discord.faults.next({ route, method: 'PATCH', answer: 'drop-after-effect' });
    expect(await look()).toMatchObject({ kind: 'transient' });
    await decides({ kind: 'move', to: '2027-03-31T21:00' });
    expect(await mirrored()).toEqual(delivered);
    expect(states()[0]).toBe(`scheduled ${later.add({ hours: 24 })}`);
    expect(await changes()).toMatchObject([
      { planned, kind: 'moved', was: '2027-03-30T21:00', to: '2027-03-31T21:00', revision: 2 },
    ]);
  });

  test('to a cancellation neither, when the session is held after all', async () => {
    const { discord, look, mirrored, states, decides, changes } = await aCalendar();
    await mirrored();
    await decides({ kind: 'skip' });
    discord.faults.next({ route, method: 'PATCH', answer: 'drop-after-effect' });
    expect(await look()).toMatchObject({ kind: 'transient' });
    await decides({ kind: 'hold' });
    await mirrored();
    expect(states()).toEqual([`canceled ${startsAt}`, second, first]);
    expect(await changes()).toMatchObject([{ kind: 'held' }]);
  });
});

describe('where a server has almost 100 events', () => {
  const full = (count: number) => aCalendar({ prepare: guild => scheduleBy(guild, count) });
  const scheduleBy = (
    guild: Parameters<NonNullable<Parameters<typeof aCalendar>[0]>['prepare'] & {}>[0],
    count: number,
  ) => {
    for (let number = 0; number < count; number += 1)
      guild.scheduleEvent({
        name: `Party ${number}`,
        startsAt: later,
        endsAt: later.add({ hours: 2 }),
        location: 'Here',
      });
  };

  test('the nearest sessions come first, some room is left to people, and organisers hear of it', async () => {
    const { mirrored, states, asked } = await full(89);
    expect(await mirrored()).toEqual({ ...delivered, noticed: { kind: 'event-limit' } });
    expect(states()).toEqual([first]);
    expect(asked().filter(request => request.startsWith('POST'))).toHaveLength(1);
  });

  test('Discord’s own no ends it as well', async () => {
    const { discord, mirrored, asked } = await aCalendar();
    discord.faults.next({
      route: /scheduled-events/,
      method: 'POST',
      answer: {
        status: 400,
        body: { code: 30038, message: 'Maximum number of uncompleted guild scheduled events reached' },
      },
    });
    expect(await mirrored()).toEqual({ ...delivered, noticed: { kind: 'event-limit' } });
    expect(asked().filter(request => request.startsWith('POST'))).toHaveLength(1);
  });
});

describe('a permission that is missing is named', () => {
  const { Connect, CreateEvents } = PermissionFlagsBits;

  test('without Create Events there are none, and they come with it', async () => {
    const { guild, hears, mirrored, states, application, asked } = await aCalendar({
      permissions: invitePermissions & ~CreateEvents,
    });
    const problem = { kind: 'permission-missing', permission: 'CreateEvents' };
    expect(await mirrored()).toEqual({ kind: 'blocked', problem });
    expect(asked()).toEqual(['GET /guilds/:guild/scheduled-events']);
    await hears('roleUpdate', () => guild.changeRole(guild.role(application.name), { permissions: invitePermissions }));
    expect(await mirrored()).toEqual(delivered);
    expect(states()).toEqual([first, second]);
  });

  test('without Connect they are beside the voice channel, and move into it once Cairn may', async () => {
    const { guild, hall, hears, mirrored, events, application } = await aCalendar({
      prepare: server => {
        const everyone = { id: server.id };
        server.changeChannel(server.channel('Hall'), { overwrites: [{ for: everyone, deny: Connect }] });
      },
    });
    const problem = { kind: 'permission-missing', permission: 'Connect', channelId: hall.id };
    expect(await mirrored()).toEqual({ kind: 'blocked', problem });
    expect(events().map(({ location }) => location)).toEqual(['#readers', '#readers']);
    const cairn = guild.role(application.name);
    await hears('channelUpdate', () => guild.changeChannel(hall, { overwrites: [{ for: cairn, allow: Connect }] }));
    expect(await mirrored()).toEqual(delivered);
    expect(events().map(({ channelId }) => channelId)).toEqual([hall.id, hall.id]);
  });
});
