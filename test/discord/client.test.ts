import { once } from 'node:events';
import { Events, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { card, text } from '../../src/views/card.ts';
import { withLine } from './a-line.ts';

const ping = defineCommand({ name: 'ping', says: 'Answers', options: {}, run: () => card('plain', [text('pong')]) });
const given = { commands: [ping] };

describe('the connection', () => {
  test.each([
    ['op 7', (gateway: Gateway) => gateway.askToReconnect()],
    ['a close with 4000', (gateway: Gateway) => gateway.dropConnections(4_000)],
    ['a socket that is cut', (gateway: Gateway) => gateway.dropConnections()],
  ])('rule 57: is resumed after %s, and what was asked meanwhile is answered once', async (_, disturb) => {
    await withLine(given, async ({ ada, discord, callbacks, readies, line }) => {
      await ada.runs('/ping');
      const resumed = once(line.client, Events.ShardResume);
      disturb(discord.gateway);
      expect(await ada.runs('/ping')).toMatchObject({ kind: 'message', text: 'pong' });
      await resumed;
      expect(discord.gateway).toMatchObject({ resumes: 1, identifies: 1 });
      expect(callbacks()).toHaveLength(2);
      expect(readies()).toBe(1);
    });
  });

  test('rule 57: is made anew after a lost session, and everything is looked at again', async () => {
    await withLine(given, async ({ ada, discord, nextReady, line }) => {
      await line.whenReady;
      const ready = nextReady();
      discord.gateway.invalidateSessions(false);
      await ready;
      expect(discord.gateway.identifies).toBe(2);
      expect(await ada.runs('/ping')).toMatchObject({ text: 'pong' });
    });
  });

  test.each([4_004, 4_010, 4_011, 4_012, 4_013, 4_014])(
    'rule 58: closed with %i is fatal, and says what to do',
    async code => {
      await withLine(given, async ({ discord, fatal, log }) => {
        discord.gateway.dropConnections(code);
        expect(await fatal).toMatchObject({ name: 'LineError', exitCode: 78, message: expect.stringMatching(/\.$/) });
        expect(discord.gateway.identifies).toBe(1);
        expect(log.join('')).not.toContain('"level":"fatal"');
      });
    },
  );

  test('rule 62: a refused token is fatal at once, with a word about the token', async () => {
    await withLine(given, async ({ discord, fatal, line }) => {
      discord.faults.next({ route: /users/, answer: { status: 401, body: { code: 0, message: '401: Unauthorized' } } });
      await line.client.rest.get(Routes.user()).catch(() => {});
      expect(await fatal).toMatchObject({ exitCode: 78, message: expect.stringContaining('DISCORD_TOKEN') });
    });
  });

  test('rule 62: a start with a wrong token ends with exit code 78 after one request', async () => {
    const token = `${'M'.repeat(24)}.G12345.${'x'.repeat(38)}`;
    const start = withLine({ ...given, options: { token } }, async () => {});
    await expect(start).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('DISCORD_TOKEN') });
  });

  test('waits for Discord to come back when it starts in an outage', async () => {
    await withLine(
      {
        ...given,
        before: discord => discord.faults.next({ route: /gateway/, answer: { status: 503 } }),
        options: { after: soon },
      },
      async ({ ada, log }) => {
        expect(await ada.runs('/ping')).toMatchObject({ text: 'pong' });
        expect(log.filter(line => line.includes('Discord cannot be reached'))).toHaveLength(1);
      },
    );
  });

  test('and when it goes away again between the first request and the connection', async () => {
    await withLine(
      {
        ...given,
        before: ({ faults }) => {
          faults.next({ route: /gateway/, answer: { delay: 0 } });
          faults.next({ route: /gateway/, answer: { status: 502 } });
        },
        options: { after: soon },
      },
      async ({ ada, line, discord }) => {
        expect(await ada.runs('/ping')).toMatchObject({ text: 'pong' });
        const closed = expect.poll(() => discord.gateway.connected);
        await line.close();
        await closed.toBe(0);
      },
    );
  });

  test('rule 64: knows itself, and few others, however many come', async () => {
    await withLine(given, async ({ guild, line }) => {
      await line.whenReady;
      for (let number = 0; number < 250; number += 1) await guild.join({ name: `member-${number}` }).runs('/ping');
      const { client } = line;
      expect(client.users.cache.size).toBeLessThanOrEqual(201);
      expect(client.guilds.cache.get(guild.id)?.members.cache.size).toBeLessThanOrEqual(201);
      expect(client.guilds.cache.get(guild.id)?.members.me?.id).toBe(client.user?.id);
    });
  });
});

type Gateway = Parameters<Parameters<typeof withLine>[1]>[0]['discord']['gateway'];

function soon(_: number, run: () => void): () => void {
  const due = setImmediate(run);
  return () => clearImmediate(due);
}
