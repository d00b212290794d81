import { expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import { withLine } from './a-line.ts';

const ping = defineCommand({
  name: 'ping',
  says: 'Answers',
  options: {
    to: { kind: 'text', says: 'Whom', suggest: async ({ typed }) => [{ name: `To ${typed}`, value: typed }] },
  },
  run: () => card('plain', [text('pong'), row(button('Again', 'ping/again'))]),
  components: { again: () => Promise.reject(new Error('broken')) },
});

test('rule 3: a server that never arrives keeps nobody on another server waiting', async () => {
  await withLine(
    {
      commands: [ping],
      before: (discord, _, application) => {
        const away = discord.createGuild({ name: 'Away', owner: 'otto' });
        discord.invite(application, away, 0n);
        discord.gateway.withholdGuild(away.id);
      },
    },
    async ({ ada, line }) => {
      expect(await ada.runs('/ping')).toMatchObject({ kind: 'message', text: 'pong' });
      expect(line.client.isReady()).toBe(false);
    },
  );
});

test('rule 65: no token and nothing a member wrote stands in the log, whatever goes wrong', async () => {
  await withLine({ commands: [ping] }, async ({ ada, discord, application, log, logged }) => {
    const panel = await ada.runs('/ping', { to: 'my secret diary' });
    discord.faults.next({ route: /callback$/, answer: { status: 500 }, times: 3 });
    void ada.clicks('Again', panel).catch(() => {});
    await logged('may not have reached Discord');
    discord.faults.next({ route: /callback$/, answer: { status: 404, body: { code: 10_062, message: 'Unknown' } } });
    await ada.types('/ping', 'to', 'my secret diary').catch(() => {});
    const written = log.join('');
    const tokens = discord.requests.flatMap(({ path }) => path.match(/^\/interactions\/\d+\/([^/]+)/)?.[1] ?? []);
    expect(tokens.length).toBeGreaterThan(2);
    for (const secret of [...tokens, application.token, 'my secret diary']) expect(written).not.toContain(secret);
    expect(written).toContain('"incident"');
  });
});
