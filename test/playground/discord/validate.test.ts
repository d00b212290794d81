import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, refusal } from './community.ts';

const v2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (extra: object) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...extra });
const row = (...components: object[]) => ({ type: 1, components });
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

const send = ({ rest, general }: Community, body: object) =>
  rest.post(Routes.channelMessages(general.id), { body: { allowed_mentions: { parse: [] }, ...body } });

describe('mistakes in messages', () => {
  const cases: readonly [title: string, body: object, problem: string][] = [
    ['a wrong type', { content: 7 }, 'content: STRING_TYPE_CONVERT'],
    ['an embed that shows nothing', { embeds: [{ color: 1 }] }, 'embeds.0.description: BASE_TYPE_REQUIRED'],
    ['eleven embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds: BASE_TYPE_MAX_LENGTH'],
    ['a missing key', { flags: v2, components: [{ type: 10 }] }, 'components.0.content: BASE_TYPE_REQUIRED'],
    [
      'a component that does not belong there',
      { flags: v2, components: [button({})] },
      'components.0.type: UNION_TYPE_CHOICES',
    ],
    ['more than 2000 characters', { content: 'x'.repeat(2001) }, 'content: BASE_TYPE_MAX_LENGTH'],
    [
      'content beside components V2',
      { flags: v2, content: 'x', components: [text('y')] },
      'content: MESSAGE_CANNOT_USE_LEGACY',
    ],
    ['V2 components without the flag', { components: [text('x')] }, 'components.0.type: UNION_TYPE_CHOICES'],
    [
      'more than 40 components',
      {
        flags: v2,
        components: many(21, () => row(button({ custom_id: undefined, style: 5, url: 'https://example.org' }))),
      },
      'components: COMPONENT_MAX_TOTAL',
    ],
    [
      'more than 4000 characters of text',
      { flags: v2, components: [text('x'.repeat(3000)), text('y'.repeat(1001))] },
      'components: COMPONENT_DISPLAYABLE_TEXT',
    ],
    [
      'a custom_id used twice',
      { flags: v2, components: [row(button({}), button({}))] },
      'components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a custom_id of 101 characters',
      { flags: v2, components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a label of 81 characters',
      { flags: v2, components: [row(button({ label: 'x'.repeat(81) }))] },
      'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a link with a custom_id',
      { flags: v2, components: [row(button({ style: 5, url: 'https://example.org' }))] },
      'components.0.components.0.custom_id: BUTTON',
    ],
    [
      'a link to nowhere',
      { flags: v2, components: [row({ type: 2, style: 5, label: 'x', url: 'not a url' })] },
      'components.0.components.0.url: URL_TYPE',
    ],
    [
      'a button that says nothing',
      { flags: v2, components: [row(button({ label: undefined }))] },
      'components.0.components.0.label: BUTTON',
    ],
    [
      'two selects in a row',
      { flags: v2, components: [row({ type: 5, custom_id: 'a' }, { type: 5, custom_id: 'b' })] },
      'components.0.components: COMPONENT_LAYOUT_WIDTH',
    ],
    [
      'an option value used twice',
      {
        flags: v2,
        components: [
          row({
            type: 3,
            custom_id: 'a',
            options: [
              { label: 'a', value: 'v' },
              { label: 'b', value: 'v' },
            ],
          }),
        ],
      },
      'components.0.components.0.options.1.value: SELECT',
    ],
    [
      'both parse and a list of users',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions: MESSAGE_ALLOWED_MENTIONS',
    ],
    ['a flag bots cannot set', { content: 'x', flags: 64 }, 'flags: MESSAGE_FLAGS_INVALID'],
    [
      'embeds of more than 6000 characters',
      { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) },
      'embeds: MAX_EMBED_SIZE',
    ],
    ['a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce: BASE_TYPE_MAX_LENGTH'],
  ];

  test.each(cases)('%s is refused and remembered', async (_, body, problem) => {
    const all = await community();
    expect(await refusal(send(all, body))).toEqual({ status: 400, code: 50035 });
    expect(all.discord.violations.map(violation => `${violation.path}: ${violation.problem}`)).toEqual([
      expect.stringContaining(problem),
    ]);
    expect(all.ada.reads(all.general)).toEqual([]);
  });

  test('the answer carries the tree of errors that libraries print', async () => {
    const all = await community();
    const body = { flags: v2, components: [row(button({ label: 'x'.repeat(81) }))] };
    await expect(send(all, body)).rejects.toThrow(
      'components[0].components[0].label[BASE_TYPE_MAX_LENGTH]: Must be 80 or fewer in length.',
    );
  });

  test('characters outside the basic plane count once, as Discord counts them', async () => {
    const all = await community();
    await send(all, { content: '🪨'.repeat(2000) });
    await send(all, { flags: v2, components: [row(button({ label: '🪨'.repeat(80) }))] });
    all.discord.assertNoViolations();
  });

  test('a message becomes V2 only when its content is emptied, and stays V2', async () => {
    const all = await community();
    const { id } = (await send(all, { content: 'old' })) as { id: string };
    const edit = (body: object) =>
      all.rest.patch(Routes.channelMessage(all.general.id, id), { body: { allowed_mentions: { parse: [] }, ...body } });
    const components = [text('new')];
    expect(await refusal(edit({ flags: v2, components }))).toEqual({ status: 400, code: 50035 });
    await edit({ flags: v2, components, content: null, embeds: [] });
    expect(await refusal(edit({ content: 'back' }))).toEqual({ status: 400, code: 50035 });
    await edit({ components: [text('newer')] });
    expect(all.ada.reads(all.general).map(shown => shown.text)).toEqual(['newer']);
  });
});

describe('how mistakes fail a test', () => {
  test('closing throws and lists every violation', async () => {
    const all = await community();
    await refusal(send(all, { content: 7 }));
    await expect(all.discord.close()).rejects.toThrow(
      '- schema: POST /channels/:channel/messages content: STRING_TYPE_CONVERT: Could not interpret value as string.',
    );
  });

  test('a message without allowed_mentions is sent, and remembered', async () => {
    const all = await community();
    await send(all, { content: 'x', allowed_mentions: undefined });
    expect(() => all.discord.assertNoViolations()).toThrow('Send { parse: [] } to ping nobody');
    expect(all.ada.reads(all.general)).toHaveLength(1);
  });

  test('each kind of strictness can be switched off', async () => {
    const all = await community({ strict: { schema: false, limits: false, allowedMentions: false } });
    await send(all, { content: 'x'.repeat(2001), colour: 1, allowed_mentions: undefined });
    all.discord.assertNoViolations();
  });

  test('a route that is not modelled answers 501 and is remembered', async () => {
    const all = await community();
    const route = Routes.guildEmojis(all.guild.id);
    expect((await all.rest.get(route).catch((error: { status: number }) => error)) as object).toMatchObject({
      status: 501,
    });
    expect(all.discord.violations).toMatchObject([{ kind: 'not-modelled', where: `GET ${route}` }]);
  });

  test('a body that is not JSON is refused', async () => {
    const { discord, bot, general } = await community();
    const answer = await fetch(`${discord.url}/v10${Routes.channelMessages(general.id)}`, {
      method: 'POST',
      headers: { authorization: `Bot ${bot.token}` },
      body: '{',
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 50109 }]);
  });
});
