import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login } from './community.ts';

const role = ({ guild, ada }: Community, id: string) => Routes.guildMemberRole(guild.id, ada.id, id);

describe('faults on demand', () => {
  test('an answer of another status has no effect', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.discord.faults.next({ route: /roles/, method: 'PUT', answer: { status: 500 } });
    await expect(all.rest.put(role(all, learner.id))).rejects.toMatchObject({ status: 500 });
    expect(all.ada.roles).toEqual([]);
    await all.rest.put(role(all, learner.id));
    expect(all.ada.roles).toHaveLength(1);
  });

  test('after the effect, the answer can be lost with its connection', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.discord.faults.next({ route: /roles/, answer: 'drop-after-effect' });
    await expect(all.rest.put(role(all, learner.id))).rejects.toThrow();
    expect(all.ada.has('Learner')).toBe(true);
  });

  test('after the effect, the answer can be an error: a client that repeats does it twice', async () => {
    const all = await community();
    const client = await login(all);
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    all.discord.faults.next({ route: /messages$/, answer: { status: 502, afterEffect: true }, times: 2 });
    await channel.send('once?');
    expect(all.ada.reads(all.general).map(({ text }) => text)).toEqual(['once?', 'once?', 'once?']);
  });

  test('with enforced nonces the same repetition does it once', async () => {
    const all = await community();
    const client = await login(all, { enforceNonce: true });
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    all.discord.faults.next({ route: /messages$/, answer: { status: 502, afterEffect: true }, times: 2 });
    await channel.send('once');
    expect(all.ada.reads(all.general).map(({ text }) => text)).toEqual(['once']);
    all.discord.assertNoViolations();
  });

  test('a request can hang: nothing happens and nobody answers', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.discord.faults.next({ route: /roles/, answer: 'hang' });
    const hanging = all.discord.nextRequest(({ status }) => status === 0);
    const abort = new AbortController();
    const putting = all.rest.put(role(all, learner.id), { signal: abort.signal });
    await hanging;
    await all.discord.idle();
    abort.abort();
    await expect(putting).rejects.toThrow('aborted');
    expect(all.ada.roles).toEqual([]);
    expect(all.discord.faults.waiting).toEqual([]);
  });

  test('a fault waits for its own route', async () => {
    const all = await community();
    all.discord.faults.next({ route: /channels/, answer: { status: 500 } });
    await all.rest.get(Routes.guildRoles(all.guild.id));
    expect(all.discord.faults.waiting).toHaveLength(1);
    all.discord.faults.clear();
    expect(all.discord.faults.waiting).toEqual([]);
  });
});
