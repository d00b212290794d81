import { afterEach, expect, test } from 'vitest';
import { type Gate, hostFor, openGate } from '../../src/web/gate.ts';

const open: Gate[] = [];
const gate = async (options: Parameters<typeof openGate>[0]) => {
  const opened = await openGate(options);
  open.push(opened);
  return opened;
};
const portOf = ({ url }: Gate) => Number(new URL(url).port);

afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()));
});

test('a port that is taken ends the start with a sentence that says what to do', async () => {
  const port = portOf(await gate({ port: 0 }));
  await expect(openGate({ port })).rejects.toMatchObject({
    exitCode: 69,
    message: `Port ${port} is taken: another program uses it, perhaps another Cairn. Stop that one, or set PORT to another port, or to 0 for any free one.`,
  });
});

test('who takes any port gets another one', async () => {
  const port = portOf(await gate({ port: 0 }));
  expect(portOf(await gate({ port, anyPort: true }))).not.toBe(port);
});

test('whoever comes before all is ready is asked to come again', async () => {
  const { url } = await gate({ port: 0 });
  const answer = await fetch(`${url}/health`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
});

test('a request under way is answered before the gate is closed', async () => {
  const { url, open: openTo, close } = await openGate({ port: 0 });
  const arrived = Promise.withResolvers<() => void>();
  openTo((_request, response) => arrived.resolve(() => response.end('at last')));
  const answer = fetch(url).then(response => response.text());
  const finish = await arrived.promise;
  const closed = close();
  finish();
  expect(await answer).toBe('at last');
  await closed;
});

test.each([
  [undefined, '127.0.0.1'],
  ['http://127.0.0.1:8080', '127.0.0.1'],
  ['http://localhost:8080', '127.0.0.1'],
  ['http://[::1]:8080', '127.0.0.1'],
  ['https://cairn.example.org', undefined],
  ['https://127.example.org', undefined],
])('with PUBLIC_URL %s it listens at %s', (publicUrl, host) => {
  expect(hostFor(publicUrl)).toBe(host);
});
