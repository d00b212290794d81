/** A PostgreSQL that hangs up while a flow with an open transaction is about something else. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { inTransaction, registerBackend } from '../../src/store/database.ts';
import { pooled, postgresDatabase } from '../../src/store/postgres/dialect.ts';

/** The server's messages: a letter, the length, the content. */
const message = (letter: string, content: string) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(content, 'latin1')]);
};
const authenticated = message('R', '\0\0\0\0');
const done = Buffer.concat([message('C', 'BEGIN\0'), message('Z', 'T')]);

/** Lets in whoever comes and says yes to everything. */
async function anObligingServer() {
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket);
    socket.once('data', () => {
      socket.write(Buffer.concat([authenticated, message('Z', 'I')]));
      socket.on('data', () => socket.write(done));
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const hangUp = async () => {
    const closed = Promise.all(sockets.map(socket => once(socket, 'close')));
    for (const socket of sockets) socket.end();
    await closed;
  };
  return { address: `postgres://cairn@127.0.0.1:${port}/cairn`, hangUp };
}

test('its transaction fails as unreachable and the process lives on', async () => {
  const { address, hangUp } = await anObligingServer();
  const { db, backend } = postgresDatabase(
    pooled(address, 1_000, () => {}),
    1_000,
  );
  registerBackend(db, backend);
  const answer = inTransaction(db, async () => await hangUp());
  await expect(answer).rejects.toMatchObject({ name: 'StoreBroken', because: 'unreachable' });
});
