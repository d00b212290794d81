import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/discord/command.ts';
import { button, card, row, text } from '../../src/views/card.ts';
import { again, withLine } from './a-line.ts';

/** /count says how often it has run. */
function counting() {
  let ran = 0;
  const count = defineCommand({
    name: 'count',
    says: 'Counts',
    options: {},
    run: () => {
      ran += 1;
      return card('plain', [text(`${ran}`), row(button('More', 'count/more'))]);
    },
    components: { more: () => card('plain', [text('More')]) },
  });
  return { commands: [count], ran: () => ran };
}

describe('the dispatcher', () => {
  test('rule 6: drops an interaction that Discord delivers twice', async () => {
    const { ran, ...given } = counting();
    await withLine(given, async ({ ada, discord, callbacks }) => {
      await ada.runs('/count');
      if (discord.lastInteraction) discord.deliver(discord.lastInteraction);
      await ada.runs('/count');
      expect(ran()).toBe(2);
      expect(callbacks()).toHaveLength(2);
    });
  });

  test('rule 2: does nothing for an interaction that is older than three seconds, and logs it', async () => {
    const { ran, ...given } = counting();
    await withLine(given, async ({ ada, discord, callbacks, logged }) => {
      await ada.runs('/count');
      discord.deliver(again(discord, 5_000));
      await logged('arrived too late');
      await ada.runs('/count');
      expect(ran()).toBe(2);
      expect(callbacks()).toHaveLength(2);
    });
  });

  test('rule 2: is not misled by a clock of its own that is an hour ahead', async () => {
    let off = { hours: 0 };
    const { ran, ...given } = counting();
    const now = () => Temporal.Now.instant().add(off);
    await withLine({ ...given, options: { now } }, async ({ ada }) => {
      off = { hours: 1 };
      expect(await ada.runs('/count')).toMatchObject({ kind: 'message', text: '1' });
      expect(ran()).toBe(1);
    });
  });

  test('rule 16: answers a double click twice, each in its own right', async () => {
    await withLine(counting(), async ({ ada, callbacks }) => {
      const panel = await ada.runs('/count');
      await Promise.all([ada.clicks('More', panel), ada.clicks('More', panel)]);
      expect(callbacks().map(({ type }) => type)).toEqual([4, 7, 7]);
    });
  });

  test('closing asks members to wait, and finishes what runs', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const slow = defineCommand({
      name: 'slow',
      says: 'Takes its time',
      options: {},
      run: async () => {
        started.resolve();
        await release.promise;
        return card('plain', [text('Finished')]);
      },
    });
    await withLine({ commands: [slow, ...counting().commands] }, async ({ ada, line }) => {
      const finished = ada.runs('/slow');
      await started.promise;
      const closed = line.close();
      expect((await ada.runs('/count')).text).toContain('Cairn is restarting');
      release.resolve();
      expect((await finished).text).toBe('Finished');
      await closed;
    });
  });
});
