import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import { withLine } from './a-line.ts';

const ephemeral = 64;
const v2 = 32_768;

/** /say answers at once, /slow when it is released; both with a button that does the same in place. */
function commands() {
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  let ran = 0;
  const say = defineCommand({
    name: 'say',
    says: 'Says it',
    options: { what: { kind: 'text', says: 'What' } },
    run: ({ given }) => {
      ran += 1;
      return card('plain', [
        text(given.what ?? 'Hello'),
        row(button('Again', 'say/again'), button('Later', 'slow/press')),
      ]);
    },
    components: { again: () => card('plain', [text('Again')]) },
  });
  const slowly = async () => {
    ran += 1;
    started.resolve();
    await release.promise;
    return card('plain', [text('At last')]);
  };
  const slow = defineCommand({
    name: 'slow',
    says: 'Takes its time',
    options: {},
    run: slowly,
    components: { press: slowly },
  });
  return { commands: [say, slow], started: started.promise, release: release.resolve, ran: () => ran };
}

describe('the answer to an interaction', () => {
  test('rules 1 and 9: is one callback, for the member alone', async () => {
    await withLine(commands(), async ({ ada, callbacks }) => {
      const shown = await ada.runs('/say');
      expect(shown).toMatchObject({ kind: 'message', text: 'Hello', ephemeral: true });
      expect(callbacks()).toMatchObject([{ type: 4, data: { flags: ephemeral | v2 } }]);
    });
  });

  test('rules 1 and 8: is deferred with nothing but the ephemeral flag, then put in place', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, callbacks, timers, discord }) => {
      const shown = ada.runs('/slow');
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      release();
      expect(await shown).toMatchObject({ kind: 'message', text: 'At last', ephemeral: true, thinking: false });
      expect(callbacks()).toEqual([{ type: 5, data: { flags: ephemeral } }]);
      expect(discord.requests.at(-1)).toMatchObject({
        method: 'PATCH',
        body: { flags: v2, allowed_mentions: { parse: [] } },
      });
    });
  });

  test('replaces the panel that was pressed where only the member sees it', async () => {
    await withLine(commands(), async ({ ada, callbacks }) => {
      const shown = await ada.clicks('Again', await ada.runs('/say'));
      expect(shown).toMatchObject({ kind: 'update', text: 'Again', ephemeral: true });
      expect(callbacks().map(({ type }) => type)).toEqual([4, 7]);
      expect(ada.sees()).toHaveLength(1);
    });
  });

  test('replaces it after a silent deferral too', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, callbacks, timers, discord }) => {
      const pressed = ada.clicks('Later', await ada.runs('/say'));
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      release();
      expect(await pressed).toMatchObject({ kind: 'update', text: 'At last' });
      expect(callbacks().at(-1)).toEqual({ type: 6 });
      expect(ada.sees()).toHaveLength(1);
    });
  });

  test.each([
    [10_062, 404],
    [40_060, 400],
  ])('rule 4: refused with %i, it is not sent a second time', async (code, status) => {
    const given = commands();
    await withLine(given, async ({ ada, callbacks, discord, logged }) => {
      discord.faults.next({ route: /callback$/, answer: { status, body: { code, message: 'Too late' } } });
      const shown = ada.runs('/say');
      await logged('An answer came too late');
      expect(callbacks()).toHaveLength(1);
      discord.clock.advance({ seconds: 4 });
      expect((await shown).kind).toBe('no-response');
      expect(await ada.runs('/say')).toMatchObject({ kind: 'message' });
    });
  });

  test('rule 4: where the deferral came too late, nothing more is sent', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, timers, discord, logged, line, guild }) => {
      const shown = ada.runs('/slow');
      await started;
      discord.faults.next({ route: /callback$/, answer: { status: 404, body: { code: 10_062, message: 'Unknown' } } });
      timers.elapse();
      await logged('An answer came too late');
      release();
      await line.client.rest.get(Routes.guildRoles(guild.id));
      expect(discord.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
      discord.clock.advance({ seconds: 4 });
      expect((await shown).kind).toBe('no-response');
    });
  });

  test.each([
    ['fails with 500', { status: 500 }, 2],
    ['fails with 503 twice', { status: 503 }, 3],
    ['dies after it took effect', 'drop-after-effect' as const, 2],
    ['is never answered', 'hang' as const, 2],
  ])('rule 5: where the callback %s, it is tried again and the command runs once', async (_, answer, attempts) => {
    const given = commands();
    await withLine({ ...given, options: { answerTimeout: 200 } }, async ({ ada, callbacks, discord, log }) => {
      discord.faults.next({ route: /callback$/, answer, times: attempts - 1 });
      expect(await ada.runs('/say')).toMatchObject({ kind: 'message', text: 'Hello' });
      await discord.idle();
      expect(callbacks()).toHaveLength(attempts);
      expect(given.ran()).toBe(1);
      expect(ada.sees()).toHaveLength(1);
      expect(log.filter(line => line.includes('An answer'))).toEqual([]);
    });
  });

  test('rule 7: is not sent after the 15 minutes in which Discord takes it', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, timers, discord, line, guild, logged }) => {
      const shown = ada.runs('/slow');
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      // By then the bot has read the answer to its deferral too.
      await line.client.rest.get(Routes.guildRoles(guild.id));
      const before = discord.requests.length;
      discord.clock.advance({ minutes: 16 });
      release();
      await logged('An answer came too late');
      expect(discord.requests).toHaveLength(before);
      await shown;
    });
  });

  test('rule 7: refused as expired, it leaves the bot able to speak', async () => {
    const { started, release, ...given } = commands();
    await withLine(given, async ({ ada, timers, discord, line, guild, logged }) => {
      void ada.runs('/slow').catch(() => {});
      await started;
      const deferred = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      timers.elapse();
      await deferred;
      discord.faults.next({
        route: /@original/,
        answer: { status: 401, body: { code: 50_027, message: 'Invalid token' } },
      });
      release();
      await logged('"code":50027');
      expect(await line.client.rest.get(Routes.guildRoles(guild.id))).toHaveLength(2);
    });
  });

  test('rule 25: pings nobody, whatever a member wrote', async () => {
    await withLine(commands(), async ({ ada, guild, callbacks }) => {
      const what = `@everyone <@${guild.owner.id}> <@&${guild.everyone.id}>`;
      expect(await ada.runs('/say', { what })).toMatchObject({ pings: [] });
      expect(callbacks()).toMatchObject([{ data: { allowed_mentions: { parse: [], users: [] } } }]);
    });
  });

  test('rule 26: is cut to what Discord takes rather than refused', async () => {
    const long = defineCommand({
      name: 'long',
      says: 'Too long',
      options: {},
      run: () => card('plain', [text('x'.repeat(5_000)), row(button('y'.repeat(90), 'long/y'), button('z', 'long/y'))]),
    });
    await withLine({ commands: [long] }, async ({ ada, log }) => {
      const shown = await ada.runs('/long');
      expect(shown.text).toHaveLength(4_000);
      expect(shown.buttons.map(({ label }) => label)).toEqual([`${'y'.repeat(79)}…`]);
      expect(log.filter(line => line.includes('was cut'))).toHaveLength(1);
    });
  });

  test('rule 27: where the panel is of the old kind, what it said goes away', async () => {
    const given = commands();
    await withLine({ ...given, ignoreViolations: true }, async ({ ada, discord, callbacks }) => {
      await ada.clicks('Again', await ada.runs('/say'));
      const press = discord.lastInteraction;
      if (press?.type !== 3) throw new Error('Not the press of a button.');
      const answered = discord.nextRequest(({ route }) => route.endsWith('/callback'));
      discord.deliver({ ...press, id: `${BigInt(press.id) + 1n}`, message: { ...press.message, flags: ephemeral } });
      await answered;
      expect(callbacks().at(-1)).toMatchObject({ type: 7, data: { flags: v2, content: null, embeds: [] } });
    });
  });
});
