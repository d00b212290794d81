import { Events, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Guild, Member, Shown } from '../../../playground/discord/index.ts';
import { nonceOf } from '../../../src/discord/effects/own-message.ts';
import { findBinding, forgetBinding } from '../../../src/store/bindings.ts';
import { revoke } from '../../../src/store/revocations.ts';
import { aServer, title } from './a-server.ts';

const { ViewChannel, SendMessages, AttachFiles, ManageRoles, ReadMessageHistory } = PermissionFlagsBits;
const posts = /^\/channels\/:channel\/messages$/;
const makesChannel = 'POST /guilds/:guild/channels';

function announcements(guild: Guild, reader: Member): readonly Shown[] {
  return guild.channels.filter(({ name }) => name === 'certificates').flatMap(channel => reader.reads(channel));
}

describe('an announcement', () => {
  test('appears in a channel made for it, where members read and only the bot writes', async () => {
    const { guild, attempt, announcementOf } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    const result = await attempt(await announcementOf(ada));
    const channel = guild.channel('certificates');
    const [shown, ...more] = ben.reads(channel);
    expect(more).toEqual([]);
    expect(result).toEqual({ kind: 'delivered', reference: shown?.message?.id });
    expect(shown?.text).toContain(title);
    expect(guild.permissionsOf(ben, channel) & (ViewChannel | SendMessages)).toBe(ViewChannel);
    expect(guild.permissionsOf(guild.member('Cairn'), channel) & SendMessages).toBe(SendMessages);
  });

  test('pings the member it is about, and no other announcement is like it', async () => {
    const { guild, attempt, announcementOf } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(await announcementOf(ada));
    await attempt(await announcementOf(ben));
    const shown = announcements(guild, ben);
    expect(shown.map(({ pings }) => pings)).toEqual([[ada.id], [ben.id]]);
    expect(shown.map(({ buttons }) => buttons[0]?.customId)).toEqual(
      [ada, ben].map(({ id }) => expect.stringMatching(`^certificate/about/leader/${id}/.{10}$`)),
    );
  });

  test('shows the certificate, and says to who cannot see it what it shows', async () => {
    const { guild, attempt, announcementOf } = await aServer();
    const ada = guild.join({ name: 'ada' });
    await attempt(await announcementOf(ada));
    const [shown] = announcements(guild, ada);
    expect(shown?.message?.components?.[0]).toMatchObject({
      components: [
        {},
        { items: [{ media: { width: 1600 }, description: expect.stringContaining('Ada has earned') }] },
        {},
        {},
      ],
    });
  });

  test('of one that was revoked meanwhile is dropped without a word', async () => {
    const { guild, db, now, attempt, announcementOf, asked } = await aServer();
    const ada = guild.join({ name: 'ada' });
    const effect = await announcementOf(ada);
    await revoke(db, { guildId: guild.id, userId: ada.id }, 'leader', 'other', now());
    expect(await attempt(effect)).toEqual({ kind: 'gone' });
    expect(asked()).toEqual([]);
  });

  test('of a certificate that is not on record is refused', async () => {
    const { guild, attempt, asked } = await aServer();
    const { id: userId } = guild.join({ name: 'ada' });
    const member = { guildId: guild.id, userId };
    expect(await attempt({ kind: 'announce-certificate', member, certificateId: 'leader' })).toMatchObject({
      kind: 'refused',
    });
    expect(asked()).toEqual([]);
  });
});

describe('it is visible exactly once', () => {
  const lost = ['drop-after-effect', { status: 500, afterEffect: true }, { status: 504, afterEffect: true }] as const;

  test.each(lost)('when the answer is lost and it is tried again at once: %o', async answer => {
    const { guild, discord, attempt, announcementOf } = await aServer();
    const ada = guild.join({ name: 'ada' });
    const effect = await announcementOf(ada);
    discord.faults.next({ route: posts, method: 'POST', answer });
    expect(await attempt(effect)).toMatchObject({ kind: 'transient' });
    expect(await attempt(effect, 2)).toEqual({
      kind: 'delivered',
      reference: announcements(guild, ada)[0]?.message?.id,
    });
    expect(announcements(guild, ada)).toHaveLength(1);
  });

  test.each(lost)('when the answer is lost and Discord has forgotten the nonce: %o', async answer => {
    const { guild, discord, attempt, announcementOf } = await aServer();
    const members = Array.from({ length: 4 }, (_, index) => guild.join({ name: `m${index}` }));
    const [first, ...others] = await Promise.all(members.map(member => announcementOf(member)));
    if (!first) throw new Error('There is nobody to announce.');
    discord.faults.next({ route: posts, method: 'POST', answer });
    expect(await attempt(first)).toMatchObject({ kind: 'transient' });
    for (const effect of others) await attempt(effect);
    discord.clock.advance({ hours: 2 });
    expect(await attempt(first, 2)).toMatchObject({ kind: 'delivered' });
    const shown = announcements(guild, guild.owner);
    expect(shown.map(({ pings }) => pings[0]).toSorted()).toEqual(members.map(({ id }) => id).toSorted());
  });

  test('when nothing was posted at the first attempt', async () => {
    const { guild, discord, attempt, announcementOf } = await aServer();
    const ada = guild.join({ name: 'ada' });
    const effect = await announcementOf(ada);
    discord.faults.next({ route: posts, method: 'POST', answer: { status: 503 } });
    await attempt(effect);
    discord.clock.advance({ hours: 2 });
    expect(await attempt(effect, 2)).toMatchObject({ kind: 'delivered' });
    expect(announcements(guild, ada)).toHaveLength(1);
  });

  test('when more than a hundred others came after it', async () => {
    const { guild, discord, attempt, announcementOf } = await aServer();
    const ada = guild.join({ name: 'ada' });
    const effect = await announcementOf(ada);
    discord.faults.next({ route: posts, method: 'POST', answer: 'drop-after-effect' });
    await attempt(effect);
    const channel = guild.channel('certificates');
    for (let index = 0; index < 120; index += 1) guild.owner.says(`congratulations ${index}`, { in: channel });
    discord.clock.advance({ hours: 2 });
    expect(await attempt(effect, 2)).toMatchObject({ kind: 'delivered' });
    expect(announcements(guild, ada).filter(({ buttons }) => buttons.length > 0)).toHaveLength(1);
  });

  test('when two processes post it at the same moment', async () => {
    const { guild, attempt, another, announcementOf, now } = await aServer();
    const second = await another();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(await announcementOf(ben));
    const effect = await announcementOf(ada);
    await Promise.all([attempt(effect), second.send(effect, { number: 1, askedAt: now() })]);
    expect(announcements(guild, ada)).toHaveLength(2);
  });

  test('when somebody deleted it before we knew: it counts as posted', async () => {
    const { guild, discord, attempt, announcementOf } = await aServer();
    const effect = await announcementOf(guild.join({ name: 'ada' }));
    const gone = { status: 404, body: { code: 10008, message: 'Unknown Message' } };
    discord.faults.next({ route: posts, method: 'POST', answer: gone });
    expect(await attempt(effect)).toEqual({ kind: 'delivered' });
  });

  test('with a nonce that is the same after a restart, and short enough', () => {
    expect(nonceOf('announce-certificate/10/20/leader')).toBe(nonceOf('announce-certificate/10/20/leader'));
    expect(nonceOf('announce-certificate/10/20/leader')).not.toBe(nonceOf('announce-certificate/10/21/leader'));
    expect(nonceOf('x')).toMatch(/^[\w-]{1,25}$/);
  });
});

describe('its channel', () => {
  test('that merely has the name is not taken over: ours is made beside it, and the organisers hear', async () => {
    const { guild, attempt, announcementOf } = await aServer({
      prepare: before => before.createChannel({ name: 'certificates' }),
    });
    const theirs = guild.channel('certificates');
    const ada = guild.join({ name: 'ada' });
    const result = await attempt(await announcementOf(ada));
    const [ours] = guild.channels.filter(({ name, id }) => name === 'certificates' && id !== theirs.id);
    expect(result).toMatchObject({
      kind: 'delivered',
      noticed: { kind: 'channel-name-taken', name: 'certificates', channelId: theirs.id, ownChannelId: ours?.id },
    });
    expect(ada.reads(theirs)).toEqual([]);
  });

  test('is made once, though the answer to its making is lost', async () => {
    const { guild, discord, attempt, announcementOf } = await aServer();
    const ada = guild.join({ name: 'ada' });
    const effect = await announcementOf(ada);
    discord.faults.next({ route: /^\/guilds\/:guild\/channels$/, method: 'POST', answer: 'drop-after-effect' });
    expect(await attempt(effect)).toMatchObject({ kind: 'transient' });
    expect(await attempt(effect, 2)).toMatchObject({ kind: 'delivered' });
    expect(guild.channels.filter(({ name }) => name === 'certificates')).toHaveLength(1);
    expect(announcements(guild, ada)).toHaveLength(1);
  });

  test('may be renamed and moved by hand: its id counts', async () => {
    const { guild, attempt, announcementOf, hears, asked } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(await announcementOf(ada));
    const channel = guild.channel('certificates');
    await hears(Events.ChannelUpdate, () => guild.changeChannel(channel, { name: 'hall-of-fame' }));
    await attempt(await announcementOf(ben));
    expect(ben.reads(channel)).toHaveLength(2);
    expect(asked().filter(request => request === makesChannel)).toHaveLength(1);
  });

  test('cannot be made without Manage Channels: the organisers hear, and nothing is asked', async () => {
    const permissions = ViewChannel | SendMessages | ReadMessageHistory | ManageRoles;
    const { guild, attempt, announcementOf, asked } = await aServer({ permissions });
    expect(await attempt(await announcementOf(guild.join({ name: 'ada' })))).toEqual({
      kind: 'blocked',
      problem: { kind: 'permission-missing', permission: 'ManageChannels' },
    });
    expect(asked()).toEqual([]);
  });

  test('in which the bot may no longer write is named, and used again once it may', async () => {
    const { guild, client, attempt, announcementOf, hears, asked } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(await announcementOf(ada));
    const channel = guild.channel('certificates');
    const mute = { for: { id: client.user?.id ?? '' }, allow: ViewChannel, deny: SendMessages };
    await hears(Events.ChannelUpdate, () => guild.changeChannel(channel, { overwrites: [mute] }));
    const before = asked().length;
    const effect = await announcementOf(ben);
    expect(await attempt(effect)).toEqual({
      kind: 'blocked',
      problem: { kind: 'permission-missing', permission: 'SendMessages', channelId: channel.id },
    });
    expect(asked()).toHaveLength(before);
    await hears(Events.ChannelUpdate, () => guild.changeChannel(channel, { overwrites: [] }));
    expect(await attempt(effect, 2)).toMatchObject({ kind: 'delivered' });
  });

  test('into which it may not put pictures is named with what is missing', async () => {
    const { guild, client, attempt, announcementOf, hears } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(await announcementOf(ada));
    const channel = guild.channel('certificates');
    const plain = { for: { id: client.user?.id ?? '' }, allow: ViewChannel, deny: AttachFiles };
    await hears(Events.ChannelUpdate, () => guild.changeChannel(channel, { overwrites: [plain] }));
    expect(await attempt(await announcementOf(ben))).toEqual({
      kind: 'blocked',
      problem: { kind: 'permission-missing', permission: 'AttachFiles', channelId: channel.id },
    });
  });

  test('deleted by hand stays deleted, until an organiser wants it back', async () => {
    const { guild, db, attempt, announcementOf, hears } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(await announcementOf(ada));
    await hears(Events.ChannelDelete, () => guild.deleteChannel(guild.channel('certificates')));
    const effect = await announcementOf(ben);
    expect(await attempt(effect)).toEqual({
      kind: 'blocked',
      problem: { kind: 'channel-deleted', binding: 'channel:certificates' },
    });
    expect(guild.channels.map(({ name }) => name)).toEqual(['general']);
    await forgetBinding(db, guild.id, 'channel:certificates');
    expect(await attempt(effect, 2)).toMatchObject({ kind: 'delivered' });
    expect(announcements(guild, ben)).toHaveLength(1);
  });

  test('deleted in the very moment of posting counts as deleted', async () => {
    const { guild, db, discord, attempt, announcementOf } = await aServer();
    const gone = { status: 404, body: { code: 10003, message: 'Unknown Channel' } };
    discord.faults.next({ route: posts, method: 'POST', answer: gone });
    const result = await attempt(await announcementOf(guild.join({ name: 'ada' })));
    expect(result).toMatchObject({ kind: 'blocked', problem: { kind: 'channel-deleted' } });
    expect(await findBinding(db, guild.id, 'channel:certificates')).toMatchObject({ state: 'gone' });
  });
});

test('what Discord’s filter blocks is refused for good, with the reason', async () => {
  const { guild, discord, attempt, announcementOf } = await aServer();
  const blocked = { status: 400, body: { code: 200000, message: 'Message was blocked by automatic moderation' } };
  discord.faults.next({ route: posts, method: 'POST', answer: blocked });
  expect(await attempt(await announcementOf(guild.join({ name: 'ada' })))).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('automatic moderation'),
  });
});
