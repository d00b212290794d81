import { describe, expect, test } from 'vitest';
import { community } from './community.ts';

const view = 1n << 10n;
const send = 1n << 11n;
const files = 1n << 15n;
const history = 1n << 16n;
const all = (1n << 53n) - 1n;

describe('permissions in a channel', () => {
  test('@everyone is denied, a role is allowed, and the member has the last word', async () => {
    const { guild, ada } = await community();
    const learner = guild.createRole({ name: 'Learner' });
    const room = guild.createChannel({ name: 'learners', overwrites: [{ for: guild, deny: view }] });
    const sees = () => guild.channelsVisibleTo(ada).some(({ id }) => id === room.id);
    expect(sees()).toBe(false);
    ada.gets(learner);
    guild.changeChannel(room, {
      overwrites: [
        { for: guild, deny: view },
        { for: learner, allow: view },
      ],
    });
    expect(sees()).toBe(true);
    const muted = { for: ada, deny: view };
    guild.changeChannel(room, { overwrites: [{ for: guild, deny: view }, { for: learner, allow: view }, muted] });
    expect(sees()).toBe(false);
  });

  test('among roles, what one allows beats what another denies', async () => {
    const { guild, ada } = await community();
    const [quiet, loud] = [guild.createRole({ name: 'Quiet' }), guild.createRole({ name: 'Loud' })];
    for (const role of [quiet, loud]) ada.gets(role);
    const room = guild.createChannel({
      name: 'room',
      overwrites: [
        { for: loud, allow: send },
        { for: quiet, deny: send },
      ],
    });
    expect(guild.permissionsOf(ada, room) & send).toBe(send);
  });

  test('who cannot see a channel can do nothing there; who cannot write there attaches nothing', async () => {
    const { guild, ada } = await community();
    const dark = guild.createChannel({ name: 'dark', overwrites: [{ for: guild, deny: view }] });
    const quiet = guild.createChannel({ name: 'quiet', overwrites: [{ for: guild, deny: send }] });
    expect(guild.permissionsOf(ada, dark)).toBe(0n);
    expect(guild.permissionsOf(ada, quiet) & (view | files)).toBe(view);
  });

  test('owners and administrators may do everything', async () => {
    const { guild, ada, owner } = await community();
    const dark = guild.createChannel({ name: 'dark', overwrites: [{ for: guild, deny: view }] });
    ada.gets(guild.createRole({ name: 'Admin', permissions: 8n }));
    expect([ada, owner].map(member => guild.permissionsOf(member, dark))).toEqual([all, all]);
  });

  test('a member in timeout only reads, until it is over', async () => {
    const { guild, ada, general, discord } = await community();
    ada.becomes({ timedOutUntil: discord.clock.now().add({ minutes: 10 }) });
    expect(guild.permissionsOf(ada, general)).toBe(view | history);
    discord.clock.advance({ minutes: 11 });
    expect(guild.permissionsOf(ada, general) & send).toBe(send);
  });
});
