/** The playground's controls, asked as the page asks: the clock, troubles, tables, and what is told to whom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Guild, type LocalDiscord, startDiscord } from '../../../../playground/discord/index.ts';
import { openDoor } from '../../../../playground/page/door.ts';
import { type Page, startPage } from '../../../../playground/page/server.ts';

let discord: LocalDiscord;
let guild: Guild;
let page: Page;
const faults: unknown[] = [];

beforeAll(async () => {
  discord = await startDiscord();
  guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.join({ name: 'ada' });
  page = startPage({
    door: await openDoor(0),
    discord,
    guild,
    onFault: fault => faults.push(fault),
    panels: [{ title: 'Box', says: 'What is in it.', read: async () => ({ columns: ['What'], rows: [['a thing']] }) }],
  });
});
afterAll(async () => {
  await page.close();
  await discord.close();
  expect(faults).toEqual([]);
});

async function ask(path: string, body?: unknown) {
  const sending = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${page.url}/api/console${path}`, body === undefined ? {} : sending);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

interface News {
  readonly kind: string;
  readonly ahead?: number;
  readonly isMoving?: boolean;
  readonly troubles?: readonly { readonly id: string; readonly isOn: boolean }[];
}

/** Everything a page hears, in order; `until` resolves with the first line that fits. */
function listen(query: string) {
  const socket = new WebSocket(`${page.url.replace('http', 'ws')}/console?${query}`);
  const heard: News[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', data => {
    heard.push(JSON.parse(String(data)) as News);
    for (const look of waiting) look();
  });
  const until = (isIt: (news: News) => boolean) =>
    new Promise<News>(resolve => {
      const look = () => {
        const found = heard.find(isIt);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { heard, until, close: () => socket.terminate() };
}

describe('the clock', () => {
  test('an hour is walked in steps, each told to every page, and the present is one step away', async () => {
    const listener = listen('as=1');
    await listener.until(({ kind }) => kind === 'clock');
    const before = discord.clock.millis();
    expect((await ask('/clock', { to: 'hour' })).body).toMatchObject({ ahead: 3_600_000, isMoving: false });
    expect(discord.clock.millis() - before).toBeGreaterThanOrEqual(3_600_000);
    await listener.until(({ ahead, isMoving }) => ahead === 3_600_000 && isMoving === false);
    expect(listener.heard.filter(({ isMoving }) => isMoving).length).toBeGreaterThan(5);
    expect((await ask('/clock', { to: 'present' })).body).toMatchObject({ ahead: 0 });
    listener.close();
  });

  test('two journeys at once are one too many, and without a meeting there is nowhere to go', async () => {
    const [first, second] = await Promise.all([ask('/clock', { to: 'hour' }), ask('/clock', { to: 'day' })]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    await ask('/clock', { to: 'present' });
    expect(await ask('/clock', { to: 'meeting' })).toEqual({
      status: 409,
      body: { error: 'No meeting is scheduled in this community. Create an event first.' },
    });
  });

  test('the meeting it leads to is the next that has not begun', async () => {
    const at = (hours: number) => discord.clock.now().add({ hours });
    for (const [name, hours] of [
      ['later', 50],
      ['next', 2],
    ] as const) {
      guild.scheduleEvent({ name, location: 'Library', startsAt: at(hours), endsAt: at(hours + 1) });
    }
    expect((await ask('/clock', { to: 'meeting' })).body).toMatchObject({ meeting: { name: 'later' } });
    expect(guild.scheduledEvent('next').status).toBe('active');
    await ask('/clock', { to: 'present' });
  });
});

describe('troubles', () => {
  test('each page hears what is on for the member it plays', async () => {
    const [ada, olive] = [guild.member('ada'), guild.owner];
    const [hers, others] = [listen(`as=${ada.id}`), listen(`as=${olive.id}`)];
    const isOn = ({ troubles }: News) => troubles?.find(({ id }) => id === 'closed-dms')?.isOn;
    await Promise.all([hers, others].map(({ until }) => until(news => isOn(news) === false)));
    expect((await ask('/troubles', { id: 'closed-dms', on: true, as: ada.id })).status).toBe(200);
    await hers.until(news => isOn(news) === true);
    expect(ada.hasClosedDms).toBe(true);
    await ask('/troubles', { id: 'outage', on: true, as: olive.id });
    await others.until(({ troubles }) => troubles?.find(({ id }) => id === 'outage')?.isOn === true);
    expect(others.heard.some(isOn)).toBe(false);
    await ask('/troubles', { id: 'outage', on: false, as: olive.id });
    hers.close();
    others.close();
  });

  test('calling one off leaves the others in wait', async () => {
    const as = guild.owner.id;
    for (const id of ['slow', 'lost-answer', 'rate-limit', 'outage']) await ask('/troubles', { id, on: true, as });
    await ask('/troubles', { id: 'lost-answer', on: false, as });
    expect([discord.faults.waiting.length, discord.faults.down]).toEqual([2, true]);
    for (const id of ['slow', 'rate-limit', 'outage']) await ask('/troubles', { id, on: false, as });
    expect([discord.faults.waiting.length, discord.faults.down]).toEqual([0, false]);
  });

  test('what is not known is refused', async () => {
    expect((await ask('/troubles', { id: 'flood', on: true, as: guild.owner.id })).status).toBe(404);
    expect((await ask('/troubles', { id: 'outage' })).status).toBe(400);
    expect((await ask('/clock', { to: 'yesterday' })).status).toBe(400);
  });
});

test('tables are listed by title, and read when they are looked at', async () => {
  expect((await ask('')).body).toEqual({ tour: null, panels: [{ title: 'Box', says: 'What is in it.' }] });
  expect((await ask('/panels/0')).body).toEqual({ columns: ['What'], rows: [['a thing']] });
  expect((await ask('/panels/1')).status).toBe(404);
});
