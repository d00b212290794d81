/** Starts a local Discord from a file, tells when it listens, and when a bot in it has its guild. Then ends. */
import { WebSocket } from 'ws';
import { startDiscord } from '../../playground/discord/index.ts';

const [, , file = ''] = process.argv;
const discord = await startDiscord({ file });
process.send?.('listening');
const url = discord.url.replace('http', 'ws').replace('/api', '/gateway/');
const socket = new WebSocket(`${url}?v=10&encoding=json`);
socket.on('message', (raw: Buffer) => {
  const { op, t, d } = JSON.parse(raw.toString());
  if (op === 10)
    socket.send(
      JSON.stringify({ op: 2, d: { token: discord.application('Cairn').token, intents: 1, properties: {} } }),
    );
  if (t !== 'GUILD_CREATE') return;
  if (d.member_count < 100_000) throw new Error(`The guild came back with ${d.member_count} members.`);
  process.send?.('ready', () => process.exit(0));
});
