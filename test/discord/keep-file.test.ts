import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Guild, LocalDiscord, Upload } from '../../playground/discord/index.ts';
import { defineCommand } from '../../src/discord/command.ts';
import type { KeepOutcome } from '../../src/domain/evidence.ts';
import { bind, reserve } from '../../src/store/bindings.ts';
import { card, text } from '../../src/views/card.ts';
import { type OpenedLine, withLine } from './a-line.ts';

const { ViewChannel, SendMessages, AttachFiles } = PermissionFlagsBits;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { name: 'my work.png', bytes: png };
const posts = (discord: LocalDiscord) =>
  discord.requests.filter(({ method, route }) => method === 'POST' && route === '/channels/:channel/messages');

function commands() {
  const outcomes: KeepOutcome[] = [];
  const keep = defineCommand({
    name: 'keep',
    says: 'Keeps',
    options: { file: { kind: 'file', says: 'What', required: true } },
    run: async ({ given, keepFile, caller }) => {
      outcomes.push(await keepFile(given.file, card('plain', [text(`${caller.name} shows work @everyone`)])));
      return card('plain', [text('Kept')]);
    },
  });
  return { commands: [keep], outcomes };
}

interface Kept extends OpenedLine {
  readonly outcomes: KeepOutcome[];
  keeps(file: Upload): Promise<KeepOutcome | undefined>;
  readonly channel: { readonly id: string };
}

interface Given {
  /** Default: nobody but the bot and the owner. */
  readonly seenByAll?: true;
  readonly unbound?: true;
  /** Taken from the bot in that channel. */
  readonly denied?: bigint;
}

/** With a private organisers' channel that is bound, unless told otherwise. */
async function withOrganisers(
  { seenByAll, unbound, denied = 0n }: Given,
  tell: (opened: Kept) => Promise<void>,
): Promise<void> {
  const { outcomes, ...given } = commands();
  const before = (_: LocalDiscord, guild: Guild) => {
    guild.createChannel({
      name: 'organisers',
      overwrites: seenByAll
        ? []
        : [
            { for: guild.everyone, deny: ViewChannel },
            { for: guild.role('Cairn'), allow: ViewChannel, deny: denied },
          ],
    });
  };
  await withLine({ ...given, before }, async opened => {
    const { guild, store, discord, line, ada } = opened;
    await line.whenReady;
    const channel = guild.channel('organisers');
    const since = discord.clock.now();
    if (!unbound) {
      await reserve(store.db, guild.id, 'channel:organisers', since);
      await bind(store.db, guild.id, 'channel:organisers', since, channel.id);
    }
    const keeps = async (file: Upload) => {
      await ada.runs('/keep', { file });
      return outcomes.at(-1);
    };
    await tell({ ...opened, outcomes, keeps, channel });
  });
}

describe('an upload', () => {
  test('rule 32: is posted to the organisers alone, who see what it is about, and its ids are kept', async () => {
    await withOrganisers({}, async ({ keeps, guild, ada, channel, discord }) => {
      const outcome = await keeps(picture);
      const [seen] = guild.owner.reads(channel);
      expect(outcome).toEqual({
        kind: 'kept',
        file: {
          channelId: channel.id,
          messageId: seen?.message?.id,
          attachmentId: expect.stringMatching(/^\d{15,}$/),
          name: 'my_work.png',
        },
      });
      expect(seen).toMatchObject({ text: 'Ada shows work @everyone', pings: [] });
      const [address = ''] = JSON.stringify(seen?.message?.components).match(/http[^"]+/) ?? [];
      expect(address).toContain(outcome?.kind === 'kept' ? outcome.file.attachmentId : '?');
      expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(png);
      expect(ada.reads(channel)).toEqual([]);
      expect(posts(discord)).toHaveLength(1);
    });
  });

  test('that is text is kept as a file', async () => {
    await withOrganisers({}, async ({ keeps, guild, channel }) => {
      expect(await keeps({ name: 'notes.md', bytes: Buffer.from('# Notes') })).toMatchObject({ kind: 'kept' });
      expect(JSON.stringify(guild.owner.reads(channel)[0]?.components)).toContain('notes.md');
    });
  });

  test.each<[string, Given]>([
    ['there is no organisers’ channel', { unbound: true }],
    ['everybody sees that channel', { seenByAll: true }],
    ['the bot may not write there', { denied: SendMessages }],
    ['the bot may not attach files there', { denied: AttachFiles }],
  ])('is not fetched, nor sent anywhere, where %s', async (_, given) => {
    await withOrganisers(given, async ({ keeps, discord }) => {
      expect(await keeps(picture)).toEqual({ kind: 'no-channel' });
      expect(posts(discord)).toEqual([]);
    });
  });

  test('finds the channel gone that was deleted, without asking Discord', async () => {
    await withOrganisers({}, async ({ keeps, guild, channel, discord }) => {
      guild.deleteChannel(channel);
      expect(await keeps(picture)).toEqual({ kind: 'no-channel' });
      expect(posts(discord)).toEqual([]);
    });
  });

  test('that Discord refuses all the same says so after one request', async () => {
    await withOrganisers({}, async ({ keeps, discord }) => {
      const body = { code: 50_013, message: 'Missing Permissions' };
      discord.faults.next({ route: /messages$/, answer: { status: 403, body } });
      expect(await keeps(picture)).toEqual({ kind: 'no-channel' });
      expect(posts(discord)).toHaveLength(1);
    });
  });

  test.each<[string, Upload, KeepOutcome['kind']]>([
    ['is empty', { name: 'a.txt', bytes: new Uint8Array() }, 'empty'],
    ['is no picture though it is called one', { name: 'a.png', bytes: Buffer.from('<script>') }, 'wrong-type'],
    ['is a program', { name: 'a.exe', bytes: Buffer.from('MZ\0\0') }, 'wrong-type'],
    ['is larger than 8 MiB', { name: 'a.txt', bytes: Buffer.alloc(8 * 2 ** 20 + 1, 'x') }, 'too-large'],
  ])('rule 13: that %s is refused with the reason', async (_, file, kind) => {
    await withOrganisers({}, async ({ keeps, discord }) => {
      expect(await keeps(file)).toMatchObject({ kind });
      expect(posts(discord)).toEqual([]);
    });
  });

  test('is there once where the answer to posting it was lost', async () => {
    await withOrganisers({}, async ({ keeps, discord, guild, channel }) => {
      discord.faults.next({ route: /messages$/, answer: 'drop-after-effect' });
      expect(await keeps(picture)).toMatchObject({ kind: 'kept' });
      expect(posts(discord)).toHaveLength(2);
      expect(guild.owner.reads(channel)).toHaveLength(1);
    });
  });

  test('that cannot be posted while Discord fails can be tried again', async () => {
    await withOrganisers({}, async ({ keeps, discord, log }) => {
      discord.faults.next({ route: /messages$/, answer: { status: 503 }, times: 2 });
      expect(await keeps(picture)).toEqual({ kind: 'failed' });
      expect(log.filter(line => line.includes('could not be kept'))).toHaveLength(1);
      expect(await keeps(picture)).toMatchObject({ kind: 'kept' });
    });
  });
});
