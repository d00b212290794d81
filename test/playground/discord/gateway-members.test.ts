import { Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login } from './community.ts';
import { type Connect, connect } from './gateway-client.ts';

const guildMembers = GatewayIntentBits.GuildMembers;
const presences = GatewayIntentBits.GuildPresences;

/** With everything that the portal can allow, since that is not what these tests are about. */
async function allowed(intents: number, size = 0, how: Connect = {}) {
  const all = await community();
  const bot = all.discord.createApplication({ name: 'Curious', privilegedIntents: guildMembers | presences });
  for (let n = 0; n < size; n += 1) all.guild.join({ name: `climber${n}` });
  all.discord.invite(bot, all.guild, 0n);
  const client = connect({ ...all, bot }, how);
  client.identify({ token: bot.token, intents: 1 | intents });
  const created = await client.take('GUILD_CREATE');
  const ask = (fields: object) => client.send({ op: 8, d: { guild_id: all.guild.id, ...fields } });
  const chunk = async () => (await client.take('GUILD_MEMBERS_CHUNK')).d;
  return { ...all, bot, client, created, ask, chunk };
}

const names = (members: readonly { readonly user: { readonly username: string } }[]) =>
  members.map(({ user }) => user.username);

describe('members in GUILD_CREATE', () => {
  test('without the presence intent: the bot, and who is in a voice channel', async () => {
    const all = await community();
    all.ada.joinsVoice(all.guild.createChannel({ name: 'Rope', type: 'voice' }));
    const client = connect(all);
    client.identify();
    const { d } = await client.take('GUILD_CREATE');
    expect(names(d.members)).toEqual(['Guide', 'ada']);
    expect(d).toMatchObject({ large: false, member_count: 3 });
  });

  test('with it: everybody, up to the large threshold', async () => {
    const small = await allowed(presences, 5);
    expect(small.created.d).toMatchObject({ large: false, member_count: 9 });
    expect(small.created.d.members).toHaveLength(9);
    const large = await allowed(presences, 50);
    expect(large.created.d).toMatchObject({ large: true, member_count: 54 });
    expect(names(large.created.d.members)).toEqual(['Curious']);
  });
});

describe('asking for members (op 8)', () => {
  test('by the beginning of a name, with the nonce', async () => {
    const { guild, ask, chunk } = await allowed(0);
    guild.join({ name: 'xadrian', displayName: 'Adrian' });
    guild.member('olga').becomes({ nick: 'Admiral' });
    ask({ query: 'AD', limit: 0, nonce: 'n1' });
    const { members, ...rest } = await chunk();
    expect(names(members)).toEqual(['olga', 'ada', 'xadrian']);
    expect(rest).toEqual({ guild_id: guild.id, chunk_index: 0, chunk_count: 1, nonce: 'n1' });
    ask({ query: 'ad', limit: 1, nonce: 'x'.repeat(33) });
    const { members: first, nonce } = await chunk();
    expect([names(first), nonce]).toEqual([['olga'], undefined]);
  });

  test('by id, saying who was not found', async () => {
    const { ada, ask, chunk } = await allowed(0);
    ask({ user_ids: [ada.id, '123'] });
    expect(await chunk()).toMatchObject({ members: [{ user: { id: ada.id } }], not_found: ['123'] });
    ask({ user_ids: '123' });
    expect(await chunk()).toMatchObject({ members: [], not_found: ['123'], chunk_index: 0, chunk_count: 1 });
  });

  test('all of them, a thousand at a time, once in thirty seconds', async () => {
    const { guild, client, ask, chunk } = await allowed(guildMembers, 1500);
    ask({ query: '', limit: 0 });
    const sizes = [];
    for (const index of [0, 1]) {
      const { members, chunk_index, chunk_count } = await chunk();
      sizes.push(members.length);
      expect([chunk_index, chunk_count]).toEqual([index, 2]);
    }
    expect(sizes).toEqual([1000, 504]);
    ask({ query: '', limit: 0, nonce: 'again' });
    const { d } = await client.take('RATE_LIMITED');
    expect(d).toMatchObject({ opcode: 8, meta: { guild_id: guild.id, nonce: 'again' } });
    expect(d.retry_after).toBeGreaterThan(0);
    expect(d.retry_after).toBeLessThanOrEqual(30);
  });

  test('what Discord would not answer is a violation that says why', async () => {
    const { discord, ask, chunk, ada } = await allowed(0, 0, { violating: true });
    const refused: readonly [fields: object, why: string][] = [
      [{ query: '', limit: 0 }, 'all members need the intent GUILD_MEMBERS'],
      [{ query: 'a', limit: 1, presences: true }, 'presences: true needs the intent GUILD_PRESENCES'],
      [{ user_ids: Array.from({ length: 101 }, (_, n) => n) }, 'user_ids takes at most 100 ids, not 101'],
      [{ query: 'a' }, 'it takes user_ids, or query with limit'],
      [{ guild_id: '1', query: 'a', limit: 1 }, 'guild_id 1 is no guild of this session'],
    ];
    for (const [fields] of refused) ask(fields);
    ask({ user_ids: ada.id });
    await chunk();
    expect(discord.violations.map(({ where, problem }) => [where, problem])).toEqual(
      refused.map(([, why]) => ['opcode 8', why]),
    );
  });

  test('discord.js fetches them all', async () => {
    const all: Community = await community();
    const bot = all.discord.createApplication({ name: 'Curious', privilegedIntents: guildMembers });
    all.discord.invite(bot, all.guild, 0n);
    for (let n = 0; n < 1200; n += 1) all.guild.join({ name: `climber${n}` });
    const client = await login({ ...all, bot }, { intents: [GatewayIntentBits.Guilds, guildMembers] });
    const chunks: number[] = [];
    client.on(Events.GuildMembersChunk, members => chunks.push(members.size));
    const members = await client.guilds.cache.first()?.members.fetch();
    expect(members?.size).toBe(1204);
    expect(chunks).toEqual([1000, 204]);
    expect(all.discord.violations).toEqual([]);
  });
});
