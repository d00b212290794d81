/** What answers the lean bot: the local Discord with all its checks, and the least a server can do for comparison. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { startDiscord } from '../../playground/discord/index.ts';
import type { Ask } from '../asks.ts';

export interface Contestant {
  readonly ask: Ask;
  close(): Promise<void>;
}

const memberCount = 1000;

export async function startLocalDiscord(): Promise<Contestant & { sample(): string }> {
  const discord = await startDiscord();
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const members = Array.from({ length: memberCount }, (_, index) => guild.join({ name: `member${index}` }));
  const application = discord.createApplication({ name: 'Lean' });
  discord.invite(application, guild, 0x800n);
  await publish(discord.url, application);
  const bot = launch(discord.url, discord.url.replace('http', 'ws').replace('/api', '/gateway/'), application.token);
  while (discord.gateway.connected === 0) await after(5);
  let turn = 0;
  return {
    sample: () => discord.dispatches.findLast(({ event }) => event === 'INTERACTION_CREATE')?.data ?? '{}',
    ask: async () => (await members[turn++ % memberCount]?.runs('/hello', { name: 'Ada' }))?.text === 'Hello!',
    async close() {
      bot.kill();
      await once(bot, 'exit');
      await discord.close();
    },
  };
}

async function publish(url: string, { id, token }: { readonly id: string; readonly token: string }): Promise<void> {
  const option = { type: 3, name: 'name', description: 'Whom', required: true };
  const commands = [{ name: 'hello', description: 'Greets', options: [option], contexts: [0], integration_types: [0] }];
  const answer = await fetch(`${url}/v10/applications/${id}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(commands),
  });
  if (!answer.ok) throw new Error(`The command could not be published: ${await answer.text()}`);
}

/** node:http and ws alone: messages of the same size, nothing checked and nothing remembered. `sample` is an interaction. */
export async function startBareServer(sample: string): Promise<Contestant> {
  const waiting = new Map<string, (answered: boolean) => void>();
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [, , , , id = ''] = request.url?.split('/') ?? [];
      const answered = JSON.parse(Buffer.concat(chunks).toString()).data.content === 'Hello!';
      response.writeHead(204).end();
      waiting.get(id)?.(answered);
      waiting.delete(id);
    });
  });
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as { port: number };
  const connected = once(sockets, 'connection');
  const bot = launch(`http://127.0.0.1:${port}/api`, `ws://127.0.0.1:${port}/`, 'none');
  const [socket] = await connected;
  let turn = 0;
  return {
    ask: () =>
      new Promise(resolve => {
        const id = `1${String(++turn).padStart(17, '0')}`;
        waiting.set(id, resolve);
        socket.send(
          `{"t":"INTERACTION_CREATE","s":${turn},"op":0,"d":${sample.replace(/"id":"\d+"/, `"id":"${id}"`)}}`,
        );
      }),
    async close() {
      bot.kill();
      await once(bot, 'exit');
      http.close();
      http.closeAllConnections();
    },
  };
}

function launch(api: string, gateway: string, token: string): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lean-bot.ts')], {
    env: { PATH: process.env.PATH, API_URL: api, GATEWAY_URL: gateway, TOKEN: token },
    stdio: ['ignore', 2, 2],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}
