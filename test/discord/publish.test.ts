import { describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../playground/discord/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { defineCommand } from '../../src/discord/command.ts';
import { publishCommands } from '../../src/discord/publish.ts';
import { createLog } from '../../src/log.ts';
import { type OpenedLine, withLine } from './a-line.ts';

const run = () => ({ components: [] });
const ping = defineCommand({ name: 'ping', says: 'Answers', options: {}, run });
const learn = (says: string) =>
  defineCommand({
    name: 'learn',
    says,
    options: {
      item: { kind: 'text', says: 'Which', required: true, suggest: async () => [] },
      how: { kind: 'text', says: 'How', choices: { fast: 'Quickly', slow: 'Slowly' } },
    },
    run,
  });

const writes = ({ requests }: LocalDiscord) =>
  requests.filter(({ method, route }) => method !== 'GET' && route.endsWith('/commands')).map(({ method }) => method);

function publisher({ line, application }: OpenedLine) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: text => void lines.push(text) } });
  const publish = (...commands: readonly Command[]) =>
    publishCommands({ rest: line.client.rest, applicationId: application.id, commands, log });
  return { publish, lines };
}

describe('publishing commands', () => {
  test('rule 21: writes once, and not again while nothing changes', async () => {
    await withLine({ commands: [ping, learn('Learns')] }, async opened => {
      expect(writes(opened.discord)).toEqual(['PUT']);
      const { publish } = publisher(opened);
      expect(await publish(ping, learn('Learns'))).toBe('unchanged');
      expect(await publish(learn('Learns'), ping)).toBe('unchanged');
      expect(writes(opened.discord)).toEqual(['PUT']);
    });
  });

  test('rules 21 and 22: a change is one write, and keeps the ids', async () => {
    await withLine({ commands: [ping, learn('Learns')] }, async opened => {
      const ids = () => opened.application.commands.map(({ name, id }) => [name, id]);
      const before = ids();
      expect(await publisher(opened).publish(ping, learn('Studies'))).toBe('published');
      expect(writes(opened.discord)).toEqual(['PUT', 'PUT']);
      expect(ids()).toEqual(before);
      expect(opened.application.commands).toMatchObject([
        { name: 'ping', contexts: [0], integration_types: [0] },
        { name: 'learn', description: 'Studies', contexts: [0], integration_types: [0] },
      ]);
    });
  });

  test('rule 23: warns of a command that is removed or renamed', async () => {
    await withLine({ commands: [ping, learn('Learns')] }, async opened => {
      const { publish, lines } = publisher(opened);
      await publish(learn('Learns'));
      expect(lines.map(line => JSON.parse(line))).toMatchObject([
        { level: 'warn', commands: ['ping'], msg: expect.stringContaining('permissions that organisers set') },
        { level: 'info', commands: ['learn'] },
      ]);
    });
  });

  test('rule 23: stops where Discord takes no more new commands today', async () => {
    await withLine({ commands: [ping] }, async opened => {
      const { publish, lines } = publisher(opened);
      const body = { code: 30_034, message: 'Max number of daily application command creates has been reached (200)' };
      opened.discord.faults.next({ route: /commands$/, method: 'PUT', answer: { status: 400, body } });
      expect(await publish(ping, learn('Learns'))).toBe('refused');
      expect(lines.at(-1)).toContain('Start again tomorrow');
    });
  });

  test('is tried again later where Discord fails, and members are answered meanwhile', async () => {
    const before = (discord: LocalDiscord) => discord.faults.next({ route: /commands$/, answer: { status: 500 } });
    await withLine({ commands: [ping], before }, async ({ discord, application, timers }) => {
      expect(application.commands).toEqual([]);
      timers.elapse();
      await discord.until(() => application.commands.length === 1);
    });
  });
});
