/** A bot with next to no cost of its own: answers every interaction with a constant message over kept connections. */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

const { API_URL = '', GATEWAY_URL = '', TOKEN = '' } = process.env;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const body = JSON.stringify({ type: 4, data: { content: 'Hello!', flags: 64, allowed_mentions: { parse: [] } } });
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

const socket = new WebSocket(`${GATEWAY_URL}?v=10&encoding=json`, { perMessageDeflate: false });
socket.on('message', (raw: Buffer) => {
  const { op, t, d } = JSON.parse(raw.toString()) as {
    readonly op: number;
    readonly t: string | null;
    readonly d: { readonly id: string; readonly token: string; readonly heartbeat_interval: number };
  };
  if (op === 10) {
    socket.send(JSON.stringify({ op: 2, d: { token: TOKEN, intents: 1, properties: {} } }));
    setInterval(() => socket.send('{"op":1,"d":null}'), d.heartbeat_interval).unref();
  } else if (t === 'INTERACTION_CREATE') answer(d.id, d.token);
});
socket.on('close', () => process.exit(0));

function answer(id: string, token: string): void {
  const url = `${API_URL}/v10/interactions/${id}/${token}/callback`;
  // What became of it is counted where the member waits.
  request(url, { method: 'POST', agent, headers }, response => response.resume()).end(body);
}
