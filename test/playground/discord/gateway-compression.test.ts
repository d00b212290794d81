import type { Transform } from 'node:stream';
import { constants, createInflate, createZstdDecompress, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { community } from './community.ts';
import { connect } from './gateway-client.ts';

/** Reads one compressed stream, frame by frame. */
function reader(stream: Transform): (frame: Buffer) => Promise<string> {
  let chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return frame =>
    new Promise(resolve =>
      stream.write(frame, () => {
        resolve(Buffer.concat(chunks).toString());
        chunks = [];
      }),
    );
}

const streams = [
  ['zlib-stream', () => reader(createInflate({ flush: constants.Z_SYNC_FLUSH }))],
  ['zstd-stream', () => reader(createZstdDecompress())],
] as const;

describe('compression', () => {
  test.each(streams)('%s is one stream from HELLO on, large payloads included', async (name, decoder) => {
    const all = await community({ gateway: { identifyEvery: 0 } });
    // Text that does not compress, larger than what a stream buffers.
    const topic = () => Array.from({ length: 60 }, () => Math.random().toString(36)).join('');
    for (let n = 0; n < 200; n += 1) all.guild.createChannel({ name: `channel-${n}`, topic: topic() });
    const client = connect(all, { query: `&compress=${name}`, decode: decoder() });
    await client.take(10);
    client.identify();
    const { d } = await client.take('GUILD_CREATE');
    expect(d.channels).toHaveLength(201);
    client.send({ op: 1, d: 2 });
    await client.take(11);
    all.guild.createRole({ name: 'after it' });
    expect(await client.take('GUILD_ROLE_CREATE')).toMatchObject({ s: 3, d: { role: { name: 'after it' } } });
  });

  test('asked for in IDENTIFY, each payload is compressed by itself, after a resume as well', async () => {
    const all = await community();
    const decode = async (frame: Buffer) => (frame[0] === 0x78 ? inflateSync(frame) : frame).toString();
    let compressed = 0;
    const counting = (frame: Buffer) => {
      if (frame[0] === 0x78) compressed += 1;
      return decode(frame);
    };
    const client = connect(all, { decode: counting });
    client.identify({ compress: true });
    const { d } = await client.take('READY');
    await client.take('GUILD_CREATE');
    expect(compressed).toBe(2);
    const again = connect(all, { decode: counting });
    again.send({ op: 6, d: { token: all.bot.token, session_id: d.session_id, seq: 1 } });
    await again.take('RESUMED');
    expect(compressed).toBe(4);
  });

  test.each(['v=10&encoding=json&compress=brotli-stream', 'v=10&encoding=etf'])(
    '%s is said not to be modelled',
    async version => {
      const all = await community();
      expect(await connect(all, { version, violating: true }).closed).toBe(4002);
      expect(all.discord.violations).toMatchObject([{ kind: 'gateway', where: 'GET /gateway' }]);
    },
  );
});
