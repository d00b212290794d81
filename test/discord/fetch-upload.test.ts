import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { fetchUpload, isDiscords, mostBytes } from '../../src/discord/fetch-upload.ts';

const discord = 'https://discord.com/api';

describe('rule S17: where uploads are fetched from', () => {
  test.each([
    'https://cdn.discordapp.com/ephemeral-attachments/1/2/a.png?ex=1&is=2&hm=3&',
    'https://media.discordapp.net/attachments/1/2/a.png',
  ])('%s is Discord', url => {
    expect(isDiscords(url, discord)).toBe(true);
  });

  test.each([
    'http://cdn.discordapp.com/attachments/1/2/a.png',
    'https://cdn.discordapp.com.evil.example/attachments/1/2/a.png',
    'https://cdn.discordapp.com:8443/attachments/1/2/a.png',
    'https://cdn.discordapp.com@evil.example/a.png',
    'https://user:word@cdn.discordapp.com/a.png',
    'https://discord.com/api/v10/users/@me',
    'http://127.0.0.1/a.png',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'not an address',
  ])('%s is not', url => {
    expect(isDiscords(url, discord)).toBe(false);
  });

  test('a Discord of one’s own serves its files itself, and no other port does', () => {
    expect(isDiscords('http://127.0.0.1:4402/attachments/1/2/a.png', 'http://127.0.0.1:4402/api')).toBe(true);
    expect(isDiscords('http://127.0.0.1:4403/attachments/1/2/a.png', 'http://127.0.0.1:4402/api')).toBe(false);
  });
});

async function served(answer: RequestListener, act: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const upload = (url: string) => ({ id: '1', name: 'a.txt', size: 1, url: `${url}/a.txt` });

const sendsElsewhere: RequestListener = ({ url }, response) => {
  if (url === '/a.txt') response.writeHead(302, { location: '/elsewhere' }).end();
  else response.end('Elsewhere');
};

describe('an upload is fetched', () => {
  test('as it is', async () => {
    await served(
      (_, response) => response.end('Text'),
      async url => {
        expect(await fetchUpload(upload(url), url)).toEqual({ kind: 'fetched', bytes: Buffer.from('Text') });
      },
    );
  });

  test('up to the limit', async () => {
    await served(
      (_, response) => response.end(Buffer.alloc(mostBytes)),
      async url => {
        expect(await fetchUpload({ ...upload(url), size: mostBytes }, url)).toMatchObject({ kind: 'fetched' });
      },
    );
  });

  test('no further than the limit, whatever was said of its size', async () => {
    let ended = () => {};
    const cut = new Promise<void>(resolve => {
      ended = resolve;
    });
    const endless: RequestListener = (_, response) => {
      response.on('close', ended);
      const more = () => {
        while (response.write(Buffer.alloc(2 ** 16)));
      };
      response.on('drain', more);
      more();
    };
    await served(endless, async url => {
      expect(await fetchUpload(upload(url), url)).toEqual({ kind: 'too-large' });
      await cut;
    });
  });

  test('not at all where it says that it is too large', async () => {
    let asked = 0;
    await served(
      (_, response) => {
        asked += 1;
        response.end();
      },
      async url => {
        expect(await fetchUpload({ ...upload(url), size: mostBytes + 1 }, url)).toEqual({ kind: 'too-large' });
        expect(asked).toBe(0);
      },
    );
  });

  test.each<[string, RequestListener]>([
    ['sends elsewhere', sendsElsewhere],
    ['has forgotten it', (_, response) => response.writeHead(404).end('Gone')],
    ['hangs up', request => request.socket.destroy()],
  ])('or else has failed: Discord %s', async (_, answer) => {
    await served(answer, async url => {
      expect(await fetchUpload(upload(url), url)).toEqual({ kind: 'failed' });
    });
  });
});
