import {
  type APIMessage,
  Events,
  GatewayIntentBits,
  type RESTGetAPIChannelMessagesPinsResult,
  Routes,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../../playground/discord/index.ts';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const pinMessages = 1n << 51n;

/** With a clock that stands, so that pins happen at moments the test chooses. */
async function climbers(permissions = usualPermissions | pinMessages) {
  const clock = createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') });
  return community({ clock, rateLimits: false, keep: { messages: 1000 } }, permissions);
}

const said = ({ ada, general }: Community, text: string) => {
  const shown = ada.says(text, { in: general });
  return { shown, id: shown.message?.id ?? '' };
};

const pinsOf = ({ rest, general }: Community, query: Record<string, string> = {}) =>
  rest.get(Routes.channelMessagesPins(general.id), {
    query: new URLSearchParams(query),
  }) as Promise<RESTGetAPIChannelMessagesPinsResult>;

describe('pins', () => {
  test('discord.js pins, lists and unpins; the channel says who did', async () => {
    const all = await climbers();
    const { id } = said(all, 'The rules');
    const client = await login(all);
    const channel = await client.channels.fetch(all.general.id);
    if (channel?.isTextBased() !== true) throw new Error('the channel is missing');
    await channel.messages.pin(id);
    const { items, hasMore } = await channel.messages.fetchPins();
    expect(items.map(({ message }) => message.id)).toEqual([id]);
    expect(hasMore).toBe(false);
    const pinnedAt = new Date(items[0]?.pinnedTimestamp ?? 0).toISOString();
    expect(all.guild.channel('general').json).toMatchObject({ last_pin_timestamp: pinnedAt });
    const notice = all.ada.reads(all.general).at(-1);
    expect(notice).toMatchObject({ author: 'Guide', message: { type: 6, message_reference: { message_id: id } } });
    await channel.messages.unpin(id);
    expect((await channel.messages.fetchPins()).items).toEqual([]);
    all.discord.assertNoViolations();
  });

  test('come latest first and in pages by the time they were pinned', async () => {
    const all = await climbers();
    for (const text of ['a', 'b', 'c']) {
      all.discord.clock.advance({ minutes: 1 });
      const { id } = said(all, text);
      await all.rest.put(Routes.channelMessagesPin(all.general.id, id));
    }
    const first = await pinsOf(all, { limit: '2' });
    expect(first).toMatchObject({ has_more: true, items: [{ message: { pinned: true } }, { message: {} }] });
    const rest = await pinsOf(all, { before: first.items[1]?.pinned_at ?? '' });
    expect(rest).toMatchObject({ has_more: false, items: [{ pinned_at: '2026-03-01T10:01:00.000Z' }] });
    expect(all.ada.pinned(all.general).map(({ text }) => text)).toEqual(['c', 'b', 'a']);
    const deprecated = (await all.rest.get(`/channels/${all.general.id}/pins`)) as APIMessage[];
    expect(deprecated).toHaveLength(3);
    expect(await refusal(pinsOf(all, { limit: '51' }))).toEqual({ status: 400, code: 50035 });
    all.discord.assertNoViolations();
  });

  test('the old addresses pin and unpin as well', async () => {
    const all = await climbers();
    const { id } = said(all, 'The rules');
    await all.rest.put(Routes.channelPin(all.general.id, id));
    expect((await pinsOf(all)).items.map(({ message }) => message.id)).toEqual([id]);
    await all.rest.delete(Routes.channelPin(all.general.id, id));
    expect((await pinsOf(all)).items).toEqual([]);
    all.discord.assertNoViolations();
  });

  test('pinning twice changes nothing', async () => {
    const all = await climbers();
    const { id } = said(all, 'The rules');
    for (const _ of [1, 2]) await all.rest.put(Routes.channelMessagesPin(all.general.id, id));
    expect(all.ada.reads(all.general)).toHaveLength(2);
  });

  test('need Pin Messages: Manage Messages does not do', async () => {
    const all = await climbers(usualPermissions | (1n << 13n));
    const { id } = said(all, 'The rules');
    expect(await refusal(all.rest.put(Routes.channelMessagesPin(all.general.id, id)))).toEqual({
      status: 403,
      code: 50013,
    });
  });

  test('a channel has room for 250', async () => {
    const all = await climbers();
    all.guild.member(all.ada.id).gets(all.guild.createRole({ name: 'Librarian', permissions: pinMessages }));
    for (let n = 0; n < 250; n += 1) all.ada.pins(said(all, String(n)).shown);
    const { id, shown } = said(all, 'one more');
    expect(await refusal(all.rest.put(Routes.channelMessagesPin(all.general.id, id)))).toEqual({
      status: 400,
      code: 30003,
    });
    expect(() => all.ada.pins(shown)).toThrow('250');
  });

  test('Discord’s own messages cannot be pinned, answered or edited', async () => {
    const all = await climbers();
    const { id } = said(all, 'The rules');
    await all.rest.put(Routes.channelMessagesPin(all.general.id, id));
    const notice = all.ada.reads(all.general).at(-1)?.message?.id ?? '';
    const body = { content: 'x', allowed_mentions: { parse: [] } };
    expect(await refusal(all.rest.put(Routes.channelMessagesPin(all.general.id, notice)))).toMatchObject({
      code: 50021,
    });
    const edit = all.rest.patch(Routes.channelMessage(all.general.id, notice), { body });
    expect(await refusal(edit)).toMatchObject({ code: 50021 });
    const answer = { ...body, message_reference: { message_id: notice } };
    expect(await refusal(all.rest.post(Routes.channelMessages(all.general.id), { body: answer }))).toMatchObject({
      code: 50035,
    });
  });

  test('a bot hears of them behind the Guilds intent', async () => {
    const all = await climbers();
    const client = await login(all, { intents: [GatewayIntentBits.Guilds] });
    const heard = new Promise<unknown>(resolve => client.on(Events.ChannelPinsUpdate, (_, time) => resolve(time)));
    all.owner.pins(said(all, 'The rules').shown);
    expect(await heard).toBe(Date.parse('2026-03-01T10:00Z'));
    all.discord.assertNoViolations();
  });
});
