/** Nothing secret leaves through the log, by whatever door. */
import { describe, expect, test } from 'vitest';
import { createLog, type Log } from '../src/log.ts';

const botToken = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GabcdE', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.');
const interactionToken = `aW50ZXJhY3Rpb246${'MTIzNDU2Nzg5'.repeat(12)}`;
const secret = 'cañon "of" secrets';

function listen(level = 'trace') {
  const lines: string[] = [];
  const log = createLog({ level, secrets: [secret, undefined], destination: { write: line => void lines.push(line) } });
  return { log, lines, read: () => lines.map(line => JSON.parse(line)) };
}

test('a line is JSON with level, time, fields and message', () => {
  const { log, read } = listen();
  log.child({ shard: 0 }).warn({ guild: '42', tries: 3n }, 'Slow answer');
  expect(read()).toEqual([
    {
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pid: process.pid,
      hostname: expect.any(String),
      shard: 0,
      guild: '42',
      tries: '3',
      msg: 'Slow answer',
    },
  ]);
});

test('lines below the level are not written', () => {
  const { log, lines } = listen('error');
  log.info('quiet');
  log.error('loud');
  expect(lines).toHaveLength(1);
});

/** Looks like discord.js' error: it carries the request, with what the member wrote. */
class DiscordError extends Error {
  override readonly name = 'DiscordAPIError[50035]';
  readonly code = 50035;
  readonly status = 400;
  readonly method = 'POST';
  readonly url = `https://discord.com/api/v10/interactions/123456789012345678/${interactionToken}/callback`;
  readonly rawError = { message: 'Invalid Form Body', content: 'a private word' };
  readonly requestBody = { files: [], json: { content: 'a private word' } };
}

const canaries: Record<string, string> = { botToken, interactionToken, secret };
const webhook = 'local-token_7';
const doors: readonly (readonly [string, (log: Log, canary: string) => void])[] = [
  ['the message', (log, canary) => log.info(`Signed in with ${canary}.`)],
  ['a field', (log, canary) => log.info({ answer: canary }, 'x')],
  ['a deep field', (log, canary) => log.info({ a: [{ b: { c: canary } }] }, 'x')],
  ['the name of a field', (log, canary) => log.info({ [canary]: 1 }, 'x')],
  ['a child', (log, canary) => log.child({ answer: canary }).info('x')],
  ["an error's message", (log, canary) => log.error({ err: new Error(`with ${canary}`) }, 'x')],
  ["an error's cause", (log, canary) => log.error({ err: new Error('y', { cause: new Error(canary) }) }, 'x')],
  ['an error beside others', (log, canary) => log.error({ err: new AggregateError([new Error(canary)]) }, 'x')],
  ['an error given alone', (log, canary) => log.error(new Error(canary))],
  ['an error under another name', (log, canary) => log.warn({ reason: { nested: new Error(canary) } }, 'x')],
  ['an address', (log, canary) => log.info({ url: `https://example.org/?a=${encodeURIComponent(canary)}` }, 'x')],
];

describe.each(doors)('through %s', (_, write) => {
  test.each(Object.entries(canaries))('the %s does not leave', (_name, canary) => {
    const { log, lines, read } = listen();
    write(log, canary);
    expect(read()).toHaveLength(1);
    expect(lines[0]).toContain('[hidden]');
    for (const form of [canary, encodeURIComponent(canary), JSON.stringify(canary).slice(1, -1)]) {
      expect(lines[0]).not.toContain(form);
    }
  });
});

test.each([
  `/api/v10/interactions/123/${webhook}/callback`,
  `https://discord.com/api/v10/webhooks/123/${webhook}/messages/@original`,
  `https://discord.com/api/webhooks/123/${webhook}?wait=true`,
  `POST /webhooks/123/${webhook}`,
])('the token in %s does not leave, whatever its shape', address => {
  const { log, lines } = listen();
  log.info({ address }, address);
  expect(lines[0]).not.toContain(webhook);
  expect(lines[0]).toContain('/123/[hidden]');
});

test("the address of a member's calendar does not leave", () => {
  const { log, lines } = listen();
  const secret = 'Jw7uX1Q2rV5yB8nC3kM6pT9sZ0dF4gHa';
  log.error({ path: `/calendar/${secret}.ics` }, `GET https://cairn.example.org/calendar/${secret} failed`);
  expect(lines.join('')).not.toContain(secret);
  expect(lines[0]).toContain('/calendar/[hidden].ics');
});

test('passwords in addresses and headers do not leave', () => {
  const { log, lines } = listen();
  log.info({ database: 'postgres://cairn:open-sesame@db/cairn', headers: { authorization: 'Bot open-sesame' } }, 'x');
  log.info('Authorization: Bot open-sesame-open-sesame');
  log.info({ token: 'open-sesame', client: { discordToken: 'open-sesame', password: 'open-sesame' } }, 'x');
  expect(lines.join('')).not.toContain('open-sesame');
  expect(lines.join('')).toContain('postgres://cairn:[hidden]@db/cairn');
});

test("Discord's errors keep what helps and lose what members wrote", () => {
  const { log, lines, read } = listen();
  log.error(
    { err: new DiscordError('Invalid Form Body'), also: { again: new DiscordError('twice') } },
    'Could not answer',
  );
  expect(lines.join('')).not.toContain('private');
  expect(read()[0].err).toEqual({
    type: 'DiscordAPIError[50035]',
    message: 'Invalid Form Body',
    code: 50035,
    status: 400,
    method: 'POST',
    url: 'https://discord.com/api/v10/interactions/123456789012345678/[hidden]/callback',
    stack: expect.stringContaining('log.test.ts'),
  });
});

test('what turns in a circle is cut off', () => {
  const { log, read } = listen();
  const circle: { self?: unknown } = {};
  circle.self = circle;
  log.info({ circle }, 'x');
  expect(JSON.stringify(read()[0])).toContain('[deeper]');
});

test('dates and times are written as they read', () => {
  const { log, read } = listen();
  log.info({ due: Temporal.Instant.from('2026-03-01T10:00:00Z'), date: new Date(0) }, 'x');
  expect(read()[0]).toMatchObject({ due: '2026-03-01T10:00:00Z', date: '1970-01-01T00:00:00.000Z' });
});
