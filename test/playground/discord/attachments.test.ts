import { AttachmentBuilder, MessageFlags, type RawFile, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal } from './community.ts';
import { pngOf } from './images.ts';

const nobody = { allowed_mentions: { parse: [] } };
const notes: RawFile = { name: 'notes.txt', data: 'Bring a rope', contentType: 'text/plain' };
const post = ({ rest, general }: Community, body: object, files: RawFile[]) =>
  rest.post(Routes.channelMessages(general.id), { body: { ...nobody, ...body }, files }) as Promise<{
    readonly id: string;
    readonly attachments: readonly { readonly id: string; readonly filename: string; readonly url: string }[];
  }>;

async function channelOf(all: Community) {
  const client = await login(all);
  const channel = client.channels.cache.get(all.general.id);
  if (channel?.isSendable() !== true) throw new Error('the channel is missing');
  return channel;
}

describe('files that a bot sends', () => {
  test('discord.js uploads a picture with a description, and its address serves it', async () => {
    const all = await community();
    const channel = await channelOf(all);
    const picture = new AttachmentBuilder(pngOf(320, 200), { name: 'wall.png', description: 'The north wall' });
    const message = await channel.send({ content: 'Look', files: [picture] });
    const [attachment] = [...message.attachments.values()];
    expect(attachment).toMatchObject({
      name: 'wall.png',
      description: 'The north wall',
      width: 320,
      height: 200,
      contentType: 'image/png',
      spoiler: false,
    });
    const served = await fetch(attachment?.url ?? '');
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(new Uint8Array(pngOf(320, 200)));
    expect(all.ada.reads(all.general).map(shown => shown.message?.attachments.map(({ filename }) => filename))).toEqual(
      [['wall.png']],
    );
    all.discord.assertNoViolations();
  });

  test('a file alone makes a message, and an unsafe name becomes its title', async () => {
    const all = await community();
    const { attachments } = await post(all, {}, [{ ...notes, name: 'Größe & mehr.txt' }]);
    expect(attachments).toMatchObject([{ filename: 'Gr_e_mehr.txt', title: 'Größe & mehr.txt', size: 12 }]);
    all.discord.assertNoViolations();
  });

  test('an edit keeps only the attachments it lists, and all of them if it lists none', async () => {
    const all = await community({ rateLimits: false });
    const { id, attachments } = await post(all, {}, [notes, { ...notes, name: 'plan.txt' }]);
    const edit = (body: object, files?: RawFile[]) =>
      all.rest.patch(Routes.channelMessage(all.general.id, id), {
        body: { ...nobody, ...body },
        ...(files && { files }),
      }) as ReturnType<typeof post>;
    const names = async (answer: ReturnType<typeof post>) => (await answer).attachments.map(({ filename }) => filename);
    expect(await names(edit({ content: 'x' }))).toEqual(['notes.txt', 'plan.txt']);
    const [first] = attachments;
    const listed = { attachments: [{ id: first?.id, description: 'Ours' }, { id: '0' }] };
    expect(await names(edit(listed, [{ ...notes, name: 'new.txt' }]))).toEqual(['notes.txt', 'new.txt']);
    expect(await refusal(edit({ attachments: [{ id: '123' }] }))).toEqual({ status: 400, code: 50035 });
    expect((await fetch(attachments[1]?.url ?? '')).status).toBe(404);
    expect(await refusal(edit({ content: '', attachments: [] }))).toEqual({ status: 400, code: 50006 });
    all.discord.assertNoViolations();
  });

  test('a spoiler is marked by its name or its entry, and both it and the description can change', async () => {
    const all = await community();
    const files = [{ ...notes, name: 'SPOILER_end.txt' }, notes];
    const sent = await post(all, { attachments: [{ id: '1', is_spoiler: true, description: 'Ours' }] }, files);
    expect(sent.attachments).toMatchObject([{ flags: 8 }, { flags: 8, description: 'Ours' }]);
    const attachments = sent.attachments.map(({ id }) => ({ id, is_spoiler: false, description: 'Yours' }));
    const edited = await all.rest.patch(Routes.channelMessage(all.general.id, sent.id), {
      body: { ...nobody, attachments },
    });
    expect(edited).toMatchObject({ attachments: [{ description: 'Yours' }, { description: 'Yours' }] });
    expect(JSON.stringify(edited)).not.toContain('"flags":8');
    all.discord.assertNoViolations();
  });

  test('more than ten files, more than 10 MiB in one or 25 MiB in all are refused', async () => {
    const all = await community({ rateLimits: false });
    const many = Array.from({ length: 11 }, (_, n) => ({ ...notes, name: `${n}.txt` }));
    expect(await refusal(post(all, {}, many))).toEqual({ status: 400, code: 30015 });
    const mib = (size: number) => ({ name: 'big.bin', data: Buffer.alloc(size * 1024 * 1024 + 1) });
    expect(await refusal(post(all, {}, [mib(10)]))).toEqual({ status: 413, code: 40005 });
    expect(await refusal(post(all, {}, [mib(9), mib(9), mib(9)]))).toEqual({ status: 413, code: 40005 });
    expect(all.ada.reads(all.general)).toEqual([]);
  });

  test('without Attach Files they are refused', async () => {
    const all = await community();
    all.guild.changeChannel(all.general, { overwrites: [{ for: all.guild.member('Guide'), deny: 1n << 15n }] });
    expect(await refusal(post(all, {}, [notes]))).toEqual({ status: 403, code: 50013 });
  });

  test('an attachment in the body without its file is refused', async () => {
    const all = await community();
    expect(await refusal(post(all, { attachments: [{ id: '3' }] }, [notes]))).toEqual({ status: 400, code: 50035 });
  });

  test('files where a route takes none are said to be missing here', async () => {
    const { rest, bot, discord } = await community();
    const body = [{ name: 'hello', description: 'Greets' }];
    await expect(rest.put(Routes.applicationCommands(bot.id), { body, files: [notes] })).rejects.toThrow();
    expect(discord.violations).toMatchObject([{ kind: 'not-modelled' }]);
  });
});

describe('files shown inside a message', () => {
  test('an embed shows its file by name, and the file is no attachment of its own then', async () => {
    const all = await community();
    const channel = await channelOf(all);
    const message = await channel.send({
      embeds: [{ title: 'The wall', image: { url: 'attachment://wall.png' } }],
      files: [new AttachmentBuilder(pngOf(64, 48), { name: 'wall.png' })],
    });
    expect(message.attachments.size).toBe(0);
    const image = message.embeds[0]?.image;
    expect(image).toMatchObject({ width: 64, height: 48 });
    expect((await fetch(image?.url ?? '')).status).toBe(200);
    const edited = await message.edit({ content: 'Without', embeds: [] });
    expect(edited.attachments.map(({ name }) => name)).toEqual(['wall.png']);
    all.discord.assertNoViolations();
  });

  test('galleries, thumbnails and files show theirs, and a missing one is refused', async () => {
    const all = await community();
    const wall = { media: { url: 'attachment://wall.png' } };
    const components = [
      { type: 12, items: [{ ...wall, description: 'The wall' }] },
      { type: 13, file: { url: 'attachment://notes.txt' } },
      {
        type: 17,
        components: [{ type: 9, components: [{ type: 10, content: 'x' }], accessory: { type: 11, ...wall } }],
      },
    ];
    const body = { components, flags: MessageFlags.IsComponentsV2 };
    expect(await refusal(post(all, body, [notes]))).toEqual({ status: 400, code: 50035 });
    const message = await post(all, body, [notes, { name: 'wall.png', data: pngOf(64, 48) }]);
    expect(message.attachments).toEqual([]);
    expect(message).toMatchObject({
      components: [
        { items: [{ media: { width: 64, height: 48, content_type: 'image/png' }, description: 'The wall' }] },
        { file: { content_type: 'text/plain' }, name: 'notes.txt', size: 12, spoiler: false },
        { components: [{ accessory: { media: { width: 64 }, spoiler: false } }], accent_color: null },
      ],
    });
    all.discord.assertNoViolations();
  });
});

describe('addresses', () => {
  async function sent() {
    const all = await community();
    const { id, attachments } = await post(all, {}, [notes]);
    return { ...all, id, url: attachments[0]?.url ?? '' };
  }

  test('expire after a day, and a message fetched again has a fresh one', async () => {
    const { discord, url, ada, general } = await sent();
    expect(await (await fetch(url)).text()).toBe('Bring a rope');
    discord.clock.advance({ hours: 25 });
    expect((await fetch(url)).status).toBe(404);
    const fresh = ada.reads(general)[0]?.message?.attachments[0]?.url ?? '';
    expect((await fetch(fresh)).status).toBe(200);
  });

  test('tampered with, they are not there', async () => {
    const { url } = await sent();
    const changed = [
      url.replace('notes.txt', 'other.txt'),
      url.replace(/ex=[0-9a-f]+/, 'ex=ffffffff'),
      url.replace(/hm=../, 'hm=zz'),
      url.split('?')[0] ?? '',
    ];
    for (const one of changed) expect((await fetch(one)).status).toBe(404);
  });

  test('go with their message', async () => {
    const { rest, general, id, url } = await sent();
    await rest.delete(Routes.channelMessage(general.id, id));
    expect((await fetch(url)).status).toBe(404);
  });

  test('files outlive a restart', async () => {
    const { discord, ada, general } = await sent();
    discord.restore(discord.snapshot());
    const again = discord.guild('Climbers').member(ada.id).reads(general)[0]?.message?.attachments[0];
    expect(await (await fetch(again?.url ?? '')).text()).toBe('Bring a rope');
  });
});

describe('files that members send', () => {
  const file = { name: 'solution.md', bytes: new TextEncoder().encode('# Done') };

  test('a bot that may read content finds the file with the message', async () => {
    const all = await community();
    const shown = all.ada.says('My solution', { in: all.general, files: [file] });
    expect(shown.message?.attachments).toMatchObject([
      { filename: 'solution.md', content_type: 'text/markdown; charset=utf-8', size: 6 },
    ]);
    const messages = (await all.rest.get(Routes.channelMessages(all.general.id))) as { attachments: unknown[] }[];
    expect(messages.map(({ attachments }) => attachments)).toEqual([[]]);
    all.discord.assertNoViolations();
  });

  test('her client refuses what Discord would', async () => {
    const { ada, general, guild } = await community();
    const big = { name: 'big.bin', bytes: new Uint8Array(10 * 1024 * 1024 + 1) };
    expect(() => ada.says('', { in: general, files: [big] })).toThrow('up to 10 MiB');
    guild.changeChannel(general, { overwrites: [{ for: guild, deny: 1n << 15n }] });
    expect(() => ada.says('', { in: general, files: [file] })).toThrow('may not attach files');
  });
});
