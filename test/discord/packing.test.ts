import { describe, expect, test } from 'vitest';
import type { Shown } from '../../playground/discord/index.ts';
import { defineCommand } from '../../src/discord/command.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import type { Message } from '../../src/views/message.ts';
import { withLine } from './a-line.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { name: 'certificate.png', bytes: pixel, alt: 'A certificate for Ada' };
const signed = { name: 'certificate.jwt', bytes: Buffer.from('e30.e30.--cairn\r\n\r\n') };

function withFiles(): Message {
  return {
    components: [
      { type: 12, items: [{ media: { url: `attachment://${picture.name}` } }] },
      { type: 13, file: { url: `attachment://${signed.name}` } },
      { type: 1, components: [button('Plainly', 'file/plain'), button('Again', 'file/again')] },
    ],
    files: [picture, signed],
  };
}

function commands() {
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const file = defineCommand({
    name: 'file',
    says: 'Files',
    subcommands: {
      now: { says: 'Now', options: {}, run: withFiles },
      later: {
        says: 'Later',
        options: {},
        run: async () => {
          started.resolve();
          await release.promise;
          return withFiles();
        },
      },
      bare: {
        says: 'None yet',
        options: {},
        run: () => card('plain', [text('None'), row(button('Files', 'file/again'), button('Share', 'file/share'))]),
      },
    },
    components: {
      plain: () => card('plain', [text('No files')]),
      again: withFiles,
      share: async () => {
        started.resolve();
        await release.promise;
        return { ...withFiles(), isPublic: true };
      },
    },
  });
  return { commands: [file], started: started.promise, release: release.resolve };
}

/** Where the files lie that a member sees in a message. */
const addresses = ({ message }: Pick<Shown, 'message'>) =>
  [...JSON.stringify(message?.components).matchAll(/"url":"(http[^"]+)"/g)].map(([, url = '']) => url);

/** Their bytes, fetched as her client does. */
async function files(shown: Pick<Shown, 'message'>) {
  return await Promise.all(addresses(shown).map(async url => Buffer.from(await (await fetch(url)).arrayBuffer())));
}

describe('files of an answer', () => {
  test('come with it, byte by byte, with words for who cannot see them', async () => {
    await withLine(commands(), async ({ ada, callbacks }) => {
      const shown = await ada.runs('/file now');
      expect(await files(shown)).toEqual([picture.bytes, signed.bytes]);
      expect(callbacks()).toMatchObject([
        {
          type: 4,
          data: {
            attachments: [
              { id: '0', filename: 'certificate.png', description: 'A certificate for Ada' },
              { id: '1', filename: 'certificate.jwt' },
            ],
          },
        },
      ]);
    });
  });

  test('come after a deferral, too', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, discord, timers }) => {
      const asked = ada.runs('/file later');
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      release();
      expect(await files(await asked)).toEqual([picture.bytes, signed.bytes]);
    });
  });

  test('go away with the panel they were on, and come with the one that takes its place', async () => {
    await withLine(commands(), async ({ ada }) => {
      const shown = await ada.runs('/file now');
      const [address = ''] = addresses(shown);
      expect((await fetch(address)).status).toBe(200);
      expect((await ada.clicks('Plainly', shown)).text).toBe('No files');
      expect((await fetch(address)).status).toBe(404);
      const again = await ada.clicks('Again', await ada.runs('/file now'));
      expect(await files(again)).toEqual([picture.bytes, signed.bytes]);
      expect(await files(await ada.clicks('Files', await ada.runs('/file bare')))).toHaveLength(2);
    });
  });

  test('come with what is posted beside a panel', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, guild, discord, timers }) => {
      void ada.clicks('Share', await ada.runs('/file bare'));
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      release();
      const posted = await discord.until(() => guild.owner.sees()[0]);
      expect(await files(posted)).toEqual([picture.bytes, signed.bytes]);
    });
  });

  test('are sent again where Discord fails, and are there once', async () => {
    await withLine(commands(), async ({ ada, discord, callbacks }) => {
      discord.faults.next({ route: /callback$/, answer: 'drop-after-effect' });
      await ada.runs('/file now');
      await discord.idle();
      expect(callbacks()).toHaveLength(2);
      expect(await files(ada.sees()[0] ?? { message: undefined })).toHaveLength(2);
    });
  });
});
