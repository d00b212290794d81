import { describe, expect, test } from 'vitest';
import { createClock } from '../../../playground/discord/index.ts';
import { type Community, community } from './community.ts';
import { connect } from './gateway-client.ts';

async function begun(all: Community) {
  const client = connect(all);
  client.identify();
  const { d } = await client.take('READY');
  const { s } = await client.take('GUILD_CREATE');
  return { client, session_id: String(d.session_id), seq: s ?? 0 };
}

const standing = () => createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') });

async function answerTo(all: Community, fields: object) {
  const client = connect(all);
  client.send({ op: 6, d: { token: all.bot.token, ...fields } });
  return client;
}

describe('resuming', () => {
  test('a sequence number that was never reached closes the connection', async () => {
    const all = await community();
    const { session_id, seq } = await begun(all);
    for (const wrong of [seq + 1, -1, 'one', undefined])
      expect(await (await answerTo(all, { session_id, seq: wrong })).closed).toBe(4007);
  });

  test('a wrong token closes the connection, an unknown session is invalid', async () => {
    const all = await community();
    const { session_id, seq } = await begun(all);
    expect(await (await answerTo(all, { token: 'wrong', session_id, seq })).closed).toBe(4004);
    const unknown = await answerTo(all, { session_id: 'unknown', seq });
    expect(await unknown.take(9)).toMatchObject({ d: false });
  });

  test('another bot cannot take a session over', async () => {
    const all = await community();
    const { session_id, seq } = await begun(all);
    const { token } = all.discord.createApplication({ name: 'Other' });
    const other = await answerTo(all, { token, session_id, seq });
    expect(await other.take(9)).toMatchObject({ d: false });
  });

  test('a session waits a few minutes for its bot, not for ever', async () => {
    const all = await community({ clock: standing(), gateway: { identifyEvery: 0 } });
    for (const [minutes, op] of [
      [2, 0],
      [4, 9],
    ] as const) {
      const { client, session_id, seq } = await begun(all);
      client.close(4000);
      await expect.poll(() => all.discord.gateway.sessions.at(-1)?.connected).toBe(false);
      all.discord.clock.advance({ minutes });
      const again = await answerTo(all, { session_id, seq });
      await again.take(op);
    }
    expect(all.discord.gateway.resumes).toBe(1);
  });

  test('a bot that says goodbye has no session to come back to', async () => {
    const all = await community();
    const { client, session_id, seq } = await begun(all);
    client.close(1000);
    await expect.poll(() => all.discord.gateway.sessions).toEqual([]);
    const again = await answerTo(all, { session_id, seq });
    expect(await again.take(9)).toMatchObject({ d: false });
  });

  test('a zombie hears nothing and gets no answer, and its session goes on elsewhere', async () => {
    const all = await community();
    const { client, session_id, seq } = await begun(all);
    all.discord.gateway.freeze();
    client.send({ op: 1, d: seq });
    all.guild.createRole({ name: 'missed' });
    const again = await answerTo(all, { session_id, seq });
    expect(await again.take('GUILD_ROLE_CREATE')).toMatchObject({ s: seq + 1, d: { role: { name: 'missed' } } });
    await again.take('RESUMED');
    const heard = client.messages.map(({ op, t }) => t ?? op);
    expect(heard).toEqual([10, 'READY', 'GUILD_CREATE']);
  });
});
