/** The playground as `npm start` opens it: everything is there, also the second time. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../playground/main.ts';
import { openDoor } from '../../playground/page/door.ts';
import { createLog } from '../../src/log.ts';
import { openGate } from '../../src/web/gate.ts';
import { settings } from '../support/world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-playground-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function open(port = 0, environment: Readonly<Record<string, string>> = {}) {
  const said: string[] = [];
  const config = settings({
    DATABASE_URL: `file:${join(folder, 'cairn.sqlite')}`,
    PLAYGROUND_PORT: String(port),
    ...environment,
  });
  const options = {
    config,
    log: createLog({ level: 'silent' }),
    onFatal: (error: Error) => {
      throw error;
    },
  };
  const running = await main(options, text => said.push(text));
  await running.ready;
  const url = /http:\S+/.exec(said.join())?.[0] ?? '';
  return { url, said: said.join(), close: running.close };
}

interface Persona {
  readonly id: string;
  readonly name: string;
}

async function get<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

const start = (url: string) => get<{ guild: { id: string }; personas: Persona[] }>(`${url}/api/start`);

async function say(url: string, { id }: Persona, channel: string, text: string) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/as/${id}/say`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ channel, text }),
  });
  expect(response.status).toBe(200);
}

test('it says where to go, and there are a community and the commands of the bot', async () => {
  const playground = await open();
  expect(playground.said).toContain(`The playground is open: ${playground.url}`);
  const { personas } = await start(playground.url);
  expect(personas.length).toBeGreaterThanOrEqual(14);
  const [newcomer] = personas as [Persona];
  const { channels } = await get<{ channels: { id: string; name: string }[] }>(
    `${playground.url}/api/as/${newcomer.id}`,
  );
  const names = channels.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['start-here', 'certificates', 'introductions']));
  for (const closed of ['levels', 'mentors', 'organisers']) expect(names).not.toContain(closed);
  const room = channels.find(({ name }) => name === 'start-here');
  const { commands, messages } = await get<{ commands: { command: { name: string } }[]; messages: object[] }>(
    `${playground.url}/api/as/${newcomer.id}/channels/${room?.id}`,
  );
  expect(commands.map(({ command }) => command.name).sort()).toEqual([
    'certificate',
    'group',
    'help',
    'me',
    'path',
    'progress',
    'schedule',
  ]);
  expect(messages).toHaveLength(1);
  await playground.close();
});

test('a second start finds what was said and done', async () => {
  const first = await open();
  const before = await start(first.url);
  const [newcomer] = before.personas as [Persona];
  const { channels } = await get<{ channels: { id: string; name: string }[] }>(`${first.url}/api/as/${newcomer.id}`);
  const room = channels.find(({ name }) => name === 'general')?.id ?? '';
  await say(first.url, newcomer, room, 'I was here');
  await first.close();

  const second = await open();
  expect(await start(second.url)).toEqual(before);
  const { messages } = await get<{ messages: { content: string }[] }>(
    `${second.url}/api/as/${newcomer.id}/channels/${room}`,
  );
  expect(messages.at(-1)?.content).toBe('I was here');
  await second.close();
});

test('the first to choose from say what they are, and one of them is half along a path already', async () => {
  const playground = await open();
  const { personas } = await get<{ personas: (Persona & { part?: { as: string } })[] }>(`${playground.url}/api/start`);
  expect(personas.slice(0, 6).map(({ part }) => part?.as)).toEqual([
    ...['Newcomer', 'Half-way', 'Mentor', 'Organiser', 'Owner'],
    undefined,
  ]);
  const learner = personas[1] as Persona;
  const { channels } = await get<{ channels: { id: string; name: string }[] }>(
    `${playground.url}/api/as/${learner.id}`,
  );
  const room = channels.find(({ name }) => name === 'questions');
  const { messages } = await get<{ messages: object[] }>(`${playground.url}/api/as/${learner.id}/channels/${room?.id}`);
  expect(JSON.stringify(messages.at(-1))).toContain('14 of 29');
  await playground.close();
});

test("a server's own database is left alone", async () => {
  const playground = await open();
  await playground.close();
  const files = await readdir(folder);
  expect(files).toContain('playground.sqlite');
  expect(files).toContain('playground.state');
  expect(files).not.toContain('cairn.sqlite');
});

test('where the port is taken it does not start, and touches nothing', async () => {
  const door = await openDoor(0);
  await expect(open(door.port)).rejects.toMatchObject({ exitCode: 69 });
  expect(await readdir(folder)).toEqual([]);
  await door.close();
});

test('certificates have pages at this computer, on another port if theirs is taken', async () => {
  const gate = await openGate({ port: 0 });
  const { port: PORT } = new URL(gate.url);
  const beside = await open(0, { PORT });
  await beside.close();
  await gate.close();
  const playground = await open(0, { PORT });
  const issuer = await get<{ id: string }>(`http://127.0.0.1:${PORT}/issuer.json`);
  expect(issuer.id).toBe(`http://127.0.0.1:${PORT}/issuer.json`);
  await playground.close();
});
